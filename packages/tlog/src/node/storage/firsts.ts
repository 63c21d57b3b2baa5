/**
 * Where each entry was first put: the same entry sent again gets its first index back.
 *
 * Two tables of numbers, some 20 bytes an entry in all. `indexes` finds by leaf hash the few indexes at which an
 * entry can be; the caller compares the hash there, so that the answer is exact. `seen` holds the CRC-32 of
 * every entry: one that is not there is new, and its leaf hash can wait until after the answer. A false “seen”
 * costs a hash, never a wrong answer.
 */
import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Hash } from '../../tree/hash.ts'

export type Firsts = {
  /** Notes that the entry with this leaf hash was first put at `index` (less than 2^32 − 1). */
  put(leaf: Hash, index: number): void
  /** As `put`, of an entry that itself is not at hand: from now on, any entry may have been put before. */
  putUnseen(leaf: Hash, index: number): void
  /** The indexes at which the entry with this leaf hash may be. */
  candidates(leaf: Hash): readonly number[]
  /** Whether this entry may have been asked for, or put, before; from now on it may. */
  maybeSeen(entry: Uint8Array): boolean
}

/** No entries yet. */
export function noFirsts(): Firsts {
  let anySeen = false
  const indexes = numberTable()
  const seen = numberTable()
  // Unknown to whoever sends entries, who could otherwise choose many that fall on one place in the table.
  const [a, b] = new Uint32Array(new Uint8Array(randomBytes(8)).buffer) as unknown as [number, number]
  const keyOf = (leaf: Hash) => {
    const low = (leaf[0]! << 24) | (leaf[1]! << 16) | (leaf[2]! << 8) | leaf[3]!
    const high = (leaf[4]! << 24) | (leaf[5]! << 16) | (leaf[6]! << 8) | leaf[7]!
    return (Math.imul(low, a | 1) + Math.imul(high, b | 1)) >>> 0
  }
  return {
    put: (leaf, index) => indexes.add(keyOf(leaf), index),
    putUnseen(leaf, index) {
      anySeen = true
      indexes.add(keyOf(leaf), index)
    },
    candidates: leaf => indexes.valuesOf(keyOf(leaf)),
    maybeSeen(entry) {
      if (anySeen) return true
      const key = Math.imul(crc32(entry), a | 1) >>> 0
      if (seen.has(key)) return true
      seen.add(key, 0)
      return false
    },
  }
}

/** A multimap from 32-bit numbers to numbers below 2^32 − 1: open addressing, linear probing, at most ¾ full. */
function numberTable() {
  let bits = 10
  let count = 0
  let keys = new Uint32Array(1 << bits)
  let values = new Uint32Array(1 << bits) // 0: a free place; else the value plus one

  function place(key: number): number {
    return key >>> (32 - bits)
  }

  function insert(key: number, value: number): void {
    const last = keys.length - 1
    let at = place(key)
    while (values[at] !== 0) at = (at + 1) & last
    keys[at] = key
    values[at] = value
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values]
    bits++
    keys = new Uint32Array(2 ** bits)
    values = new Uint32Array(2 ** bits)
    oldValues.forEach((value, i) => {
      if (value !== 0) insert(oldKeys[i]!, value)
    })
  }

  return {
    add(key: number, value: number): void {
      if (++count > keys.length * 0.75) grow()
      insert(key, value + 1)
    },
    has(key: number): boolean {
      const last = keys.length - 1
      for (let at = place(key); values[at] !== 0; at = (at + 1) & last) if (keys[at] === key) return true
      return false
    },
    valuesOf(key: number): number[] {
      const last = keys.length - 1
      const found: number[] = []
      for (let at = place(key); values[at] !== 0; at = (at + 1) & last)
        if (keys[at] === key) found.push(values[at]! - 1)
      return found
    },
  }
}
