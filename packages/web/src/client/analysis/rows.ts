import { type AreaGiven, type RowGiven, type Rows, rowsOf } from '@countersign/analysis'
import type { Figures } from '@countersign/election'
import type { Overview, RoundResult } from '@countersign/publication'
import { csvParse, type DSVRowString } from 'd3-dsv'
import type { StudiedTable } from '../../site/analysis/tables.ts'

/** The tables of a round as they are published. */
export interface PublishedTables {
  readonly areas: string
  /** Where the rows are boxes. */
  readonly boxes?: string
}

/** The rows of a published table: those that its total counts. */
export function rowsFromTables(
  overview: Overview,
  { round, level }: Pick<StudiedTable, 'round' | 'level'>,
  tables: PublishedTables,
): Rows {
  const result = overview.rounds.find(each => each.round === round)!
  const total = overview.mode === 'live' ? 'preliminary' : 'asPublished'
  const areaRows = csvParse(tables.areas).filter(row => row.total === total)
  const rows =
    level === 'box'
      ? csvParse(tables.boxes ?? '').filter(row => (row.counted_in ?? '').split(' ').includes(total))
      : areaRows.filter(row => row.level === level && row.rows !== '0')
  return rowsOf({
    about: {
      name: overview.name,
      round,
      date: result.date,
      rule: result.rule,
      of: result.of,
      treeSize: overview.treeSize,
    },
    level,
    candidates: result.candidates.map(({ id, number, name }) => ({ id, number, name })),
    areas: areaRows.map(areaOf),
    rows: rows.map(row => rowOf(row, result, overview)),
    invalidGrounds: overview.grounds.invalid.map(({ number }) => number),
  })
}

function areaOf(row: DSVRowString): AreaGiven {
  const names = Object.entries(row)
    .filter(([column, name]) => column.startsWith('name_') && name)
    .map(([column, name]) => [column.slice('name_'.length), name ?? ''])
  return {
    id: row.area_id ?? '',
    level: row.level ?? '',
    ...(row.parent_id && { parent: row.parent_id }),
    name: Object.fromEntries(names),
  }
}

const singles = {
  eligible: 'eligible',
  delivered: 'delivered',
  issued: 'issued',
  inBox: 'in_box',
  taken: 'taken',
  invalid: 'invalid',
  valid: 'valid',
} as const

function rowOf(row: DSVRowString, { candidates }: RoundResult, { grounds }: Overview): RowGiven {
  const figures: Record<string, unknown> = {}
  for (const [name, column] of Object.entries(singles)) {
    const figure = numberIn(row[column])
    if (figure !== undefined) figures[name] = figure
  }
  const votes = numbered(candidates.map(({ number, id }) => [number, row[`votes_${id}`]]))
  const invalidBy = numbered(grounds.invalid.map(({ number, id }) => [number, row[`invalid_${id}`]]))
  return {
    id: row.box_id ?? row.area_id ?? '',
    ...(row.area_id && { area: row.area_id }),
    figures: { ...figures, votes, invalidBy } as Figures,
  }
}

function numbered(
  cells: readonly (readonly [number, string | undefined])[],
): Readonly<Record<number, number>> {
  return Object.fromEntries(
    cells.flatMap(([number, cell]) => {
      const figure = numberIn(cell)
      return figure === undefined ? [] : [[number, figure]]
    }),
  )
}

/** An empty cell is not given; zero is zero. */
function numberIn(cell: string | undefined): number | undefined {
  return cell === undefined || cell === '' ? undefined : Number(cell)
}
