/** Columns as wide as their widest cell; numbers to the right. */
export function columns(rows: readonly (readonly string[])[], right: readonly boolean[]): readonly string[] {
  const widths = right.map((_, i) => Math.max(...rows.map(row => width(row[i]!))))
  return rows.map(row => `  ${row.map((cell, i) => pad(cell, widths[i]!, right[i]!)).join('  ')}`.trimEnd())
}

function pad(cell: string, to: number, right: boolean): string {
  const space = ' '.repeat(to - width(cell))
  return right ? space + cell : cell + space
}

/** Letters, not code points that join or sit on one. */
function width(cell: string): number {
  return cell.replace(/[\p{M}\u200c]/gu, '').length
}
