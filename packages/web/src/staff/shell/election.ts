import { useQuery } from '@tanstack/react-query'
import { database } from '../device/database.ts'
import { answered, type ElectionNow, server } from './api.ts'

/** The election as the server last told it; as it was then, where the server cannot be reached. */
export function useElection(): ElectionNow | undefined {
  const { data } = useQuery({ queryKey: ['election'], queryFn: electionNow, refetchInterval: 30_000 })
  return data ?? undefined
}

/** Asks the server, else remembers. */
export async function electionNow(): Promise<ElectionNow | null> {
  const answer = await answered(server.GET('/election'))
  const kept = await database()
  if (answer.ok) {
    await kept.put('settings', answer.value, 'election')
    return answer.value
  }
  return ((await kept.get('settings', 'election')) as ElectionNow | undefined) ?? null
}
