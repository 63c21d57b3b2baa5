import { useQuery } from '@tanstack/react-query'
import { changed, database } from '../device/database.ts'
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
    await writeAhead(Math.round(Date.now() / 1000) - answer.value.time)
    return answer.value
  }
  return ((await kept.get('settings', 'election')) as ElectionNow | undefined) ?? null
}

/** Seconds by which this device's clock was ahead of the server's when they last met; negative where it was behind. */
export async function secondsAhead(): Promise<number> {
  return ((await (await database()).get('settings', 'ahead')) as number | undefined) ?? 0
}

/** A few seconds more or less are the network's. */
async function writeAhead(seconds: number): Promise<void> {
  if (Math.abs(seconds - (await secondsAhead())) < 30) return
  await (await database()).put('settings', seconds, 'ahead')
  changed('settings')
}
