/**
 * A head: a tree that the log may sign, and the batches of entries accepted after it. Kept in `heads/<k>`.
 *
 *     example.com/log                                  the tree, as a checkpoint says it (C2SP tlog-checkpoint)
 *     70000
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *     5f03a9c1                                         the file's mark: four random bytes
 *
 *     5f03a9c1 0000000b                                a batch: mark, length
 *     0005 68656c6c6f 0002 7921                        its entries, as in a bundle: “hello”, “y!”
 *     a68aee6d                                         CRC-32 of the length and the entries
 *
 * The first batch of a file is carried over from the head before, and may be empty: without it, the entries are
 * still in the head before. Each batch is synced before the next is begun, so that only the last can be cut
 * short. No entry can pass for a batch, because the mark is never published.
 */
import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { formatCheckpoint, parseCheckpoint } from '../../checkpoint.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { textOf, utf8 } from '../../text.ts'
import { decodeEntries } from '../../tile/entries.ts'
import type { Hash } from '../../tree/hash.ts'

export type Head = {
  readonly origin: string
  readonly size: number
  readonly root: Hash
  /** The four bytes that begin each batch of this file. */
  readonly mark: Uint8Array
}

/** What a file of `heads/` holds. */
export type ReadHead = {
  readonly head: Head
  /** The first is the one carried over; none where its writing was cut short. */
  readonly batches: readonly (readonly Uint8Array[])[]
}

const startSize = 8
const checksumSize = 4

/** The head of a tree of `size` entries under `root`, with a mark of its own. */
export function newHead(origin: string, size: number, root: Hash): Head {
  return { origin, size, root, mark: new Uint8Array(randomBytes(4)) }
}

/** The bytes that a head's file begins with. */
export function formatHead(head: Head): Uint8Array {
  return utf8(`${formatCheckpoint(head)}${Buffer.from(head.mark).toString('hex')}\n\n`)
}

/** How many bytes a batch of `entries` takes. */
export function batchLength(entries: readonly Uint8Array[]): number {
  return entries.reduce((length, entry) => length + 2 + entry.length, startSize + checksumSize)
}

/** A batch of `entries`, at the start of `room` where that is given; its checksum is put in by `seal`. */
export function layBatch(mark: Uint8Array, entries: readonly Uint8Array[], room?: Buffer): Buffer {
  const length = batchLength(entries)
  const batch = room ? room.subarray(0, length) : Buffer.allocUnsafeSlow(length)
  batch.set(mark)
  batch.writeUInt32BE(length - startSize - checksumSize, 4)
  let at = startSize
  for (const entry of entries) {
    batch.writeUInt16BE(entry.length, at)
    batch.set(entry, at + 2)
    at += 2 + entry.length
  }
  return batch
}

/** Puts the checksum at the end of a batch. */
export function seal(batch: Buffer): Buffer {
  batch.writeUInt32BE(checksumOf(batch), batch.length - checksumSize)
  return batch
}

/**
 * The head and the whole batches in the file `path`. A last batch that was cut short is left out. Refuses
 * `bad-head` where the file does not begin as a head, and `damaged-head` where whole batches follow a broken one:
 * then something acknowledged cannot be read any more.
 */
export function readHead(file: Uint8Array, path: string): Result<ReadHead> {
  const start = Buffer.from(file.buffer, file.byteOffset, file.length)
  const blank = start.indexOf('\n\n')
  const text = textOf(file.subarray(0, Math.max(blank + 1, 0)))
  const lines = text.ok ? /^(.*\n)([0-9a-f]{8})\n$/s.exec(text.value) : null
  const checkpoint = lines ? parseCheckpoint(lines[1]!) : undefined
  if (!lines || !checkpoint?.ok)
    return refuse('bad-head', `${path} does not begin as a head. Restore the log.`, { path })
  const { origin, size, root } = checkpoint.value
  const mark = new Uint8Array(Buffer.from(lines[2]!, 'hex'))

  const batches: Uint8Array[][] = []
  let at = blank + 2
  for (let batch = readBatch(start, at, mark); batch; batch = readBatch(start, at, mark)) {
    batches.push(batch.entries)
    at = batch.end
  }
  for (let next = start.indexOf(mark, at + 1); next > 0; next = start.indexOf(mark, next + 1))
    if (readBatch(start, next, mark))
      return refuse(
        'damaged-head',
        `${path} is damaged at byte ${at}: entries that were acknowledged cannot be read. ` +
          'Restore this file from a copy; nothing was changed.',
        { path, byte: at },
      )
  return ok({ head: { origin, size, root, mark }, batches })
}

/** The entries, as views, of the batch at `start` and where it ends; undefined unless it is whole. */
function readBatch(
  file: Buffer,
  start: number,
  mark: Uint8Array,
): { readonly entries: Uint8Array[]; readonly end: number } | undefined {
  const least = start + startSize + checksumSize
  if (file.length < least || file.compare(mark, 0, 4, start, start + 4) !== 0) return undefined
  const end = least + file.readUInt32BE(start + 4)
  if (end > file.length) return undefined
  const batch = file.subarray(start, end)
  if (checksumOf(batch) !== file.readUInt32BE(end - checksumSize)) return undefined
  const bundle = new Uint8Array(batch.buffer, batch.byteOffset + startSize, end - least)
  const entries = decodeEntries(bundle)
  return entries.ok ? { entries: entries.value, end } : undefined
}

function checksumOf(batch: Buffer): number {
  return crc32(batch.subarray(4, -checksumSize))
}
