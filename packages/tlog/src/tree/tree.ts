import { emptyRoot, type Hash, nodeHash } from './hash.ts'

/**
 * The right edge of an append-only tree: all that is needed to append to it and to know its root.
 *
 * `peaks` are the roots of the perfect subtrees that the leaves fall into, largest first: one for each 1
 * in the binary form of `size`, so at most 53. (Also known as a compact range.)
 */
export type Tree = { readonly size: number; readonly peaks: readonly Hash[] }

/** The tree without leaves. */
export const emptyTree: Tree = { size: 0, peaks: [] }

/** The tree with one more leaf, whose leaf hash is `leaf`. Amortised: one node hash. */
export function append(tree: Tree, leaf: Hash): Tree {
  const peaks = [...tree.peaks]
  let peak = leaf
  for (let size = tree.size; size % 2 === 1; size = (size - 1) / 2) peak = nodeHash(peaks.pop()!, peak)
  peaks.push(peak)
  return { size: tree.size + 1, peaks }
}

/** The tree's root: 32 bytes. */
export function rootOf(tree: Tree): Hash {
  return tree.size === 0 ? emptyRoot : foldPeaks(tree.peaks)
}

/** The root over perfect subtrees, largest first: each is joined to the root of all that are smaller. */
export function foldPeaks(peaks: readonly Hash[]): Hash {
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), peaks.at(-1)!)
}
