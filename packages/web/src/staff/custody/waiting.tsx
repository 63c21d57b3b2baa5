import { readEntry } from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { fromBase64 } from '../device/base64.ts'
import { answered, server } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { type Handing, HandingToSign, handingIn } from './to-sign.tsx'

/** A handover that one side has signed, and nobody of this device. */
export interface Waiting {
  readonly id: string
  readonly payload: Uint8Array
  readonly handing: Handing
}

/** The handovers of a box, or of an area, that wait for a second signature. */
export function useWaiting(
  round: number,
  of: { readonly box: string } | { readonly area: string } | undefined,
) {
  const kid = useIdentity()?.kid
  const { data } = useQuery({
    queryKey: ['handovers', round, of],
    queryFn: () =>
      answered(
        server.GET('/statements', { params: { query: { kind: 'custody', round, waiting: 'true', ...of } } }),
      ),
    refetchInterval: 5_000,
    enabled: of !== undefined,
  })
  return (data?.ok ? data.value : []).flatMap(({ id, entry }): readonly Waiting[] => {
    const bytes = fromBase64(entry)
    const read = bytes && readEntry(bytes)
    if (!read?.ok || read.value.signatures.some(signature => signature.kid === kid)) return []
    const { payload } = read.value
    const handing = handingIn(payload)
    return handing ? [{ id, payload, handing }] : []
  })
}

/** A packet that has just been scanned in: where somebody has signed that they hand it over, it is signed for. */
export function SignForPacket({
  round,
  box,
  copy,
  found,
}: {
  readonly round: number
  readonly box: string
  readonly copy: string
  readonly found: readonly string[]
}) {
  const waiting = useWaiting(round, { box }).find(({ handing }) => handing.packet === copy)
  // What was begun here stays, though the record has it by now.
  const { data: begun } = useQuery({
    queryKey: ['signing for', round, box, copy, waiting?.id ?? ''],
    queryFn: () => waiting ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: waiting !== undefined,
  })
  const shown = begun ?? waiting
  return shown ? <HandingToSign key={shown.id} payload={shown.payload} found={found} /> : null
}
