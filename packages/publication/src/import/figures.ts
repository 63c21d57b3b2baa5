import type { Figures } from '@countersign/election'
import { BadFigure, type Columns, figureParts, type Read, readCount } from './cells.ts'
import type { TableMap } from './map.ts'
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
    parts: figureParts(figure!),
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
      return { parts: [column], put }
    }),
  )
  const places = [...single, ...groups].map(({ parts, put }) => ({
    parts: parts.map(column => ({ column, read: countReader(column, columns, problems) })),
    put,
  }))
  return (line, cells) => {
    const figures: Record<string, unknown> = {}
    const empty: string[] = []
    for (const { parts, put } of places) {
      let sum: number | undefined = 0
      for (const { column, read } of parts) {
        const value = read(line, cells)
        if (value === undefined) empty.push(column)
        sum = value === undefined || sum === undefined ? undefined : sum + value
      }
      if (sum !== undefined) put(figures, sum)
    }
    return { figures: figures as Figures, empty }
  }
}

/** A count from one column; absent where there is no such column or its cell is empty. */
export function countReader(
  column: string | undefined,
  columns: Columns,
  problems: Problem[],
): Read<number | undefined> {
  if (column === undefined) return () => undefined
  const at = columns.get(column)!
  return (line, cells) => {
    const value = readCount(cells[at]!)
    if (!(value instanceof BadFigure)) return value
    problems.push(problem(line, value.code, { column, value: cells[at]! }))
    return undefined
  }
}
