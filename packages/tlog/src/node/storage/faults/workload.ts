/** What the fault tests do to a log, and what must hold of it whatever happens meanwhile. */
import { expect } from 'vitest'
import { sameBytes } from '../../../bytes.ts'
import { parseCheckpoint } from '../../../checkpoint.ts'
import { parseNote } from '../../../note/note.ts'
import type { Refusal, Result } from '../../../result.ts'
import type { TileSource } from '../../../source/source.ts'
import { utf8 } from '../../../text.ts'
import { type Hash, leafHash } from '../../../tree/hash.ts'
import { append, emptyTree, rootOf } from '../../../tree/tree.ts'
import { verifyLog } from '../../../verify/verify.ts'
import { sodiumNative } from '../../ed25519.ts'
import type { Disk } from '../disk.ts'
import { makeLog } from '../make.ts'
import { type OpenOptions, openLog } from '../open.ts'
import type { Sequencer } from '../sequencer.ts'

export const origin = 'example.com/faults'

/** Only the workload asks for checkpoints, so that it takes the same steps each time. */
const onDemand = { interval: 2 ** 30, entries: 2 ** 30, takeOver: true }

/** What a log answers: an entry is acknowledged at an index; a checkpoint of a size is published. */
export type Told = { readonly entry: string; readonly index: number } | { readonly published: number }

const many = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`)

/** Every entry that the workload adds. */
export const allEntries = [
  ...many('a', 3),
  ...many('b', 254),
  ...many('c', 4),
  ...many('d', 6),
  ...many('e', 260),
]

/** Opens the log, or makes it, adds what there is to add, and closes it. Answers with the first refusal. */
export async function workload(
  disk: Disk,
  dir: string,
  tell: (told: Told) => void,
): Promise<Refusal | undefined> {
  const opened = await openOrMake(disk, dir)
  if (!opened.ok) return opened.refusal
  const log = opened.value
  const add = async (entries: readonly string[]) => {
    const added = await log.add(entries.map(utf8))
    if (!added.ok) return added
    for (const [i, entry] of entries.entries()) tell({ entry, index: added.value[i]! })
    return added
  }
  const checkpoint = async () => {
    const made = await log.checkpoint()
    if (made.ok) tell({ published: made.value.size })
    return made
  }
  const steps: readonly (() => Promise<Result<unknown>>)[] = [
    () => add(many('a', 3)),
    checkpoint,
    () => add(many('b', 254)),
    () => add(['a1', 'b3', ...many('c', 4)]),
    () => Promise.all([checkpoint(), add(many('d', 6))]).then(both => both.find(one => !one.ok) ?? both[0]),
    () => add([...many('e', 260), 'd5']),
    checkpoint,
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) {
      await log.close()
      return done.refusal
    }
  }
  const closed = await log.close()
  return closed.ok ? undefined : closed.refusal
}

export async function openOrMake(
  disk: Disk,
  dir: string,
  options: OpenOptions = {},
): Promise<Result<Sequencer>> {
  const opened = await openLog(dir, { ...onDemand, ...options, disk })
  if (opened.ok || (opened.refusal.code !== 'no-head' && opened.refusal.code !== 'no-key')) return opened
  return makeLog(dir, { ...onDemand, ...options, disk, origin })
}

/** All that was ever told or shown of a log, which must stay true. */
export type Past = {
  readonly acknowledged: Map<string, number>
  /** Roots of checkpoints, by size. */
  readonly checkpoints: Map<number, Hash>
  /** The size of the largest checkpoint that was published. */
  published: number
}

export const noPast = (): Past => ({ acknowledged: new Map(), checkpoints: new Map(), published: 0 })

/** Notes what a log answered; an entry must not be at another index than before. */
export function hear(past: Past, told: Told): void {
  if ('published' in told) {
    past.published = Math.max(past.published, told.published)
    return
  }
  const { entry, index } = told
  const before = past.acknowledged.get(entry) ?? index
  if (before !== index) throw new Error(`${entry} was told to be at ${before}, and now at ${index}`)
  past.acknowledged.set(entry, index)
}

/**
 * What a reader of the folder sees now: no checkpoint yet, or one under which everything verifies, and which with
 * every other one ever seen is of one tree. The entries, in order.
 */
export async function readRecord(
  source: TileSource,
  vkey: string | undefined,
  past: Past,
): Promise<string[]> {
  const note = await source.read('checkpoint')
  const entries: string[] = []
  if (note === undefined) {
    expect(past.published).toBe(0)
    return entries
  }
  const verified = await verifyLog(source, {
    vkey: vkey!,
    engine: sodiumNative,
    each: entry => entries.push(new TextDecoder().decode(entry)),
  })
  expect(verified).toMatchObject({ ok: true })
  seeCheckpoint(past, note)
  expect(entries.length).toBeGreaterThanOrEqual(past.published)
  return entries
}

/** Notes a checkpoint, which must not be of another tree than one of the same size. */
export function seeCheckpoint({ checkpoints }: Past, note: Uint8Array): void {
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  if (!checkpoint.ok) throw new Error(checkpoint.refusal.message)
  const { size, root } = checkpoint.value
  expect([size, sameBytes(checkpoints.get(size) ?? root, root)]).toEqual([size, true])
  checkpoints.set(size, root)
}

/** Checks a log that is whole again: every acknowledged entry at its index, every checkpoint a beginning of it. */
export function checkPast({ acknowledged, checkpoints }: Past, entries: readonly string[]): void {
  const lost = [...acknowledged].filter(([entry, index]) => entries[index] !== entry)
  expect(lost).toEqual([])
  expect(new Set(entries).size).toBe(entries.length)
  const known = new Set(allEntries)
  expect(entries.filter(entry => !known.has(entry))).toEqual([])
  const roots = rootsOf(entries)
  for (const [size, root] of checkpoints) expect([size, roots[size]]).toEqual([size, root])
}

function rootsOf(entries: readonly string[]): Hash[] {
  let tree = emptyTree
  return [
    rootOf(tree),
    ...entries.map(entry => {
      tree = append(tree, leafHash(utf8(entry)))
      return rootOf(tree)
    }),
  ]
}
