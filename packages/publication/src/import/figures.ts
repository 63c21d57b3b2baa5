import type { Figures } from '@countersign/election'
import { BadFigure, type Cells, type Columns, type Read, readCount } from './cells.ts'
import { type Figure, figureParts, type TableMap } from './map.ts'
import type { Numbers } from './numbers.ts'
import { type Problem, problem } from './problems.ts'

/** One figure from one column, and where it goes. */
type Put = (figures: Record<string, unknown>, value: number) => void

/**
 * The figures of a row as printed, and the columns of them that are empty. A figure that several columns make is
 * absent where one of them is.
 */
export function figuresReader(
  map: TableMap,
  columns: Columns,
  numbers: Numbers,
  problems: Problem[],
): Read<{ readonly figures: Figures; readonly empty: readonly string[] }> {
  const single = Object.entries(map.figures).map(([name, figure]) => ({
    read: figureReader(figure!, columns, problems),
    put: ((figures, value) => {
      figures[name] = value
    }) as Put,
  }))
  const groups = (['invalidBy', 'notTakenBy', 'votes'] as const).flatMap(group =>
    Object.entries(map[group]).map(([id, column]) => {
      const number = numbers[group].get(id) ?? 0
      const put: Put = (figures, value) => {
        figures[group] ??= {}
        ;(figures[group] as Record<number, number>)[number] = value
      }
      return { read: figureReader(column, columns, problems), put }
    }),
  )
  const places = [...single, ...groups]
  return (line, cells) => {
    const figures: Record<string, unknown> = {}
    const empty: string[] = []
    for (const { read, put } of places) {
      const value = read(line, cells, empty)
      if (value !== undefined) put(figures, value)
    }
    return { figures: figures as Figures, empty }
  }
}

/** A count from one column or the sum of several; absent where a cell of them is empty, which goes to `empty`. */
export function figureReader(
  figure: Figure,
  columns: Columns,
  problems: Problem[],
): (line: number, cells: Cells, empty?: string[]) => number | undefined {
  if (typeof figure === 'object' && 'constant' in figure) return () => figure.constant
  const parts = figureParts(figure).map(column => ({ column, at: columns.get(column)! }))
  return (line, cells, empty) => {
    let sum: number | undefined = 0
    for (const { column, at } of parts) {
      const value = readCount(cells[at]!)
      if (value instanceof BadFigure) problems.push(problem(line, value.code, { column, value: cells[at]! }))
      else if (value === undefined) empty?.push(column)
      sum = typeof value !== 'number' || sum === undefined ? undefined : sum + value
    }
    return sum
  }
}
