import { type Area, kinds, type Result } from '@countersign/election'
import { z } from 'zod'
import type { Cells } from './cells.ts'
import { parse } from './election-file.ts'

/**
 * The areas of an election from the rows of its `areas.csv`: columns `area`, `parent`, `level`, `name_<language>`,
 * `tile_row`, `tile_column`; an empty cell is absent. The order stays.
 * Refusal `areas-table`: names the first rows that are not areas.
 */
export function listedAreas(header: Cells, rows: readonly Cells[]): Result<readonly Area[]> {
  const objects = rows.map(cells =>
    areaOf(Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']))),
  )
  return parse(schema, objects, 'areas-table') as Result<readonly Area[]>
}

const area = z.array(
  (kinds.find(({ name }) => name === 'areas')!.fields.areas!.type.schema as z.ZodArray).element,
)
const schema = area.min(1)

function areaOf({ area, parent, level, tile_row, tile_column, ...names }: Record<string, string>): unknown {
  const named = Object.entries(names)
    .filter(([column, text]) => column.startsWith('name_') && text !== '')
    .map(([column, text]) => [column.slice('name_'.length), text.normalize('NFC')])
  return {
    id: area,
    level,
    ...(parent !== '' && { parent }),
    name: Object.fromEntries(named),
    ...(tile_row !== '' && { tile: { row: Number(tile_row), column: Number(tile_column) } }),
  }
}
