/** A rectangle of a picture, in parts of its width and height: 0 to 1, from its upper left corner. */
export interface Region {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** The least that a region is wide and high: it can be seen, and taken hold of. */
export const least = 0.02

/** The region within its picture. */
export function within({ x, y, width, height }: Region): Region {
  const [w, h] = [clamp(width, least, 1), clamp(height, least, 1)]
  return { x: clamp(x, 0, 1 - w), y: clamp(y, 0, 1 - h), width: w, height: h }
}

export function moved(region: Region, dx: number, dy: number): Region {
  return within({ ...region, x: region.x + dx, y: region.y + dy })
}

/** Its far corner is moved; the near one stays. */
export function resized(region: Region, dx: number, dy: number): Region {
  const { x, y } = region
  const width = clamp(region.width + dx, least, 1 - x)
  const height = clamp(region.height + dy, least, 1 - y)
  return { x, y, width, height }
}

/** The region that these points lie in, as far as it lies in the picture; undefined where nothing of it does. */
export function around(points: readonly Point[]): Region | undefined {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, right] = [clamp(Math.min(...xs), 0, 1), clamp(Math.max(...xs), 0, 1)]
  const [top, bottom] = [clamp(Math.min(...ys), 0, 1), clamp(Math.max(...ys), 0, 1)]
  const region = { x: left, y: top, width: right - left, height: bottom - top }
  return region.width < least || region.height < least ? undefined : region
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high))
}
