import { useQuery } from '@tanstack/react-query'
import { type Answer, answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { useElection } from '../shell/election.ts'

export type Day = components['schemas']['Day']

/** The round that is voted on: the first whose votes are not public yet, else the last. */
export function useVotingRound(): number | undefined {
  const election = useElection()
  if (!election) return undefined
  const numbers = election.rounds.map(({ number }) => number)
  return numbers.find(number => election.released[number] !== true) ?? numbers.at(-1)
}

/** How far the day is, asked again every five seconds. */
export function useDay(round: number | undefined): Answer<Day> | undefined {
  const { data } = useQuery({
    queryKey: ['day', round],
    queryFn: () => answered(server.GET('/day', { params: { query: { round: round! } } })),
    enabled: round !== undefined,
    refetchInterval: 5_000,
  })
  return data
}
