/** What a chart draws, as data. Numbers along an axis are in its own unit; names are in the reader's language. */
export type Drawing = Bars | Lines | Points | Cells | Flow | Tiles

export interface Axis {
  readonly name: string
  /** Where it begins and ends; the least and greatest value where absent. */
  readonly range?: readonly [number, number]
}

/** Bars from zero, one under another, each with its number. */
export interface Bars {
  readonly shape: 'bars'
  readonly unit: string
  readonly bars: readonly { readonly name: string; readonly value: number; readonly hue?: number }[]
  /** Values that the bars are to be seen against, each a line across them. */
  readonly marks?: readonly Mark[]
}

/** Curves over one axis; with marks at places of it. */
export interface Lines {
  readonly shape: 'lines'
  readonly x: Axis
  readonly y: Axis
  readonly lines: readonly { readonly name: string; readonly points: readonly Point[] }[]
  readonly marks?: readonly Mark[]
}

/** A cloud of points. */
export interface Points {
  readonly shape: 'points'
  readonly x: Axis
  readonly y: Axis
  readonly points: readonly Point[]
  readonly marks?: readonly Mark[]
}

/** A plane of counts, darker where there are more: row after row from the lowest y, each from the lowest x. */
export interface Cells {
  readonly shape: 'cells'
  readonly x: Axis & { readonly range: readonly [number, number] }
  readonly y: Axis & { readonly range: readonly [number, number] }
  readonly columns: number
  readonly counts: readonly number[]
}

/** Votes from rows to columns, each ribbon as wide as its votes. */
export interface Flow {
  readonly shape: 'flow'
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly votes: readonly (readonly number[])[]
}

/** A number for each area, on a map of tiles. */
export interface Tiles {
  readonly shape: 'tiles'
  readonly unit: string
  readonly tiles: readonly {
    readonly name: string
    /** From the top and from the left, 0 first. */
    readonly row: number
    readonly column: number
    readonly value: number
  }[]
}

export type Point = readonly [x: number, y: number]

/** A place on the axis of values (bars) or on the x axis, with its name. */
export interface Mark {
  readonly at: number
  readonly name: string
}
