/**
 * A head: a tree that the log may sign, and the batches of entries accepted after it. Kept in `heads/<k>`.
 *
 *     example.com/log                                  the tree, as a checkpoint says it (C2SP tlog-checkpoint)
 *     70000
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *     5f03a9c1                                         the file's mark: four random bytes
 *
 *     5f03a9c1 00000002 00000007                       a batch: mark, entries, bytes of entries
 *     68656c6c6f 7921                                  the entries: “hello”, “y!”
 *     0005 3610a686   0002 f34dc01e                    length and CRC-32 of each
 *     6e621adb                                         CRC-32 of all numbers above
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

const numbersSize = 12
const lineSize = 6
const checksumSize = 4

/** The head of a tree of `size` entries under `root`, with a mark of its own. */
export function newHead(origin: string, size: number, root: Hash): Head {
  return { origin, size, root, mark: new Uint8Array(randomBytes(4)) }
}

/** The bytes that a head's file begins with. */
export function formatHead(head: Head): Uint8Array {
  return utf8(`${formatCheckpoint(head)}${Buffer.from(head.mark).toString('hex')}\n\n`)
}

/** A batch in one piece. */
export function formatBatch(mark: Uint8Array, entries: readonly Uint8Array[]): Uint8Array {
  const crcs = Uint32Array.from(entries, entry => crc32(entry))
  return Buffer.concat([batchStart(mark, entries), batchEnd(mark, entries, crcs)])
}

/** A batch up to the end of its entries. */
export function batchStart(mark: Uint8Array, entries: readonly Uint8Array[]): Uint8Array {
  const length = entries.reduce((sum, entry) => sum + entry.length, 0)
  const bytes = Buffer.allocUnsafeSlow(numbersSize + length)
  bytes.set(batchNumbers(mark, entries.length, length))
  let at = numbersSize
  for (const entry of entries) {
    bytes.set(entry, at)
    at += entry.length
  }
  return bytes
}

/** The rest of a batch; `crcs` are the CRC-32 of its entries. */
export function batchEnd(
  mark: Uint8Array,
  entries: readonly Uint8Array[],
  crcs: ArrayLike<number>,
): Uint8Array {
  const bytes = Buffer.allocUnsafe(lineSize * entries.length + checksumSize)
  let length = 0
  entries.forEach((entry, i) => {
    bytes.writeUInt16BE(entry.length, lineSize * i)
    bytes.writeUInt32BE(crcs[i]!, lineSize * i + 2)
    length += entry.length
  })
  const lines = bytes.subarray(0, -checksumSize)
  const checksum = crc32(lines, crc32(batchNumbers(mark, entries.length, length)))
  bytes.writeUInt32BE(checksum, lines.length)
  return bytes
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
  if (file.length < start + numbersSize || file.compare(mark, 0, 4, start, start + 4) !== 0) return undefined
  const count = file.readUInt32BE(start + 4)
  const length = file.readUInt32BE(start + 8)
  const lines = start + numbersSize + length
  const checksum = lines + lineSize * count
  const end = checksum + checksumSize
  if (end > file.length) return undefined
  const sum = crc32(file.subarray(lines, checksum), crc32(file.subarray(start, start + numbersSize)))
  if (sum !== file.readUInt32BE(checksum)) return undefined

  const entries: Uint8Array[] = []
  let at = start + numbersSize
  for (let line = lines; line < checksum; line += lineSize) {
    const next = at + file.readUInt16BE(line)
    const entry = new Uint8Array(file.buffer, file.byteOffset + at, next - at)
    if (next > lines || crc32(entry) !== file.readUInt32BE(line + 2)) return undefined
    entries.push(entry)
    at = next
  }
  return at === lines ? { entries, end } : undefined
}

function batchNumbers(mark: Uint8Array, count: number, length: number): Uint8Array {
  const numbers = Buffer.alloc(numbersSize)
  numbers.set(mark)
  numbers.writeUInt32BE(count, 4)
  numbers.writeUInt32BE(length, 8)
  return numbers
}
