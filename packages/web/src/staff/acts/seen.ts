import type { KindName, Statement } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { entryIn } from '../device/entry.ts'
import { answered, server } from '../shell/api.ts'
import type { components, paths } from '../shell/api-types.ts'

type Listed = paths['/statements']['get']['parameters']['query']['kind']

/** A statement on the record, with the bytes that another signs. */
export interface Seen<K extends KindName = KindName> {
  readonly id: string
  readonly index: number
  readonly sides: readonly string[]
  readonly statement: Extract<Statement, { readonly kind: K }>
  readonly payload: Uint8Array
}

/** The statements of a kind in a round, the latest first; only those without force where `waiting`. */
export function useSeen<K extends KindName & Listed>(
  kind: K,
  round: number,
  waiting: boolean,
): readonly Seen<K>[] {
  const { data } = useQuery({
    queryKey: ['acts', kind, round, waiting],
    queryFn: () =>
      answered(
        server.GET('/statements', {
          params: { query: { kind, round, waiting: waiting ? 'true' : 'false' } },
        }),
      ),
    refetchInterval: 5_000,
  })
  return (data?.ok ? data.value : []).flatMap(seen => read(seen, kind))
}

function read<K extends KindName>(
  { id, index, sides, entry }: components['schemas']['StatementToSee'],
  kind: K,
): readonly Seen<K>[] {
  const found = entryIn(entry)
  if (found?.statement.kind !== kind) return []
  return [{ id, index, sides, statement: found.statement as Seen<K>['statement'], payload: found.payload }]
}
