const leastCell = 1e-12
const mostSweeps = 60

/**
 * Iterated proportional fitting in place of one unit's table, row by row in one line: columns, then rows, until the
 * columns fit to within `closeEnough` votes. A cell with voters on both sides is never empty at the start; one without is.
 */
export function fitToMargins(
  cells: Float64Array,
  rows: Float64Array,
  columns: Float64Array,
  closeEnough = 1e-7,
): void {
  const [J, K] = [rows.length, columns.length]
  for (let j = 0; j < J; j++)
    for (let k = 0; k < K; k++)
      cells[j * K + k] = rows[j]! > 0 && columns[k]! > 0 ? Math.max(cells[j * K + k]!, leastCell) : 0
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let off = 0
    for (let k = 0; k < K; k++) {
      let sum = 0
      for (let j = 0; j < J; j++) sum += cells[j * K + k]!
      off = Math.max(off, Math.abs(sum - columns[k]!))
      const factor = sum > 0 ? columns[k]! / sum : 0
      for (let j = 0; j < J; j++) cells[j * K + k]! *= factor
    }
    if (sweep > 0 && off < closeEnough) break
    for (let j = 0; j < J; j++) {
      let sum = 0
      for (let k = 0; k < K; k++) sum += cells[j * K + k]!
      const factor = sum > 0 ? rows[j]! / sum : 0
      for (let k = 0; k < K; k++) cells[j * K + k]! *= factor
    }
  }
}
