/**
 * Appends to a log in batches of 1, 64 and 1,000 entries, until they are answered (durable). Beside it a bare append
 * of the same bytes to one file: one write and one fsync a batch. Entries of 1,800 bytes, a form with 18 signatures,
 * and of 300 bytes, a published row. By turns in one run; medians.
 *
 * `answered` is the time until the entries have their indexes. `sustained` counts everything until they are under a
 * signed checkpoint, with the checkpoints that were due on the way.
 *
 *     npm run bench -- append [--json]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLog, type Sequencer } from '@countersign/tlog/node'
import { median, report, timed } from './made-up/report.ts'

const rounds = 7
const entriesInRound = { 1: 50, 64: 1_280, 1000: 8_000 } as const

const folder = mkdtempSync(join(tmpdir(), 'countersign-append-'))
const bare = await open(join(folder, 'bare'), 'a')
let made = 0
let counter = 0

try {
  for (const size of [1_800, 300])
    for (const batch of [1, 64, 1_000] as const) {
      const times = await measure(batch, size)
      report(
        `Append, batches of ${batch.toLocaleString('en')}, entries of ${size.toLocaleString('en')} bytes`,
        [
          ['answered, a batch', median(times.answered), 'ms'],
          ['bare append and fsync, a batch', median(times.bare), 'ms'],
          ['answered / bare', median(times.answered) / median(times.bare), '×'],
          ['sustained with checkpoints, a batch', median(times.sustained), 'ms'],
          ['sustained / bare', median(times.sustained) / median(times.bare), '×'],
          ['entries a second, sustained', Math.round((batch * 1000) / median(times.sustained)), ''],
        ],
      )
    }
} finally {
  await bare.close()
  rmSync(folder, { recursive: true })
}

async function measure(batch: keyof typeof entriesInRound, size: number) {
  const log = await freshLog()
  const times = { answered: [] as number[], bare: [] as number[], sustained: [] as number[] }
  const batches = entriesInRound[batch] / batch
  const newBatches = () =>
    Array.from({ length: batches }, () => Array.from({ length: batch }, () => entryOf(size)))

  const answer = async (entries: readonly Uint8Array[]) => {
    const [time, added] = await timed(() => log.add(entries))
    if (!added.ok) throw new Error(added.refusal.message)
    return time
  }
  const append = async (entries: readonly Uint8Array[]) => {
    const bytes = Buffer.concat(entries)
    const [time] = await timed(async () => {
      await bare.write(bytes)
      await bare.sync()
    })
    return time
  }

  for (let round = 0; round < rounds; round++) {
    // By turns, so that both meet the same disk, with checkpoints being made or not.
    for (const [i, entries] of newBatches().entries()) {
      if (i % 2 === 0) times.answered.push(await answer(entries))
      times.bare.push(await append(entries))
      if (i % 2 === 1) times.answered.push(await answer(entries))
    }
    await log.checkpoint()

    const all = newBatches()
    const [time] = await timed(async () => {
      for (const entries of all) await answer(entries)
      const covered = await log.checkpoint()
      if (!covered.ok) throw new Error(covered.refusal.message)
    })
    times.sustained.push(time / batches)
  }
  await log.close()
  return times
}

async function freshLog(): Promise<Sequencer> {
  const log = await makeLog(join(folder, `log-${made++}`), { origin: 'bench', unasked: true })
  if (!log.ok) throw new Error(log.refusal.message)
  return log.value
}

/** An entry of its own: the same again would be answered without being written. */
function entryOf(size: number): Uint8Array {
  const entry = new Uint8Array(size).fill(counter & 0xff)
  new DataView(entry.buffer).setFloat64(0, counter++)
  return entry
}
