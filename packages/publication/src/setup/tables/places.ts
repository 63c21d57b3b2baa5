import type { ListedBox, Name } from '@countersign/election'
import { type Found, found } from '../check/problem.ts'
import type { FoundArea } from './areas.ts'
import { type CellReader, cellReader } from './cells.ts'
import { type Row, readCsv } from './csv.ts'

/** A box and the line of the table of places that lists it. */
export interface FoundBox {
  readonly line: number
  readonly box: ListedBox
}

export interface Places {
  readonly boxes: readonly FoundBox[]
  /** Areas that the columns of the levels name, each above those in it, in the order in which they are met. */
  readonly areas: readonly FoundArea[]
  readonly problems: readonly Found[]
}

const sorts = ['fixed', 'mobile', 'abroad'] as const

/**
 * The table of places: a row for each box. Where it lies is the column `area`, or a column for each level that bears
 * its name, with `<level>_name_<language>` beside it.
 * @param levels the levels of the definition, from the top
 */
export function readPlaces(text: string, levels: readonly string[]): Places {
  const table = readCsv('places', text, {
    needed: ['box'],
    optional: [
      'area',
      ...levels.flatMap(level => [level.toLowerCase(), `${level.toLowerCase()}_name_*`]),
      'place',
      'name_*',
      'sort',
      'form',
      'first_stub',
      'last_stub',
      'delivered',
      'eligible',
    ],
  })
  const problems = [...table.problems]
  const read = cellReader('places', table.columns, problems)
  const named = levels.filter(level => table.columns.includes(level.toLowerCase()))
  const finder = areaFinder(read, named)
  const boxes: FoundBox[] = []
  for (const row of table.rows) {
    const id = read.needed(row, 'box')
    const area = read.identifier(row, 'area') ?? finder.find(row)
    const rest = boxOf(row, read)
    if (area === undefined) problems.push(found('box-without-area', `places:${row.line}`))
    if (id !== undefined && area !== undefined) boxes.push({ line: row.line, box: { id, area, ...rest } })
  }
  return { boxes, areas: finder.found(), problems }
}

function boxOf(row: Row, read: CellReader): Omit<ListedBox, 'id' | 'area'> {
  return given({
    place: read.identifier(row, 'place'),
    sort: read.word(row, 'sort', sorts),
    name: read.name(row, 'name'),
    form: read.identifier(row, 'form'),
    firstStub: read.count(row, 'first_stub'),
    lastStub: read.count(row, 'last_stub'),
    delivered: read.count(row, 'delivered'),
    eligible: read.count(row, 'eligible'),
  })
}

/** Without the fields that are not known. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const known: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) known[name] = value
  return known as never
}

interface AreaFinder {
  /** The lowest area that the row names; nothing where it names none. */
  readonly find: (row: Row) => string | undefined
  readonly found: () => readonly FoundArea[]
}

interface Met {
  readonly line: number
  readonly level: string
  readonly parent: string | undefined
  name: Name | undefined
}

/** Collects the areas that rows name. One area has one place in the tree, and one name. */
function areaFinder(read: CellReader, levels: readonly string[]): AreaFinder {
  const met = new Map<string, Met>()

  function meet(row: Row, level: string, id: string, parent: string | undefined): void {
    const name = read.name(row, `${level.toLowerCase()}_name`)
    const before = met.get(id)
    if (!before) return void met.set(id, { line: row.line, level, parent, name })
    const first = `places:${before.line}`
    if (before.parent !== parent || before.level !== level)
      read.problem(row, 'area-moved', {
        area: id,
        parent: parent ?? '–',
        before: before.parent ?? '–',
        first,
      })
    for (const [language, text] of Object.entries(name ?? {})) {
      const known = before.name?.[language]
      if (known === undefined) before.name = { ...before.name, [language]: text }
      else if (known !== text)
        read.problem(row, 'area-renamed', { area: id, name: text, before: known, first })
    }
  }

  return {
    find: row => {
      let lowest: string | undefined
      let empty: string | undefined
      for (const level of levels) {
        const column = level.toLowerCase()
        const id = read.identifier(row, column)
        if (id === undefined) {
          empty ??= column
          continue
        }
        if (empty !== undefined) read.problem(row, 'area-skipped', { column: empty })
        meet(row, level, id, lowest)
        lowest = id
      }
      return lowest
    },
    found: () =>
      [...met].map(([id, { line, level, parent, name }]) => ({
        where: `places:${line}`,
        // Without a name here, it may have one in the table of areas.
        area: { id, level, ...(parent !== undefined && { parent }), name: name ?? {} },
      })),
  }
}
