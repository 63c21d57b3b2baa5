/**
 * Appends to a log in batches of 1, 64 and 1,000 entries, until they are answered (durable). Beside it a bare append
 * of the same bytes to one file: one write and one fsync a batch. Entries of 1,800 bytes, a form with 18 signatures,
 * and of 300 bytes, a published row. Interleaved rounds in one run; medians.
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
import { median, report } from './made-up/report.ts'

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
  for (let round = 0; round < rounds; round++) {
    const entries = Array.from({ length: batches }, () => Array.from({ length: batch }, () => entryOf(size)))
    const began = performance.now()
    for (const one of entries) {
      const start = performance.now()
      const added = await log.add(one)
      times.answered.push(performance.now() - start)
      if (!added.ok) throw new Error(added.refusal.message)
    }
    const covered = await log.checkpoint()
    if (!covered.ok) throw new Error(covered.refusal.message)
    times.sustained.push((performance.now() - began) / batches)
    for (const one of entries) {
      const start = performance.now()
      await bare.writev(one)
      await bare.sync()
      times.bare.push(performance.now() - start)
    }
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
