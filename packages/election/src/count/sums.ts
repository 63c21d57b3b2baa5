import type { Columns, Row } from './columns.ts'
import { addRow, emptySum, type Sum } from './sum.ts'

/** The sums of a round: by name of the total (of an archive: by level of the rows), then by area. */
export type Sums = Map<string, Map<string, Sum>>

/** Adds a row to a total in every area that it lies in, or takes it out of them. */
export function addToAreas(
  { sums, columns }: { readonly sums: Sums; readonly columns: Columns },
  total: string,
  areas: readonly string[],
  row: Row,
  sign: 1 | -1,
  state: string,
  counts: boolean,
): void {
  let byArea = sums.get(total)
  if (!byArea) {
    byArea = new Map()
    sums.set(total, byArea)
  }
  for (const area of areas) {
    let sum = byArea.get(area)
    if (!sum) {
      sum = emptySum(columns)
      byArea.set(area, sum)
    }
    addRow(sum, row, sign, state, counts)
  }
}
