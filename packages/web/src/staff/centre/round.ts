import { useElection } from '../shell/election.ts'

/** The round that is being counted: the latest whose votes are public, else the first. */
export function useRound(): number {
  const election = useElection()
  const released = Object.entries(election?.released ?? {}).filter(([, is]) => is)
  return Math.max(1, ...released.map(([round]) => Number(round)))
}
