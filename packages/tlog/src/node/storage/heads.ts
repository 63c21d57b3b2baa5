/**
 * The folder `heads/`: which sequencer may go on, and what it must go on with.
 *
 * Heads are numbered upwards. A sequencer works on the newest, and nothing is signed or acknowledged by one whose
 * head is not: each head is created exclusively, so that of two sequencers one stops. They are removed from the
 * oldest on, so that “the next one is not there, and mine still is” is enough to know that mine is the newest
 * (docs/decisions/0002-heads.md).
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../result.ts'
import { codeOf, type Disk, type OpenFile } from './disk.ts'
import { formatHead, type Head, layBatch, type ReadHead, readHead, seal } from './head.ts'

/** A head that this process made, open for its batches. */
export type HeldHead = {
  readonly number: number
  readonly head: Head
  readonly file: OpenFile
  readonly identity: string
  /** Where the next batch goes: what is behind it was never answered. */
  readonly end: number
}

/** The number of the newest head; 0 where there is none. */
export async function newestHead(disk: Disk, dir: string): Promise<number> {
  return Math.max(0, ...numbersIn(await disk.list(join(dir, 'heads'))))
}

/** The head `number` as it is on disk; undefined where it is not there. */
export async function headAt(disk: Disk, dir: string, number: number): Promise<Result<ReadHead> | undefined> {
  const file = await disk.read(headPath(dir, number))
  return file && readHead(file, `heads/${number}`)
}

/**
 * Makes the head `number`, which must be one more than the newest that the caller knows, with the batch carried
 * over where that is known already. Of all that try, one succeeds; the others, and whoever comes too late, get
 * `other-sequencer`.
 */
export async function claimHead(
  disk: Disk,
  dir: string,
  number: number,
  head: Head,
  carried?: readonly Uint8Array[],
): Promise<Result<HeldHead>> {
  const temporary = temporaryPath(dir, number, randomBytes(4).toString('hex'))
  const start = formatHead(head)
  const bytes = carried ? Buffer.concat([start, seal(layBatch(head.mark, carried))]) : start
  const before = disk.identity(headPath(dir, number - 1))
  const file = await disk.open(temporary, 'new', 0o600)
  try {
    await file.write(bytes, 0)
    await file.sync()
    await disk.link(temporary, headPath(dir, number))
    await disk.syncFolder(join(dir, 'heads'))
    await disk.remove(temporary)
  } catch (error) {
    await file.close()
    // ENOENT: the newest sequencer has swept what is not its own.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return otherSequencer(number)
    await disk.remove(temporary).catch(() => {})
    throw error
  }
  if (number === 1 || (before !== undefined && disk.identity(headPath(dir, number - 1)) === before))
    return ok({ number, head, file, identity: file.identity(), end: bytes.length })
  await file.close()
  return otherSequencer(number)
}

/** Whether `held` is still the newest head. If so, everything that was durable in it before this call counts. */
export function leads(disk: Disk, dir: string, held: HeldHead): boolean {
  return (
    disk.identity(headPath(dir, held.number + 1)) === undefined &&
    disk.identity(headPath(dir, held.number)) === held.identity
  )
}

/**
 * The batches that were accepted after the tree of head `number`: its own, or where it was not yet given those
 * that it must carry over, those of the head before it. Refuses as `readHead`, and `damaged-head` where that one
 * is missing.
 */
export async function batchesAfter(
  disk: Disk,
  dir: string,
  number: number,
): Promise<Result<readonly (readonly Uint8Array[])[]>> {
  const own = await batchesOf(disk, dir, number)
  if (!own.ok || (own.value && own.value.length > 0)) return own.ok ? ok(own.value!) : own
  const before = own.value && (await batchesAfter(disk, dir, number - 1))
  if (before?.ok) return before
  // The head before is removed once this one has what it must carry over: perhaps it has by now.
  const again = await batchesOf(disk, dir, number)
  if (!again.ok) return again
  if (again.value && again.value.length > 0) return ok(again.value)
  if (before) return before
  return refuse(
    'damaged-head',
    `heads/${number} is missing, though a later one goes on from it. Bring it back from a copy of heads/.`,
    { path: `heads/${number}` },
  )
}

async function batchesOf(disk: Disk, dir: string, number: number) {
  const read = await headAt(disk, dir, number)
  if (read === undefined) return ok(undefined)
  return read.ok ? ok(read.value.batches) : read
}

/** Removes what the sequencer of head `number` no longer needs: older heads, and others' temporary files. */
export async function sweepHeads(disk: Disk, dir: string, number: number): Promise<void> {
  const names = await disk.list(join(dir, 'heads'))
  for (const older of numbersIn(names).filter(other => other < number))
    await disk.remove(headPath(dir, older))
  const temporary = names.filter(name => name.includes('.') && Number.parseInt(name, 10) <= number)
  for (const name of temporary) await disk.remove(join(dir, 'heads', name))
}

/** A path for what is written before it is put in its place by the sequencer of head `number`. */
export function temporaryPath(dir: string, number: number, name: string | number): string {
  return join(dir, 'heads', `${number}.${name}`)
}

export function headPath(dir: string, number: number): string {
  return join(dir, 'heads', String(number))
}

/** The refusal of a sequencer that is no longer the one. */
export function otherSequencer(number: number) {
  return refuse(
    'other-sequencer',
    `Another sequencer took this log over (heads/${number}). This one has stopped: what it has not acknowledged ` +
      'must be sent again, to the other one. See to it that only one is started.',
    { path: `heads/${number}` },
  )
}

function numbersIn(names: readonly string[]): number[] {
  return names
    .filter(name => /^[1-9][0-9]*$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
}
