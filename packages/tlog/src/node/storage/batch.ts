/** One batch of entries made durable in the head that a sequencer holds. */
import { crc32 } from 'node:zlib'
import { ok, type Result, refuse } from '../../result.ts'
import { codeOf, type Disk, diskRefusal } from './disk.ts'
import { batchEnd, batchStart } from './head.ts'
import { type HeldHead, leads, otherSequencer } from './heads.ts'

/** What is durable: the entries, in memory of their own, with their CRC-32; and the head that now ends behind them. */
export type Batch = {
  readonly held: HeldHead
  readonly entries: readonly Uint8Array[]
  readonly crcs: Uint32Array
}

/**
 * Writes `entries` behind what the head has, in two writes and one sync. When this answers, they are durable, and
 * whoever takes the log over will find them. Refuses `disk-full`, `read-only` and `disk-failed`, after which it
 * can be tried again; `other-sequencer` and `must-reopen`, after which it cannot.
 */
export async function writeBatch(
  disk: Disk,
  dir: string,
  held: HeldHead,
  given: readonly Uint8Array[],
): Promise<Result<Batch>> {
  const { mark } = held.head
  const start = batchStart(mark, given)
  const entries = entriesIn(start, given)
  let end = held.end
  let crcs: Uint32Array
  try {
    const writing = held.file.write(start, end)
    crcs = Uint32Array.from(entries, entry => crc32(entry)) // while the disk is busy
    await writing
    const rest = batchEnd(mark, entries, crcs)
    await held.file.write(rest, end + start.length)
    end += start.length + rest.length
  } catch (error) {
    return await withdrawn(held, error)
  }
  try {
    await held.file.sync()
  } catch (error) {
    // The system may have dropped what it could not write, and will not say so a second time.
    return mustReopen(error)
  }
  if (!leads(disk, dir, held)) return otherSequencer(held.number + 1)
  return ok({ held: { ...held, end }, entries, crcs })
}

/** Takes back a batch that was written in part: it may still hold the space that is missing. */
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

function entriesIn(start: Uint8Array, given: readonly Uint8Array[]): Uint8Array[] {
  let at = start.byteOffset + start.length - given.reduce((length, entry) => length + entry.length, 0)
  return given.map(({ length }) => {
    at += length
    return new Uint8Array(start.buffer as ArrayBuffer, at - length, length)
  })
}
