/**
 * Inclusion proofs, RFC 6962 §2.1.1: the hashes of the siblings on the way from a leaf up to the root.
 * Beyond the RFC, every hash must be exactly 32 bytes.
 */
import { isCount, sameBytes } from '../bytes.ts'
import type { Result } from '../result.ts'
import { type Hash, hashSize, nodeHash } from './hash.ts'
import { childrenOf, type HashSource, type Range, rangeHashes } from './subtree.ts'

/** What an inclusion proof is about: that `leaf` is leaf `index` of the tree of `size` leaves under `root`. */
export type Inclusion = {
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly root: Hash
}

/** The proof that leaf `index` is in the tree of `size` leaves (index < size): its hashes, leaf to root. Refuses as `hashes` does. */
export function proveInclusion(index: number, size: number, hashes: HashSource): Promise<Result<Hash[]>> {
  if (!isCount(index) || !isCount(size) || index >= size) throw new Error(`no leaf ${index} of ${size}`)
  const siblings = siblingsOf(index, size).map(({ range }) => range)
  return rangeHashes(siblings, hashes)
}

/** Whether `proof` proves the inclusion. False for sizes and indices that cannot be. */
export function verifyInclusion({ leaf, index, size, root }: Inclusion, proof: readonly Hash[]): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (![leaf, root, ...proof].every(hash => hash.length === hashSize)) return false
  const siblings = siblingsOf(index, size)
  if (proof.length !== siblings.length) return false
  const computed = siblings.reduce(
    (hash, { side }, i) => (side === 'left' ? nodeHash(proof[i]!, hash) : nodeHash(hash, proof[i]!)),
    leaf,
  )
  return sameBytes(computed, root)
}

type Sibling = { readonly side: 'left' | 'right'; readonly range: Range }

/** The siblings on the way from leaf `index` up to the root. */
function siblingsOf(index: number, size: number): Sibling[] {
  const siblings: Sibling[] = []
  let node: Range = { start: 0, end: size }
  while (node.end - node.start > 1) {
    const [left, right] = childrenOf(node)
    const goesLeft = index < right.start
    siblings.push(goesLeft ? { side: 'right', range: right } : { side: 'left', range: left })
    node = goesLeft ? left : right
  }
  return siblings.reverse()
}
