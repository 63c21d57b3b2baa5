/** A cell: text, a whole number, or null where nothing is known. */
export type Cell = string | number | null

/** One column of an exported table; CSV, Parquet and the data dictionary are made from the same list. */
export interface Column<Row> {
  readonly name: string
  readonly type: 'text' | 'count'
  readonly says: string
  readonly of: (row: Row) => Cell
}

/** Rows that are made together, when they are asked for: a country's, kept, would be half of the memory. */
export interface Block<Row> {
  /** Names what they follow from, where that is known; see `Part`. */
  readonly from?: string
  readonly rows: () => readonly Row[]
}

/** A table: what a row is, its columns, its rows. */
export interface Table<Row = never> {
  /** A file's name without its ending. */
  readonly name: string
  readonly says: string
  readonly columns: readonly Column<Row>[]
  /** How many rows there are. */
  readonly count: number
  readonly blocks: readonly Block<Row>[]
}

/** Every row of a table, one after the other. */
export function* rowsOf<Row>({ blocks }: Pick<Table<Row>, 'blocks'>): Generator<Row> {
  for (const { rows } of blocks) yield* rows()
}
