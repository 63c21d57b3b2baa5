import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '../../text.ts'
import { entriesPath, tilePath } from '../../tile/path.ts'
import { newTiles } from '../../tile/tile.ts'
import { leafHash } from '../../tree/hash.ts'
import { append, emptyTree, rootOf } from '../../tree/tree.ts'
import { type Edge, emptyEdge, grow, rootOfLevels } from './edge.ts'

const entry = (i: number) => utf8(`entry ${i}`)
const entriesFrom = (start: number, count: number) =>
  Array.from({ length: count }, (_, i) => entry(start + i))
const growBy = (edge: Edge, count: number) => {
  const entries = entriesFrom(edge.size, count)
  return grow(edge, entries, entries.map(leafHash))
}

test('however a log grows, its root is that of the tree of its entries, and its files are those that are new', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 }), steps => {
      let edge = emptyEdge
      let tree = emptyTree
      for (const count of steps) {
        const { edge: next, files } = growBy(edge, count)
        for (const one of entriesFrom(edge.size, count)) tree = append(tree, leafHash(one))
        const tiles = newTiles(edge.size, next.size)
        const bundles = tiles.filter(({ level }) => level === 0).map(({ n, width }) => entriesPath(n, width))
        expect(files.map(({ path }) => path).sort()).toEqual(
          [...bundles, ...tiles.map(({ level, n, width }) => tilePath(level, n, width))].sort(),
        )
        expect(rootOfLevels(next)).toEqual(rootOf(tree))
        edge = next
      }
    }),
    { numRuns: 40 },
  )
})

test('70,000 entries: 273 full tiles and one of 112 at level 0, one full and one of 17, one of 1', () => {
  const paths = growBy(emptyEdge, 70_000).files.map(({ path }) => path)
  expect(paths.filter(path => /^tile\/0\/\d+$/.test(path))).toHaveLength(273)
  expect(paths.filter(path => path.startsWith('tile/entries/'))).toHaveLength(274)
  expect(paths.filter(path => path.includes('.p/'))).toEqual([
    'tile/entries/273.p/112',
    'tile/0/273.p/112',
    'tile/1/001.p/17',
    'tile/2/000.p/1',
  ])
})
