import type { Area } from '@countersign/election'
import { type Found, found } from '../check/problem.ts'
import { cellReader } from './cells.ts'
import { readCsv } from './csv.ts'

/** An area and where it was read: a line of a table, or the document. */
export interface FoundArea {
  readonly where: string
  readonly area: Area
}

/** Columns `area`, `parent`, `level`, `name_<language>`, `tile_row`, `tile_column`: the tree of areas, a row each. */
export function readAreas(text: string): {
  readonly areas: readonly FoundArea[]
  readonly problems: readonly Found[]
} {
  const table = readCsv('areas', text, {
    needed: ['area', 'level'],
    optional: ['parent', 'name_*', 'tile_row', 'tile_column'],
  })
  const problems = [...table.problems]
  const read = cellReader('areas', table.columns, problems)
  const areas: FoundArea[] = []
  for (const row of table.rows) {
    const id = read.needed(row, 'area')
    const level = read.needed(row, 'level')
    const parent = read.identifier(row, 'parent')
    const name = read.name(row, 'name')
    const [tileRow, tileColumn] = [read.count(row, 'tile_row'), read.count(row, 'tile_column')]
    if (id === undefined || level === undefined) continue
    if (name === undefined) problems.push(found('area-nameless', `areas:${row.line}`, { area: id }))
    areas.push({
      where: `areas:${row.line}`,
      area: {
        id,
        level,
        ...(parent !== undefined && { parent }),
        name: name ?? { en: id },
        ...(tileRow !== undefined &&
          tileColumn !== undefined && { tile: { row: tileRow, column: tileColumn } }),
      },
    })
  }
  return { areas, problems }
}
