/** The record's clock: `time` statements, signed by whoever keeps the log, with the log's key. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Election } from '@countersign/election'
import { kidOf, readEntry, sign, withKeys } from '@countersign/record'
import { ok, parseSkey, type Result, refuse, type SigningKey } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import type { Entering } from './batch.ts'
import type { Kept } from './kept.ts'

/** The key of the log in `folder`, to sign statements as its operator. Refusals: `no-key`, `bad-key`. */
export async function operatorKey(folder: string): Promise<Result<SigningKey>> {
  const path = join(folder, 'keys', 'log.skey')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return refuse('no-key', `${path} is missing. Put the log’s key back.`, { path })
  const key = parseSkey(text.trim())
  return key.ok ? ok(await sodiumNative.signingKeyFromSeed(key.value.seed)) : key
}

/** No two `time` statements are closer than this, deadlines apart: seconds. */
const apart = 60

/**
 * The `time` statement that is due, signed: before the first entries of a minute, so that the time of every entry is at
 * most a minute old; and when a deadline has passed, though nobody sends anything.
 * @param now milliseconds
 */
export function timeKeeper(kept: Kept, key: SigningKey, now: () => number) {
  const kid = kidOf(key.publicKey)
  return async (alone: boolean): Promise<Entering | undefined> => {
    const { election } = kept
    if (election?.people.get(kid)?.role !== 'operator' || election.closed !== undefined) return undefined
    const at = Math.floor(now() / 1000)
    if (!isDue(election, at, alone)) return undefined
    const statement = { kind: 'time', definition: election.definitionId, round: 0, at } as const
    const entry = await sign(statement, [key])
    const read = entry.ok ? readEntry(entry.value) : entry
    const keyed = read.ok ? withKeys(kept.admission, read.value, kept.size) : read
    if (!entry.ok || !keyed.ok) throw new Error(`no time could be stated: ${JSON.stringify(keyed)}`)
    return { entry: entry.value, keyed: keyed.value }
  }
}

function isDue(election: Election, at: number, alone: boolean): boolean {
  if (at <= election.time) return false
  if (!alone && at >= election.time + apart) return true
  return deadlinesOf(election).some(deadline => election.time < deadline && deadline <= at)
}

/** The next moment, in UTC seconds, at which a deadline passes; undefined where none is to come. */
export function nextDeadline(election: Election): number | undefined {
  const coming = deadlinesOf(election).filter(deadline => deadline > election.time)
  return coming.length > 0 ? Math.min(...coming) : undefined
}

/** A deadline has passed in the second after it. */
function deadlinesOf({ dates, definition, rounds }: Election): readonly number[] {
  return [
    ...Array.from(dates.values(), of => [...of.values()]).flat(),
    ...definition.rounds.flatMap(({ opens, closes }) => [opens, closes]),
    ...Array.from(rounds.values(), ({ extensions }) =>
      extensions.map(({ statement }) => statement.until),
    ).flat(),
  ].flatMap(moment => (moment === undefined ? [] : [moment + 1]))
}
