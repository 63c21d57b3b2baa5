import type { Definition } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { fromBase64 } from '../device/base64.ts'
import { statementIn } from '../device/entry.ts'
import { answered, server } from './api.ts'
import { useElection } from './election.ts'

/** The election's definition, read from the record's own bytes. */
export function useDefinition(): Definition | undefined {
  const id = useElection()?.id
  const { data } = useQuery({
    queryKey: ['definition', id],
    queryFn: () => answered(server.GET('/statements/{id}', { params: { path: { id: id! } } })),
    enabled: id != null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const payload = data?.ok ? fromBase64(data.value.payload) : undefined
  const statement = payload && statementIn(payload)
  return statement?.kind === 'definition' ? statement : undefined
}
