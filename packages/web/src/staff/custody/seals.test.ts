import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSeals, sealsThatDiffer } from './seals.ts'

test('seals as a tired hand writes them', () => {
  expect(readSeals(' A-1206، A-1207 ,A-1206\nB9 ')).toEqual(['A-1206', 'A-1207', 'B9'])
  expect(readSeals('  ')).toEqual([])
})

test('seals differ where one is gone or one is new; in which order they are read says nothing', () => {
  expect(sealsThatDiffer(['A', 'B'], ['B', 'A'])).toBeUndefined()
  expect(sealsThatDiffer(['A', 'B'], ['A', 'C'])).toEqual({ missing: ['B'], strange: ['C'] })
  expect(sealsThatDiffer([], ['C'])).toEqual({ missing: [], strange: ['C'] })
  const seals = fc.uniqueArray(fc.stringMatching(/^[A-Z][0-9]$/))
  fc.assert(
    fc.property(seals, seals, (noted, found) => {
      const differs = sealsThatDiffer(noted, found)
      const same = noted.toSorted().join() === found.toSorted().join()
      expect(differs === undefined).toBe(same)
    }),
  )
})
