/** Where a box is: its ID, the area that it lies in, which of that area's chunks holds it, and every entry about it. */
export type BoxPlace = readonly [id: string, area: string, chunk: number, entries: readonly number[]]

/** A part of the index of boxes. */
export interface BoxIndexPart {
  /** In the order of the IDs. */
  readonly boxes: readonly BoxPlace[]
}

/** The index of boxes: which part to load for an ID, by halving. */
export interface BoxIndex {
  readonly count: number
  readonly parts: readonly { readonly path: string; readonly first: string; readonly last: string }[]
}

const placesInPart = 250

/** The parts of the index, then the index itself, as files: boxes are found by ID without loading all of them. */
export function* boxIndex(places: BoxPlace[]): Generator<readonly [path: string, BoxIndexPart | BoxIndex]> {
  places.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1))
  const parts: BoxIndex['parts'][number][] = []
  for (let from = 0; from < places.length; from += placesInPart) {
    const boxes = places.slice(from, from + placesInPart)
    const path = `index/boxes/${parts.length}.json`
    parts.push({ path, first: boxes[0]![0], last: boxes.at(-1)![0] })
    yield [path, { boxes }]
  }
  yield ['index/boxes.json', { count: places.length, parts }]
}
