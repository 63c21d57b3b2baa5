/**
 * Consistency proofs, RFC 6962 §2.1.2: that the tree of `oldSize` leaves is the beginning of the tree of
 * `size`. Beyond the RFC, every hash must be exactly 32 bytes, and nothing follows from an empty old tree.
 */
import { isCount, sameBytes } from '../bytes.ts'
import type { Result } from '../result.ts'
import { type Hash, hashSize, nodeHash } from './hash.ts'
import { childrenOf, type HashSource, type Range, rangeHashes } from './subtree.ts'

/** What a consistency proof is about: two heads of one log, the older (and not larger) one first. */
export type Consistency = {
  readonly oldSize: number
  readonly oldRoot: Hash
  readonly size: number
  readonly root: Hash
}

/**
 * The proof that the tree of `oldSize` leaves is a beginning of the tree of `size` (0 < oldSize ≤ size).
 * Refuses as `hashes` does.
 */
export function proveConsistency(oldSize: number, size: number, hashes: HashSource): Promise<Result<Hash[]>> {
  if (!isOrdered(oldSize, size)) throw new Error(`no proof leads from ${oldSize} to ${size}`)
  const { first, steps } = wayUp(oldSize, size)
  const ranges = steps.map(({ range }) => range)
  return rangeHashes(first === 'old root' ? ranges : [first, ...ranges], hashes)
}

/** Whether `proof` proves the consistency. False where the old size is 0 or above the new one. */
export function verifyConsistency(heads: Consistency, proof: readonly Hash[]): boolean {
  const { oldSize, oldRoot, size, root } = heads
  if (!isOrdered(oldSize, size)) return false
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root)
  if (![oldRoot, root, ...proof].every(hash => hash.length === hashSize)) return false
  const { first, steps } = wayUp(oldSize, size)
  const hashes = first === 'old root' ? [oldRoot, ...proof] : proof
  if (hashes.length !== 1 + steps.length) return false

  // A left sibling is in both trees, a right one in the new tree only.
  let before = hashes[0]!
  let after = hashes[0]!
  for (const [i, { side }] of steps.entries()) {
    const sibling = hashes[i + 1]!
    if (side === 'left') before = nodeHash(sibling, before)
    after = side === 'left' ? nodeHash(sibling, after) : nodeHash(after, sibling)
  }
  return sameBytes(before, oldRoot) && sameBytes(after, root)
}

type WayUp = {
  /** The largest node that ends the old tree and is a node of the new one; the old root, if it is all of it. */
  readonly first: Range | 'old root'
  /** Its siblings on the way up to the new root. */
  readonly steps: readonly { readonly side: 'left' | 'right'; readonly range: Range }[]
}

function wayUp(oldSize: number, size: number): WayUp {
  const steps: { side: 'left' | 'right'; range: Range }[] = []
  let node: Range = { start: 0, end: size }
  while (node.end !== oldSize) {
    const [left, right] = childrenOf(node)
    const goesLeft = oldSize <= right.start
    steps.push(goesLeft ? { side: 'right', range: right } : { side: 'left', range: left })
    node = goesLeft ? left : right
  }
  return { first: node.start === 0 ? 'old root' : node, steps: steps.reverse() }
}

function isOrdered(oldSize: number, size: number): boolean {
  return isCount(oldSize) && isCount(size) && oldSize > 0 && oldSize <= size
}
