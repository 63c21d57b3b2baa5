/** What must hold of a log whatever happens to it: all that it ever answered or showed stays true. */
import { expect } from 'vitest'
import { sameBytes } from '../../../bytes.ts'
import { parseCheckpoint } from '../../../checkpoint.ts'
import { parseNote } from '../../../note/note.ts'
import type { TileSource } from '../../../source/source.ts'
import { utf8 } from '../../../text.ts'
import { type Hash, leafHash } from '../../../tree/hash.ts'
import { append, emptyTree, rootOf } from '../../../tree/tree.ts'
import { verifyLog } from '../../../verify/verify.ts'
import { sodiumNative } from '../../ed25519.ts'
import type { Told } from './workload.ts'

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
