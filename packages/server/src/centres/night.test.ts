import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCentre, type Centre, night } from '../fixtures/shift.ts'

const [packets, clerks] = [40, 6]
/** The same numbers in every run (Park and Miller). */
let seed = 7
const random = () => {
  seed = (seed * 16_807) % 2_147_483_647
  return seed / 2_147_483_647
}
let centre: Centre
beforeAll(async () => {
  centre = await aCentre({ packets, clerks })
})
afterAll(() => centre.server.end())

test('forty packets and six clerks who never pause: all is keyed by two, and nothing is asked for twice', async () => {
  const told = await night(centre, { packets, clerks, faster: Number.POSITIVE_INFINITY, random })
  expect(told.askedTwice).toEqual([])
  expect(told.transcripts).toBe(packets)
  const keyed = [...told.keyings.values()]
  expect(keyed.filter(of => new Set(of.map(({ who }) => who)).size < 2)).toEqual([])
  expect(keyed.filter(of => of.length === 3).length).toBeGreaterThan(0)
})
