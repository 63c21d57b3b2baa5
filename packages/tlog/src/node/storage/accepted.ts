/** What a log has accepted: the entries that are in its tree, and those that are durable and not in it yet. */
import { sameBytes } from '../../bytes.ts'
import { type Hash, leafHash } from '../../tree/hash.ts'
import type { Edge } from './edge.ts'
import type { Firsts } from './firsts.ts'

export type Accepted = {
  /** The number of entries, each counted once. */
  readonly size: number
  /** The edge of the tree. */
  readonly edge: Edge
  /** The entries that are not in the tree yet, in order. */
  readonly pending: readonly Uint8Array[]
  /** Whether `entry` may be there already. To be asked once, before its index; takes no hash. */
  maybeSeen(entry: Uint8Array): boolean
  /** The index of `entry`: where it is if it is there already, else the next. One call at a time. */
  index(entry: Uint8Array, maybeSeen: boolean): number | Promise<number>
  /** The leaf hashes of the first of them, as many as are hashed yet. */
  readonly leaves: readonly Hash[]
  /** Hashes the next few. */
  hashSome(): void
  /** Takes the first pending entries into the tree, of which `edge` is the edge. */
  advance(edge: Edge): void
}

/** Nothing takes longer than this many hashes before others get their turn: a quarter of a millisecond. */
const hashesAtATime = 100

/** The log with this edge, and nothing pending. `leafInTile` reads the leaf hash at an index from its full tile. */
export function acceptedFrom(
  start: Edge,
  firsts: Firsts,
  leafInTile: (index: number) => Promise<Hash>,
): Accepted {
  let edge = start
  let pending: Uint8Array[] = []
  let leaves: Hash[] = []

  function push(entry: Uint8Array): number {
    return edge.size + pending.push(entry) - 1
  }

  function hash(count: number): void {
    const end = Math.min(pending.length, leaves.length + count)
    for (let i = leaves.length; i < end; i++) {
      const leaf = leafHash(pending[i]!)
      firsts.put(leaf, edge.size + i)
      leaves.push(leaf)
    }
  }

  async function leafAt(index: number): Promise<Hash> {
    const full = edge.size - edge.entries.length
    if (index < full) return leafInTile(index)
    return index < edge.size ? edge.levels[0]![index - full]! : leaves[index - edge.size]!
  }

  async function indexOf(entry: Uint8Array): Promise<number> {
    hash(Number.POSITIVE_INFINITY)
    const leaf = leafHash(entry)
    for (const index of firsts.candidates(leaf)) if (sameBytes(await leafAt(index), leaf)) return index
    return push(entry)
  }

  return {
    get size() {
      return edge.size + pending.length
    },
    get edge() {
      return edge
    },
    get pending() {
      return pending
    },
    maybeSeen: firsts.maybeSeen,
    index: (entry, maybeSeen) => (maybeSeen ? indexOf(entry) : push(entry)),
    get leaves() {
      return leaves
    },
    hashSome: () => hash(hashesAtATime),
    advance(next) {
      const count = next.size - edge.size
      pending = pending.slice(count)
      leaves = leaves.slice(count)
      edge = next
    },
  }
}
