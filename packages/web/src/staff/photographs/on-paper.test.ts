import { formPaper, pageCodeAreas } from '@countersign/election'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CodeCorners, inPicture } from './on-paper.ts'
import { around, least, moved, type Region, resized, within } from './region.ts'

const names = { x: 0, y: 44, width: 210, height: 130 }
const picture = { width: 2100, height: 2970 }

/** The corners of the page's code, seen from above by a camera that is turned by so many degrees. */
function seen(code: number, degrees: number, scale = 8): CodeCorners {
  const area = pageCodeAreas[code]!
  const angle = (degrees * Math.PI) / 180
  const at = (x: number, y: number) => {
    const [u, v] = [(x - formPaper.width / 2) * scale, (y - formPaper.height / 2) * scale]
    return {
      x: picture.width / 2 + u * Math.cos(angle) - v * Math.sin(angle),
      y: picture.height / 2 + u * Math.sin(angle) + v * Math.cos(angle),
    }
  }
  const { x, y, width, height } = area
  return {
    topLeft: at(x, y),
    topRight: at(x + width, y),
    bottomLeft: at(x, y + height),
    bottomRight: at(x + width, y + height),
  }
}

test.each([0, 1])('the names of a page are found from its code, in either direction of writing', code => {
  const region = inPicture(names, seen(code, 0), picture)!
  // 8 pixels a millimetre, the page in the middle: 210 mm are 1680 of 2100 pixels, and 4 mm more on each side.
  expect(region.x).toBeCloseTo((2100 / 2 - (105 + 4) * 8) / 2100, 5)
  expect(region.width).toBeCloseTo((218 * 8) / 2100, 5)
  expect(region.y).toBeCloseTo((2970 / 2 + (44 - 4 - 148.5) * 8) / 2970, 5)
  expect(region.height).toBeCloseTo((138 * 8) / 2970, 5)
})

test('a page that lies askew: what is proposed covers all of its names', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25, max: 25 }), fc.constantFrom(0, 1), (degrees, code) => {
      const region = inPicture(names, seen(code, degrees, 6), picture)!
      const angle = (degrees * Math.PI) / 180
      for (const [x, y] of [
        [0, 44],
        [210, 44],
        [0, 174],
        [210, 174],
      ] as const) {
        const [u, v] = [(x - 105) * 6, (y - 148.5) * 6]
        const px = (1050 + u * Math.cos(angle) - v * Math.sin(angle)) / 2100
        const py = (1485 + u * Math.sin(angle) + v * Math.cos(angle)) / 2970
        expect(px).toBeGreaterThanOrEqual(region.x - 1e-9)
        expect(px).toBeLessThanOrEqual(region.x + region.width + 1e-9)
        expect(py).toBeGreaterThanOrEqual(region.y - 1e-9)
        expect(py).toBeLessThanOrEqual(region.y + region.height + 1e-9)
      }
    }),
  )
})

test('however it is moved and resized, a region stays in its picture and can be seen', () => {
  const step = fc.double({ min: -2, max: 2, noNaN: true })
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      part,
      part,
      part,
      part,
      fc.array(fc.tuple(fc.boolean(), step, step)),
      (x, y, width, height, steps) => {
        let region: Region = within({ x, y, width, height })
        for (const [isMoved, dx, dy] of steps)
          region = isMoved ? moved(region, dx, dy) : resized(region, dx, dy)
        expect(Math.min(region.width, region.height)).toBeGreaterThanOrEqual(least - 1e-9)
        expect(Math.min(region.x, region.y)).toBeGreaterThanOrEqual(-1e-9)
        expect(Math.max(region.x + region.width, region.y + region.height)).toBeLessThanOrEqual(1 + 1e-9)
      },
    ),
  )
  expect(
    around([
      { x: -3, y: -3 },
      { x: -1, y: -1 },
    ]),
  ).toBeUndefined()
})
