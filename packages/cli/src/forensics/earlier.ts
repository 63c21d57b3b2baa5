import { type Given, type Stopped, stop } from '../command/command.ts'
import type { Progress } from '../command/progress.ts'
import { readRows, type Studied } from '../rows/rows.ts'

/** Options of the commands that compare two rounds or elections. */
export const earlierOptions = [
  ['--earlier <where>', 'the earlier round or election; of a record or folder with two rounds, its first'],
  ['--earlier-map <file>', 'for an earlier CSV table: what its columns mean'],
  ['--earlier-election <file>', 'for an earlier CSV table: whose election it is'],
  ['--earlier-round <n>', 'the round of it; the first where absent'],
] as const

/**
 * The rows to compare with: those named, else the rows of the same record's or folder's first round where a later one
 * is studied, else none.
 */
export async function readEarlier(
  where: string,
  given: Given,
  { rows }: Studied,
  progress: Progress,
): Promise<Studied | Stopped | undefined> {
  const { earlier, earlierMap, earlierElection, earlierRound } = given
  if (typeof earlier === 'string')
    return readRows(earlier, ofEarlier(earlierMap, earlierElection, earlierRound, given), progress)
  if (typeof earlierMap === 'string' || typeof earlierElection === 'string')
    return stop('usage', 'a map of an earlier table is given, and no table', 'add --earlier <file>')
  if (given.map !== undefined || rows.about.round < 2) return undefined
  return readRows(where, ofEarlier(undefined, undefined, earlierRound ?? '1', given), progress)
}

function ofEarlier(
  map: Given[string],
  election: Given[string],
  round: Given[string],
  { level }: Given,
): Given {
  return {
    ...(map !== undefined && { map }),
    ...(election !== undefined && { election }),
    ...(round !== undefined && { round }),
    ...(level !== undefined && { level }),
  }
}
