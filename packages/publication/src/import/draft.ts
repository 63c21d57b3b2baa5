import type { Figures, ImportStatus } from '@countersign/election'
import type { AreaFinder } from './areas.ts'
import type { Read } from './cells.ts'
import { type Cells, type Columns, codeReader, isIdentifier, readCount } from './cells.ts'
import { figureReader, figuresReader } from './figures.ts'
import { type Code, codeColumns, type TableMap } from './map.ts'
import type { Numbers } from './numbers.ts'
import { type Problem, problem } from './problems.ts'

/** One row of a published table, before it is signed: what it is about and its figures as printed. */
export interface Draft {
  readonly line: number
  readonly round: number
  /** The area, or the box's area; absent where the row lies directly under the whole. */
  readonly area?: string
  readonly box?: string
  readonly status: ImportStatus
  readonly figures: Figures
  /** Columns of figures that the map names and this row leaves empty. */
  readonly empty: readonly string[]
  /** How many boxes an area's figures cover. */
  readonly boxes?: number
  readonly source: string
  readonly note?: string
  /** Of an announcement: what it calls itself, and when it was made. */
  readonly label?: Readonly<Record<string, string>>
  readonly date?: string
  /** UTC seconds. */
  readonly at?: number
}

/** A reader of one row. What is wrong with a row goes to `problems`; the draft is then not to be used. */
export function draftReader(
  map: TableMap,
  columns: Columns,
  numbers: Numbers,
  finder: AreaFinder | undefined,
  problems: Problem[],
): (line: number, cells: Cells) => Draft {
  const parts = {
    subject: subjectReader(map, columns, finder, problems),
    round: roundReader(map, columns, problems),
    status: statusReader(map, columns, problems),
    figures: figuresReader(map, columns, numbers, problems),
    boxes: map.boxes === undefined ? () => undefined : figureReader(map.boxes, columns, problems),
    source: sourceReader(map, columns, problems),
    note: textReader(map.note, columns, problems),
    announced: announcedReader(map, columns, problems),
  }
  return (line, cells) => {
    const status = parts.status(line, cells)
    const { figures, empty } = parts.figures(line, cells)
    const boxes = parts.boxes(line, cells)
    const note = parts.note(line, cells)
    return {
      line,
      round: parts.round(line, cells),
      ...parts.subject(line, cells),
      status,
      // Where a publisher has no data it prints zeros, or nothing; only the number of voters means something then.
      figures: status === 'noData' ? eligibleOnly(figures) : figures,
      empty: status === 'noData' ? [] : empty,
      ...(boxes !== undefined && { boxes }),
      source: parts.source(line, cells),
      ...(note !== undefined && { note }),
      ...parts.announced(line, cells),
    }
  }
}

function eligibleOnly({ eligible }: Figures): Figures {
  return eligible === undefined ? {} : { eligible }
}

function subjectReader(
  map: TableMap,
  columns: Columns,
  finder: AreaFinder | undefined,
  problems: Problem[],
): Read<{ area?: string; box?: string }> {
  const named = (code: Code | undefined): Read<string | undefined> => {
    if (code === undefined) return () => undefined
    const read = codeReader(code, columns)
    const column = codeColumns(code)[0]!
    return (line, cells) => {
      const id = read(cells)
      if (id === '') problems.push(problem(line, 'identifier-empty', { column }))
      else if (!isIdentifier(id)) problems.push(problem(line, 'identifier-bad', { value: id }))
      return id
    }
  }
  const areaOf = named(map.rows === 'boxes' ? map.in : map.area)
  const boxOf = named(map.rows === 'boxes' ? map.box : undefined)
  return (line, cells) => {
    const found = finder?.find(line, cells)
    const area = areaOf(line, cells) ?? found
    const box = boxOf(line, cells)
    return { ...(area !== undefined && { area }), ...(box !== undefined && { box }) }
  }
}

function roundReader(map: TableMap, columns: Columns, problems: Problem[]): Read<number> {
  const { round } = map
  if (typeof round === 'number') return () => round
  const at = columns.get(round.column)!
  return (line, cells) => {
    const value = readCount(cells[at]!)
    if (typeof value === 'number' && value > 0) return value
    problems.push(problem(line, 'round-unknown', { value: cells[at]! }))
    return 0
  }
}

function statusReader(map: TableMap, columns: Columns, problems: Problem[]): Read<ImportStatus> {
  if (map.rows === 'announcements') return () => 'counted'
  const { status } = map
  if (typeof status === 'string') return () => status
  const { column, ...words } = status
  const at = columns.get(column)!
  const statuses = new Map(
    (Object.entries(words) as [ImportStatus, string[]][]).flatMap(([name, listed]) =>
      listed.map(word => [word, name] as const),
    ),
  )
  return (line, cells) => {
    const found = statuses.get(cells[at]!)
    if (found === undefined) problems.push(problem(line, 'status-unknown', { column, value: cells[at]! }))
    return found ?? 'counted'
  }
}

function sourceReader(map: TableMap, columns: Columns, problems: Problem[]): Read<string> {
  const { source } = map
  if (typeof source === 'string') return () => source
  const read = textReader(source.column, columns, problems)
  return (line, cells) => read(line, cells) ?? ''
}

/** Text as printed, in one Unicode form; at most 500 bytes and without control characters. */
function textReader(
  column: string | undefined,
  columns: Columns,
  problems: Problem[],
): Read<string | undefined> {
  if (column === undefined) return () => undefined
  const at = columns.get(column)!
  return (line, cells) => {
    const text = cells[at]!.normalize('NFC')
    if (text === '') return undefined
    const why = textFault(text, 500)
    if (why !== undefined) problems.push(problem(line, 'text-bad', { column, why }))
    return text
  }
}

/** What keeps a text out of a statement; nothing where it may stand. */
export function textFault(text: string, most: number): string | undefined {
  if (/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text)) return 'a control character'
  const bytes = new TextEncoder().encode(text).length
  return bytes > most ? `${bytes} bytes of text, more than ${most}` : undefined
}

function announcedReader(
  map: TableMap,
  columns: Columns,
  problems: Problem[],
): Read<Pick<Draft, 'label' | 'date' | 'at'>> {
  if (map.rows !== 'announcements') return () => ({})
  const labels = Object.entries(map.label).map(
    ([tag, column]) => [tag, textReader(column, columns, problems)] as const,
  )
  const dateOf = textReader(map.date, columns, problems)
  const timeOf = textReader(map.localTime, columns, problems)
  return (line, cells) => {
    const label = Object.fromEntries(
      labels.map(([tag, read]) => [tag, read(line, cells)] as const).filter(([, text]) => text !== undefined),
    ) as Record<string, string>
    if (Object.keys(label).length === 0)
      problems.push(problem(line, 'identifier-empty', { column: Object.values(map.label)[0]! }))
    const date = dateOf(line, cells)
    const time = timeOf(line, cells)
    if (date === undefined) return { label }
    const at =
      time === undefined ? Number.NaN : Date.parse(`${date}T${time}:00${map.utcOffset ?? 'Z'}`) / 1000
    return Number.isNaN(at) ? { label, date } : { label, date, at }
  }
}
