import { useQuery } from '@tanstack/react-query'
import { type Answer, answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'

export type HeldBoxes = components['schemas']['HeldBoxes']

/** The boxes of a round that wait for a ruling or for their form, by state. */
export function useHeld(round: number): Answer<HeldBoxes> | undefined {
  const { data } = useQuery({
    queryKey: ['held', round],
    queryFn: () => answered(server.GET('/boxes', { params: { query: { round } } })),
    refetchInterval: 5_000,
  })
  return data
}
