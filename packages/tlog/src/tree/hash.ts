/**
 * The hashes of a Merkle tree, RFC 6962 §2.1:
 *
 *     leaf = SHA-256(00 ‖ entry)
 *     node = SHA-256(01 ‖ left ‖ right)
 *     root of the empty tree = SHA-256("")
 */
import { sha256 } from '#sha256'

/** A SHA-256 hash: always 32 bytes. */
export type Hash = Uint8Array

/** The length of every hash, in bytes. */
export const hashSize = 32

/** The root of a tree without leaves. */
export const emptyRoot: Hash = sha256(new Uint8Array())

/** The leaf hash of an entry's bytes. */
export function leafHash(entry: Uint8Array): Hash {
  const preimage = new Uint8Array(1 + entry.length)
  preimage.set(entry, 1)
  return sha256(preimage)
}

/** The hash of an inner node over its two children, 32 bytes each. */
export function nodeHash(left: Hash, right: Hash): Hash {
  if (left.length !== hashSize || right.length !== hashSize) throw new Error('a hash is 32 bytes')
  node.set(left, 1)
  node.set(right, 1 + hashSize)
  return sha256(node)
}

/** One preimage for all nodes: a log of n entries hashes n − 1 of them. */
const node = new Uint8Array(1 + 2 * hashSize)
node[0] = 1
