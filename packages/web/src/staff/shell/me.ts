import { useQuery } from '@tanstack/react-query'
import { type Identity, identities, type Person } from '../device/identity.ts'
import { sessionOf } from '../device/session.ts'
import { currentKid } from '../device/settings.ts'
import type { Answer } from './api.ts'
import { useElection } from './election.ts'
import { useStored } from './stored.ts'

/** The key that acts on this device: the chosen one, else the first. Undefined until it is known, or where none is. */
export function useIdentity(): Identity | undefined {
  const all = useStored('identities', 'all', identities)
  const chosen = useStored('settings', 'current', currentKid)
  return all?.find(({ kid }) => kid === chosen) ?? all?.[0]
}

/** Whom this device's key belongs to, as the record says; the last known, without a network. */
export function usePerson(): Person | undefined {
  const identity = useIdentity()
  useSession()
  return identity?.person
}

/** A session for this device's key, opened when there is none; why not, otherwise. */
export function useSession(): Answer<unknown> | undefined {
  const identity = useIdentity()
  const election = useElection()
  const { data } = useQuery({
    queryKey: ['session', identity?.kid, election?.origin],
    queryFn: () => sessionOf(identity!, election!.origin),
    enabled: identity !== undefined && election !== undefined,
    refetchInterval: ({ state }) => againAfter(state.data),
  })
  return data
}

/** Milliseconds: seldom enough for twenty devices of one place that share an address. */
function againAfter(answer: Answer<unknown> | undefined): number {
  if (answer === undefined || answer.ok) return 300_000
  return Math.max(answer.status === 0 ? 20_000 : 45_000, (answer.retryAfter ?? 0) * 1000)
}
