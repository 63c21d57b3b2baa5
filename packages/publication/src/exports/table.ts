/** A cell: text, a whole number, or null where nothing is known. */
export type Cell = string | number | null

/** One column of an exported table; CSV, Parquet and the data dictionary are made from the same list. */
export interface Column<Row> {
  readonly name: string
  readonly type: 'text' | 'count'
  readonly says: string
  readonly of: (row: Row) => Cell
}

/** A table: what a row is, its columns, its rows. */
export interface Table<Row = never> {
  /** A file's name without its ending. */
  readonly name: string
  readonly says: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}
