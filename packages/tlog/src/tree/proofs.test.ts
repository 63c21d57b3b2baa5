import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { ok, type Result } from '../result.ts'
import { fromBase64 } from '../text.ts'
import { proveConsistency, verifyConsistency } from './consistency.ts'
import { emptyRoot, type Hash, leafHash, nodeHash } from './hash.ts'
import { proveInclusion, verifyInclusion } from './inclusion.ts'
import { childrenOf, type HashSource, type Range, subtreesOf } from './subtree.ts'
import { append, emptyTree, rootOf, type Tree } from './tree.ts'

const vectors = inject('vectors')

describe('the vectors of transparency-dev/merkle', () => {
  test('98 inclusion proofs', ({ skip }) => {
    skip(vectors.missing !== undefined, vectors.missing)
    const cases = read().inclusion
    expect(cases).toHaveLength(98)
    for (const { leafIdx: index, treeSize: size, root, leafHash, proof, wantErr, _name } of cases)
      expect(
        verifyInclusion({ leaf: hash(leafHash), index, size, root: hash(root) }, (proof ?? []).map(hash)),
        _name,
      ).toBe(!wantErr)
  })

  test('98 consistency proofs', ({ skip }) => {
    skip(vectors.missing !== undefined, vectors.missing)
    const cases = read().consistency
    expect(cases).toHaveLength(98)
    for (const { size1, size2, root1, root2, proof, wantErr, _name } of cases)
      expect(
        verifyConsistency(
          { oldSize: size1, oldRoot: hash(root1), size: size2, root: hash(root2) },
          (proof ?? []).map(hash),
        ),
        _name,
      ).toBe(!wantErr)
  })

  type Case = { proof: string[] | null; wantErr: boolean; _name: string }
  type InclusionCase = Case & { leafIdx: number; treeSize: number; root: string; leafHash: string }
  type ConsistencyCase = Case & { size1: number; size2: number; root1: string; root2: string }

  function read(): { inclusion: InclusionCase[]; consistency: ConsistencyCase[] } {
    return JSON.parse(readFileSync(join(vectors.path!, 'rfc6962-proofs.json'), 'utf8'))
  }

  function hash(base64: string | null): Hash {
    return fromBase64(base64 ?? '')!
  }
})

describe('every proof of a small tree', () => {
  const leaves = Array.from({ length: 40 }, (_, i) => leafHash(Uint8Array.of(i)))
  const heads: Tree[] = [emptyTree]
  for (const leaf of leaves) heads.push(append(heads.at(-1)!, leaf))
  const roots = heads.map(rootOf)
  const source: HashSource = async subtrees =>
    ok(
      subtrees.map(({ height, index }) =>
        mth({ start: index * 2 ** height, end: (index + 1) * 2 ** height }),
      ),
    )
  const inclusion = async (index: number, size: number) => value(await proveInclusion(index, size, source))
  const consistency = async (oldSize: number, size: number) =>
    value(await proveConsistency(oldSize, size, source))

  function value<T>(result: Result<T>): T {
    if (!result.ok) throw new Error(result.refusal.message)
    return result.value
  }

  /** MTH as RFC 6962 §2.1 defines it. */
  function mth(range: Range): Hash {
    if (range.start === range.end) return emptyRoot
    if (range.end - range.start === 1) return leaves[range.start]!
    const [left, right] = childrenOf(range)
    return nodeHash(mth(left), mth(right))
  }

  test('the edge’s root is the RFC’s', () => {
    expect(roots).toEqual(roots.map((_, size) => mth({ start: 0, end: size })))
  })

  test('inclusion: each leaf of each size, and of nothing else', async () => {
    for (let size = 1; size < roots.length; size++)
      for (let index = 0; index < size; index++) {
        const proof = await inclusion(index, size)
        const claim = { leaf: leaves[index]!, index, size, root: roots[size]! }
        expect(verifyInclusion(claim, proof)).toBe(true)
        expect(verifyInclusion({ ...claim, leaf: leaves[index + 1] ?? leaves[0]! }, proof)).toBe(false)
        expect(verifyInclusion({ ...claim, root: roots[size - 1]! }, proof)).toBe(false)
        expect(verifyInclusion(claim, [...proof, leaves[0]!])).toBe(false)
        expect(verifyInclusion(claim, proof.slice(1))).toBe(proof.length === 0)
      }
  })

  test('consistency: each size to each larger one, and to nothing else', async () => {
    for (let size = 1; size < roots.length; size++)
      for (let oldSize = 1; oldSize <= size; oldSize++) {
        const proof = await consistency(oldSize, size)
        const claim = { oldSize, oldRoot: roots[oldSize]!, size, root: roots[size]! }
        expect(verifyConsistency(claim, proof)).toBe(true)
        expect(verifyConsistency({ ...claim, oldRoot: roots[oldSize - 1]! }, proof)).toBe(false)
        expect(verifyConsistency({ ...claim, root: roots[size - 1]! }, proof)).toBe(false)
        expect(verifyConsistency(claim, [...proof, leaves[0]!])).toBe(false)
        if (proof.length > 0) expect(verifyConsistency(claim, proof.slice(1))).toBe(false)
      }
  })

  test('an old tree of size 0 is consistent with nothing', () => {
    for (const size of [0, 1, 2])
      expect(verifyConsistency({ oldSize: 0, oldRoot: emptyRoot, size, root: roots[size]! }, [])).toBe(false)
  })

  test('any changed bit of a proof is noticed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), fc.boolean(), async (a, b, c, isInclusion) => {
        const size = 2 + (a % 38)
        const other = 1 + (b % (size - 1))
        const proof = isInclusion ? await inclusion(other, size) : await consistency(other, size)
        const changed = proof.map(hash => hash.slice())
        const bit = c % (proof.length * 256)
        changed[bit >> 8]![(bit >> 3) & 31]! ^= 1 << (bit & 7)
        const root = roots[size]!
        expect(
          isInclusion
            ? verifyInclusion({ leaf: leaves[other]!, index: other, size, root }, changed)
            : verifyConsistency({ oldSize: other, oldRoot: roots[other]!, size, root }, changed),
        ).toBe(false)
      }),
    )
  })
})

test('sizes near 2^53 split exactly', () => {
  const end = Number.MAX_SAFE_INTEGER
  expect(subtreesOf({ start: 0, end }).map(({ height }) => height)).toEqual(
    Array.from({ length: 53 }, (_, i) => 52 - i),
  )
  expect(childrenOf({ start: 0, end })[0].end).toBe(2 ** 52)
})

test('hostile sizes, indices and hashes are refused, not thrown at', () => {
  const anything = fc.oneof(fc.double(), fc.integer(), fc.maxSafeNat())
  const hashes = fc.uint8Array({ minLength: 31, maxLength: 33 })
  fc.assert(
    fc.property(anything, anything, hashes, hashes, fc.array(hashes), (a, b, leaf, root, proof) => {
      expect(verifyInclusion({ leaf, index: a, size: b, root }, proof)).toBe(false)
      const sameHead = a === b && a > 0 && proof.length === 0 && String(leaf) === String(root)
      expect(verifyConsistency({ oldSize: a, oldRoot: leaf, size: b, root }, proof)).toBe(sameHead)
    }),
  )
})
