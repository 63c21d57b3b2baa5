import { singleFigures } from '@countersign/election'
import { z } from 'zod'

/**
 * A map says how a published table is read: which column holds which figure, what a row is about, which rows were
 * annulled, not held or are without data. A map is data: a table from another country needs a map, no code.
 */
const column = z.string().min(1).describe('the name of a column, as the table’s first line has it')

/** An identifier's parts come from the table; what they make must be letters, digits, `.`, `_`, `-`, at most 32. */
const code = z
  .union([
    column,
    z.strictObject({ column, first: z.int().min(1).describe('how many of the cell’s first characters') }),
    z.strictObject({ columns: z.array(column).min(2), join: z.string().max(4) }),
    z.strictObject({ column, prefix: z.string().min(1).max(16) }),
  ])
  .describe('an identifier: a column; its first characters; several columns joined; a column after a prefix')

const numbered = z
  .strictObject({ numbered: column })
  .describe('for areas without codes: numbered by first appearance, inside the area above')

const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected: a language tag such as en or fa')

const step = z.strictObject({
  level: z.string().min(1).describe('the level of this area, one of the definition’s'),
  code: z.union([numbered, code]),
  name: z
    .record(language, column)
    .refine(names => Object.keys(names).length > 0, 'expected: at least one language')
    .describe('where the area’s name stands, by language'),
})

const figure = z
  .union([
    column,
    z.strictObject({ sum: z.array(column).min(2) }),
    z.strictObject({ constant: z.int().min(0), because: z.string().min(1) }),
  ])
  .describe('a column; several that make the figure together; what is the same in every row, and why')

const figures = z.partialRecord(z.enum(singleFigures), figure)
const grounds = z.record(z.string(), column)

const status = z
  .union([
    z.enum(['counted', 'annulled', 'notHeld', 'noData']),
    z.strictObject({
      column,
      counted: z.array(z.string()).optional(),
      annulled: z.array(z.string()).optional(),
      notHeld: z.array(z.string()).optional(),
      noData: z.array(z.string()).optional(),
    }),
  ])
  .describe(
    'what became of the row: one word for all of them, or by the words in a column; every word is listed',
  )

const common = {
  $schema: z.string().optional(),
  table: z.string().min(1).describe('what the table is, for people'),
  source: z
    .union([z.string().min(1), z.strictObject({ column })])
    .describe(
      'who published the figures and where: one text, or a column; kept with every row, at most 500 bytes',
    ),
  round: z.union([z.int().min(1), z.strictObject({ column })]),
  figures: figures.default({}),
  invalidBy: grounds.default({}).describe('invalid ballots by ground'),
  notTakenBy: grounds.default({}).describe('ballots not taken, by ground'),
  votes: z.record(z.string(), column).describe('votes, by the candidate’s identifier'),
  boxes: figure.optional().describe('how many boxes the figures of an area cover'),
  note: column.optional().describe('the publisher’s own words on the row, at most 500 bytes'),
  ignore: z
    .union([z.array(column), z.record(column, z.string())])
    .default([])
    .describe('columns left aside on purpose, best with the reason of each'),
}

const rows = {
  ...common,
  status: status.default('counted'),
  path: z
    .array(step)
    .default([])
    .describe('the areas above a row, from the top, where the import makes them'),
}

const boxes = z.strictObject({
  rows: z.literal('boxes'),
  box: code,
  in: code.optional().describe('the area that the box lies in, where the definition lists the areas'),
  ...rows,
})

const areas = z.strictObject({ rows: z.literal('areas'), area: code, ...rows })

const announcements = z.strictObject({
  rows: z.literal('announcements'),
  area: code.optional().describe('the area spoken of; the top of the tree where absent'),
  label: z.record(language, column).describe('where stands what the announcement calls itself, by language'),
  date: column.optional().describe('the day, as YYYY-MM-DD'),
  localTime: column.optional().describe('the time of day where it was announced, as HH:MM'),
  utcOffset: z
    .string()
    .regex(/^[+-]\d\d:\d\d$/)
    .optional()
    .describe('what makes the local time universal, such as +03:30'),
  ...common,
})

export const tableMap = z.discriminatedUnion('rows', [boxes, areas, announcements])
export type TableMap = z.infer<typeof tableMap>
export type ResultsMap = Exclude<TableMap, { rows: 'announcements' }>
export type AnnouncementsMap = Extract<TableMap, { rows: 'announcements' }>
export type Code = z.infer<typeof code>
export type Numbered = z.infer<typeof numbered>
export type Figure = z.infer<typeof figure>
/** Every column that a map reads, each once, in the map's order; those under `ignore` are not among them. */
export function columnsOf(map: TableMap): readonly string[] {
  const named = [
    ...(map.rows === 'announcements' ? announcementColumns(map) : resultsColumns(map)),
    ...(typeof map.source === 'string' ? [] : [map.source.column]),
    ...(typeof map.round === 'number' ? [] : [map.round.column]),
    ...(map.note === undefined ? [] : [map.note]),
    ...figureColumns(map),
  ]
  return [...new Set(named)]
}

/** The columns under `ignore`. */
export function ignoredColumns(map: TableMap): readonly string[] {
  return Array.isArray(map.ignore) ? map.ignore : Object.keys(map.ignore)
}

function figureColumns(map: TableMap): readonly string[] {
  const single = [...Object.values(map.figures), ...(map.boxes === undefined ? [] : [map.boxes])]
  const groups = [map.invalidBy, map.notTakenBy, map.votes]
  return [...single.flatMap(figureParts), ...groups.flatMap(group => Object.values(group))]
}

/** The columns that make one figure together; none for a constant. */
export function figureParts(figure: Figure): readonly string[] {
  if (typeof figure === 'string') return [figure]
  return 'sum' in figure ? figure.sum : []
}

export function codeColumns(code: Code | Numbered): readonly string[] {
  if (typeof code === 'string') return [code]
  if ('numbered' in code) return [code.numbered]
  return 'columns' in code ? code.columns : [code.column]
}

function resultsColumns(map: ResultsMap): readonly string[] {
  return [
    ...(map.rows === 'boxes' ? [map.box, ...(map.in === undefined ? [] : [map.in])] : [map.area]).flatMap(
      codeColumns,
    ),
    ...map.path.flatMap(step => [...codeColumns(step.code), ...Object.values(step.name)]),
    ...(typeof map.status === 'string' ? [] : [map.status.column]),
  ]
}

function announcementColumns(map: AnnouncementsMap): readonly string[] {
  const when = [map.date, map.localTime].filter(name => name !== undefined)
  return [...(map.area === undefined ? [] : codeColumns(map.area)), ...Object.values(map.label), ...when]
}
