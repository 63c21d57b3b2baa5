import { formPaper, type PaperArea, pageCodeAreas } from '@countersign/election'
import { around, type Point, type Region } from './region.ts'

/** The corners of a code in a picture, in pixels, as the code itself is turned. */
export interface CodeCorners {
  readonly topLeft: Point
  readonly topRight: Point
  readonly bottomLeft: Point
  readonly bottomRight: Point
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A little more than the area: the code is small beside the page, so that the page is placed by it roughly. */
const margin = 4

/**
 * Where an area of a printed page lies in a photograph of it, from where the page's own code lies. The page is taken to
 * be seen from straight above; a person looks at what is proposed, and moves it.
 */
export function inPicture(area: PaperArea, corners: CodeCorners, picture: Size): Region | undefined {
  const places = pageCodeAreas.map(code => placing(code, corners, picture))
  const [place] = places.sort((a, b) => outside(a) - outside(b))
  const { x, y, width, height } = area
  return around(
    cornersOf({ x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }).map(
      place!,
    ),
  )
}

type Placing = (onPaper: Point) => Point

/** From millimetres on the paper to parts of the picture: what is straight and parallel stays so. */
function placing(code: PaperArea, corners: CodeCorners, picture: Size): Placing {
  const { topLeft, topRight, bottomLeft, bottomRight } = corners
  const along = mean(from(topLeft, topRight), from(bottomLeft, bottomRight))
  const down = mean(from(topLeft, bottomLeft), from(topRight, bottomRight))
  return ({ x, y }) => {
    const [u, v] = [(x - code.x) / code.width, (y - code.y) / code.height]
    return {
      x: (topLeft.x + u * along.x + v * down.x) / picture.width,
      y: (topLeft.y + u * along.y + v * down.y) / picture.height,
    }
  }
}

/** How far the paper's corners would lie outside of the picture: the code is at one of two corners of the paper. */
function outside(place: Placing): number {
  const over = (value: number) => Math.max(0, -value, value - 1)
  return cornersOf({ x: 0, y: 0, ...formPaper })
    .map(place)
    .reduce((sum, { x, y }) => sum + over(x) + over(y), 0)
}

function cornersOf({ x, y, width, height }: PaperArea): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ]
}

function from(a: Point, b: Point): Point {
  return { x: b.x - a.x, y: b.y - a.y }
}

function mean(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
