import { ok, type Result } from '../result.ts'
import type { Hash } from './hash.ts'
import { foldPeaks } from './tree.ts'

/** A perfect subtree: the 2^height leaves from index·2^height on. */
export type Subtree = { readonly height: number; readonly index: number }

/** A node of a tree: the leaves from `start` up to, not including, `end`. */
export type Range = { readonly start: number; readonly end: number }

/** Where the hashes of perfect subtrees come from: one for each that was asked for, in order. */
export type HashSource = (subtrees: readonly Subtree[]) => Promise<Result<readonly Hash[]>>

/** The hashes over nodes of a tree, each folded from its perfect subtrees, with one call to `hashes`. */
export async function rangeHashes(ranges: readonly Range[], hashes: HashSource): Promise<Result<Hash[]>> {
  const subtrees = ranges.map(subtreesOf)
  const found = await hashes(subtrees.flat())
  if (!found.ok) return found
  let at = 0
  return ok(
    subtrees.map(({ length }) => {
      at += length
      return foldPeaks(found.value.slice(at - length, at))
    }),
  )
}

/** The perfect subtrees that make up a node of a tree, from the left, largest first. */
export function subtreesOf({ start, end }: Range): Subtree[] {
  const subtrees: Subtree[] = []
  for (let at = start; at < end; ) {
    let height = 0
    while (2 ** (height + 1) <= end - at) height++
    subtrees.push({ height, index: at / 2 ** height })
    at += 2 ** height
  }
  return subtrees
}

/** The two children of a node of more than one leaf: RFC 6962 splits at the largest power of two below it. */
export function childrenOf({ start, end }: Range): readonly [Range, Range] {
  let power = 1
  while (power * 2 < end - start) power *= 2
  return [
    { start, end: start + power },
    { start: start + power, end },
  ]
}
