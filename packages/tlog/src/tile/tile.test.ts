import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinBytes } from '../bytes.ts'
import { type Hash, leafHash, nodeHash } from '../tree/hash.ts'
import { append, emptyTree, rootOf } from '../tree/tree.ts'
import { decodeEntries, encodeEntries, maxEntrySize } from './entries.ts'
import { entriesPath, parseTilePath, tilePath } from './path.ts'
import { edgeTiles, fullTileRoot, hashAt, newTiles, peaksOf, rowsOf, tilesOf, treeOf } from './tile.ts'

describe('paths', () => {
  test('the specification’s example', () => {
    expect(tilePath(0, 1234067)).toBe('tile/0/x001/x234/067')
    expect(tilePath(1, 0, 17)).toBe('tile/1/000.p/17')
    expect(entriesPath(273, 112)).toBe('tile/entries/273.p/112')
    expect(entriesPath(1000)).toBe('tile/entries/x001/000')
  })

  test('come back as they were written', () => {
    const n = fc.oneof(fc.nat(2000), fc.maxSafeNat())
    const width = fc.integer({ min: 1, max: 256 })
    fc.assert(
      fc.property(fc.nat(63), n, width, (level, n, width) => {
        expect(parseTilePath(tilePath(level, n, width))).toEqual({
          ok: true,
          value: { kind: 'hashes', level, n, width },
        })
        expect(parseTilePath(entriesPath(n, width))).toEqual({
          ok: true,
          value: { kind: 'entries', n, width },
        })
      }),
    )
  })

  test.for([
    'tile/64/000',
    'tile/00/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/1000',
    'tile/0/001/234',
    'tile/0/x000/001',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/x009/x007/x199/x254/x740/992',
    'tile/data/000',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0/../0/000',
    'checkpoint',
  ])('refused: %s', path => {
    expect(parseTilePath(path)).toMatchObject({ refusal: { code: 'bad-tile-path', where: { path } } })
  })

  test('nothing is read that is not written so', () => {
    const pieces = fc.constantFrom(
      'tile/',
      'entries/',
      '0/',
      '7',
      '000',
      'x001/',
      '.p/',
      '12',
      '/',
      'x',
      '..',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map(parts => parts.join('')),
        ),
        path => {
          const parsed = parseTilePath(path)
          if (!parsed.ok) expect(parsed.refusal.code).toBe('bad-tile-path')
          else {
            const { value } = parsed
            const written =
              value.kind === 'entries'
                ? entriesPath(value.n, value.width)
                : tilePath(value.level, value.n, value.width)
            expect(written).toBe(path)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('bundles of entries', () => {
  test('an entry after its length', () => {
    const entries = [new TextEncoder().encode('hello'), new Uint8Array()]
    expect(encodeEntries(entries)).toEqual(Uint8Array.of(0, 5, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0, 0))
  })

  test('the longest entry fits, a longer one is a bug', () => {
    const longest = new Uint8Array(maxEntrySize).fill(7)
    expect(decodeEntries(encodeEntries([longest]))).toEqual({ ok: true, value: [longest] })
    expect(() => encodeEntries([new Uint8Array(maxEntrySize + 1)])).toThrow('at most')
  })

  test('come back as they were written; cut short, they are refused; anything else is one of the two', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), entries => {
        const bundle = encodeEntries(entries)
        expect(decodeEntries(bundle)).toEqual({ ok: true, value: entries })
        if (bundle.length > 0)
          expect(decodeEntries(bundle.subarray(0, -1))).toMatchObject({
            refusal: { code: 'truncated-bundle', where: { entry: entries.length - 1 } },
          })
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ max: 3 }), bytes => {
        const decoded = decodeEntries(bytes)
        if (decoded.ok) expect(encodeEntries(decoded.value)).toEqual(bytes)
        else expect(decoded.refusal.code).toBe('truncated-bundle')
      }),
    )
  })
})

describe('tiles', () => {
  const count = (size: number, level: number, width: number) =>
    tilesOf(size).filter(tile => tile.level === level && tile.width === width).length

  test('the specification’s example: 70,000 entries', () => {
    expect(count(70_000, 0, 256)).toBe(273)
    expect(count(70_000, 1, 256)).toBe(1)
    expect(edgeTiles(70_000)).toEqual([
      { level: 0, n: 273, width: 112 },
      { level: 1, n: 1, width: 17 },
      { level: 2, n: 0, width: 1 },
    ])
    expect(tilesOf(70_000)).toHaveLength(273 + 1 + 1 + 1 + 1)
  })

  test('256 entries: a full tile, and one of width 1 above it', () => {
    expect(tilesOf(256)).toEqual([
      { level: 0, n: 0, width: 256 },
      { level: 1, n: 0, width: 1 },
    ])
    expect(tilesOf(0)).toEqual([])
  })

  test('growing step by step makes the same full tiles and edge as growing at once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70_000), { maxLength: 6 }), sizes => {
        const steps = [0, ...sizes.sort((a, b) => a - b)]
        const grown = steps.slice(1).flatMap((size, i) => newTiles(steps[i]!, size))
        const last = steps.at(-1)!
        const full = (tiles: typeof grown) => tiles.filter(({ width }) => width === 256)
        const order = (tiles: typeof grown) => tiles.map(tile => JSON.stringify(tile)).sort()
        expect(order(full(grown))).toEqual(order(full(tilesOf(last))))
        expect(order(grown)).toEqual(expect.arrayContaining(order(edgeTiles(last))))
        expect(newTiles(last, last)).toEqual([])
      }),
    )
  })

  test('the edge’s tiles make up the tree', () => {
    const leaves = Array.from({ length: 600 }, (_, i) => leafHash(Uint8Array.of(i >> 8, i)))
    let tree = emptyTree
    for (const [i, leaf] of leaves.entries()) {
      tree = append(tree, leaf)
      const size = i + 1
      if (size % 37 !== 0 && size % 256 > 1) continue
      const level1 = Array.from({ length: size >> 8 }, (_, n) =>
        fullTileRoot(joinBytes(...leaves.slice(n * 256, n * 256 + 256))),
      )
      const hashes = [leaves.slice(0, size), level1]
      const edge = edgeTiles(size).map(({ level, n }) => joinBytes(...hashes[level]!.slice(n * 256)))
      expect(treeOf(size, edge)).toEqual(tree)
      expect(rootOf(treeOf(size, edge))).toEqual(rootOf(tree))
    }
  })

  test('a tile’s peaks are the perfect subtrees over its hashes', () => {
    const [a, b, c] = [1, 2, 3].map(i => leafHash(Uint8Array.of(i))) as [Hash, Hash, Hash]
    const tile = joinBytes(a, b, c)
    expect(peaksOf(rowsOf(tile))).toEqual([nodeHash(a, b), c])
    expect(hashAt(tile, 1)).toEqual(b)
  })
})
