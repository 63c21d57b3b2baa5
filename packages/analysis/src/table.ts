import type { Figures, Name, SingleFigure } from '@countersign/election'

/** Stands in a column where the source gives no figure. No count is negative. */
export const absent = -1

/** The single figures that the methods read, in the order of a form. */
export const figureNames = [
  'eligible',
  'delivered',
  'issued',
  'inBox',
  'taken',
  'invalid',
  'valid',
] as const satisfies readonly SingleFigure[]

export type FigureName = (typeof figureNames)[number]

/** What the rows are of: enough to title a report, and the rule that the result is judged by. */
export interface About {
  readonly name: Name
  readonly round: number
  /** The voting day. */
  readonly date?: string
  readonly rule: 'majority' | 'plurality' | 'proportional'
  /** What a majority is a majority of. */
  readonly of: 'valid' | 'taken' | 'issued' | 'eligible'
  readonly publishedBy?: Name
  /** The version of the record, where the rows are from one. */
  readonly treeSize?: number
}

export interface RowCandidate {
  readonly id: string
  readonly number: number
  readonly name: Name
}

/** The tree of areas as columns: an area's parent is an index into the same columns, −1 at the top. */
export interface AreaColumns {
  readonly ids: readonly string[]
  readonly levels: readonly string[]
  readonly names: readonly Name[]
  readonly parents: Int32Array
}

/**
 * One round of an election as columns: a row a box, or an area where nothing smaller is published. Every figure is
 * a whole number as its source gives it, or `absent`; `completed` adds what follows from the others.
 */
export interface Rows {
  readonly about: About
  /** `box`, or the level of the areas that the rows are. */
  readonly level: string
  readonly length: number
  readonly ids: readonly string[]
  readonly figures: Readonly<Record<FigureName, Float64Array>>
  readonly candidates: readonly RowCandidate[]
  /** By candidate, in the order of `candidates`; each as long as the rows. */
  readonly votes: readonly Float64Array[]
  readonly areas: AreaColumns
  /** The area that each row is, or lies in: an index into `areas`, −1 where none is known. */
  readonly area: Int32Array
  /** The publisher's own words on each row; empty where there are none. */
  readonly notes: readonly string[]
}

/** A row before it is laid out in columns. */
export interface RowGiven {
  readonly id: string
  readonly area?: string
  readonly figures: Figures
  readonly note?: string
}

/** An area before it is laid out in columns; a parent may come after its children. */
export interface AreaGiven {
  readonly id: string
  readonly level: string
  readonly parent?: string
  readonly name: Name
}

/** What rows are made of. */
export interface TableGiven {
  readonly about: About
  readonly level: string
  readonly candidates: readonly RowCandidate[]
  readonly areas: readonly AreaGiven[]
  readonly rows: readonly RowGiven[]
  /** The numbers of the grounds on which a ballot is invalid: where all are given, invalid is their sum. */
  readonly invalidGrounds?: readonly number[]
}

/** Lays rows out in columns. */
export function rowsOf({ about, level, candidates, areas, rows, invalidGrounds = [] }: TableGiven): Rows {
  const column = (read: (figures: Figures) => number | undefined) =>
    Float64Array.from(rows, ({ figures }) => read(figures) ?? absent)
  const places = new Map(areas.map(({ id }, i) => [id, i]))
  const placeOf = (id: string | undefined) => (id === undefined ? -1 : (places.get(id) ?? -1))
  const figures = Object.fromEntries(figureNames.map(name => [name, column(given => given[name])])) as Record<
    FigureName,
    Float64Array
  >
  return {
    about,
    level,
    length: rows.length,
    ids: rows.map(({ id }) => id),
    figures: {
      ...figures,
      invalid: column(given => given.invalid ?? sumOf(given.invalidBy, invalidGrounds)),
    },
    candidates,
    votes: candidates.map(({ number }) => column(given => given.votes?.[number])),
    areas: {
      ids: areas.map(({ id }) => id),
      levels: areas.map(({ level }) => level),
      names: areas.map(({ name }) => name),
      parents: Int32Array.from(areas, ({ parent }) => placeOf(parent)),
    },
    area: Int32Array.from(rows, ({ area }) => placeOf(area)),
    notes: rows.map(({ note }) => note ?? ''),
  }
}

function sumOf(parts: Figures['invalidBy'], grounds: readonly number[]): number | undefined {
  if (parts === undefined || grounds.length === 0) return undefined
  let sum = 0
  for (const ground of grounds) {
    const part = parts[ground]
    if (part === undefined) return undefined
    sum += part
  }
  return sum
}

/**
 * The rows with what follows from what is given: valid is the sum of the votes, and of valid, invalid and taken
 * (taken = valid + invalid) any one follows from the other two. What is given is never changed, and nothing below
 * zero is made up.
 */
export function completed(rows: Rows): Rows {
  const valid = rows.figures.valid.slice()
  const invalid = rows.figures.invalid.slice()
  const taken = rows.figures.taken.slice()
  for (let i = 0; i < rows.length; i++) {
    if (valid[i] === absent) valid[i] = votesAt(rows, i)
    if (taken[i] === absent && valid[i] !== absent && invalid[i] !== absent)
      taken[i] = valid[i]! + invalid[i]!
    if (invalid[i] === absent && taken[i] !== absent && valid[i] !== absent)
      invalid[i] = Math.max(absent, taken[i]! - valid[i]!)
    if (valid[i] === absent && taken[i] !== absent && invalid[i] !== absent)
      valid[i] = Math.max(absent, taken[i]! - invalid[i]!)
  }
  return { ...rows, figures: { ...rows.figures, valid, invalid, taken } }
}

/** The sum of everyone's votes in a row; `absent` where someone's are not given. */
export function votesAt(rows: Rows, row: number): number {
  if (rows.votes.length === 0) return absent
  let sum = 0
  for (const votes of rows.votes) {
    if (votes[row] === absent) return absent
    sum += votes[row]!
  }
  return sum
}

/** The sum of a column; null where a row of it is absent, or where there is no row. */
export function totalOf(column: Float64Array): number | null {
  let sum = 0
  for (const figure of column) {
    if (figure === absent) return null
    sum += figure
  }
  return column.length === 0 ? null : sum
}

/** The sum of the figures that a column gives, and of how many rows. */
export function givenIn(column: Float64Array): { readonly sum: number; readonly rows: number } {
  let sum = 0
  let rows = 0
  for (const figure of column) {
    if (figure === absent) continue
    sum += figure
    rows++
  }
  return { sum, rows }
}

/** For each row the index of its area at `level` (itself or one above it); −1 where it lies in none. */
export function areasAt({ areas, area }: Rows, level: string): Int32Array {
  const found = Int32Array.from(areas.ids, (_, start) => {
    let at = start
    while (at !== -1 && areas.levels[at] !== level) at = areas.parents[at]!
    return at
  })
  return area.map(place => (place === -1 ? -1 : found[place]!))
}

/** Some of the rows, in the order of `which`. */
export function pick(rows: Rows, which: readonly number[] | Int32Array): Rows {
  const column = (from: Float64Array) => Float64Array.from(which, i => from[i]!)
  return {
    ...rows,
    length: which.length,
    ids: Array.from(which, i => rows.ids[i]!),
    figures: Object.fromEntries(figureNames.map(name => [name, column(rows.figures[name])])) as Record<
      FigureName,
      Float64Array
    >,
    votes: rows.votes.map(column),
    area: Int32Array.from(which, i => rows.area[i]!),
    notes: Array.from(which, i => rows.notes[i]!),
  }
}

/** One row an area of `level`: the sums of the rows that lie in it, `absent` where one of them lacks the figure. */
export function summedAt(rows: Rows, level: string): Rows {
  const at = areasAt(rows, level)
  const order = [...new Set(at)].filter(place => place !== -1)
  const slot = new Map(order.map((place, i) => [place, i]))
  const sum = (from: Float64Array) => {
    const sums = new Float64Array(order.length)
    for (let i = 0; i < rows.length; i++) {
      if (at[i] === -1) continue
      const to = slot.get(at[i]!)!
      sums[to] = sums[to] === absent || from[i] === absent ? absent : sums[to]! + from[i]!
    }
    return sums
  }
  return {
    ...rows,
    level,
    length: order.length,
    ids: order.map(place => rows.areas.ids[place]!),
    figures: Object.fromEntries(figureNames.map(name => [name, sum(rows.figures[name])])) as Record<
      FigureName,
      Float64Array
    >,
    votes: rows.votes.map(sum),
    area: Int32Array.from(order),
    notes: order.map(() => ''),
  }
}
