/** One batch of entries made durable in the head that a sequencer holds. */
import { ok, type Result, refuse } from '../../result.ts'
import { codeOf, type Disk, diskRefusal } from './disk.ts'
import { batchLength, layBatch, seal } from './head.ts'
import { type HeldHead, leads, otherSequencer } from './heads.ts'

/** From so many bytes on, a batch is summed while the disk takes it, and the sum written after it. */
const large = 512 << 10

/**
 * Writes `entries` behind what the head has, and answers with the head when they are durable: whoever takes the
 * log over will find them. Refuses `disk-full`, `read-only` and `disk-failed`, after which it can be tried again;
 * `other-sequencer` and `must-reopen`, after which it cannot. `room` is memory to lay the batch out in;
 * `meanwhile` is called while the disk is busy.
 */
export async function writeBatch(
  disk: Disk,
  dir: string,
  held: HeldHead,
  entries: readonly Uint8Array[],
  room: Buffer,
  meanwhile: () => void,
): Promise<Result<HeldHead>> {
  const length = batchLength(entries)
  const batch = layBatch(held.head.mark, entries, length <= room.length ? room : undefined)
  try {
    if (length < large) await held.file.write(seal(batch), held.end)
    else {
      const body = batch.subarray(0, -4)
      const writing = held.file.write(body, held.end)
      seal(batch)
      await writing
      await held.file.write(batch.subarray(-4), held.end + body.length)
    }
  } catch (error) {
    return await withdrawn(held, error)
  }
  try {
    const syncing = held.file.sync()
    meanwhile()
    await syncing
  } catch (error) {
    // The system may have dropped what it could not write, and will not say so a second time.
    return mustReopen(error)
  }
  if (!leads(disk, dir, held)) return otherSequencer(held.number + 1)
  return ok({ ...held, end: held.end + length })
}

/** Takes back a batch that was written in part: it may hold the very space that is missing. */
async function withdrawn(held: HeldHead, error: unknown) {
  const refusal = diskRefusal(error, 'The entries were not added')
  try {
    await held.file.truncate(held.end)
  } catch (second) {
    return mustReopen(second)
  }
  return refusal
}

/** The refusal where it cannot be known what reached the disk. Opening again reads it and writes it anew. */
export function mustReopen(error: unknown) {
  const code = codeOf(error)
  if (code === undefined) throw error
  return refuse(
    'must-reopen',
    `The disk answered ${code}, and what reached it cannot be known. Nothing was acknowledged. Check the disk, ` +
      'open the log again, and send the entries again.',
    { error: code },
  )
}
