import {
  type Election,
  type Figures,
  findings,
  life,
  type Placed,
  type RoundTally,
  tally,
} from '@countersign/election'
import { type Chunk, type Chunks, chunksOf } from '../derived/chunks.ts'
import { totalNames, votesOf } from '../derived/figures.ts'
import type { Names } from '../derived/overview.ts'
import type { Round } from '../derived/round.ts'
import { figureColumns } from './figures.ts'
import type { Block, Column, Table } from './table.ts'

/** One area's figures under one of the totals. */
export interface AreaFiguresRow {
  readonly area: string
  readonly counted: RoundTally
}

/** One box in one round, as printed. */
export interface BoxFiguresRow {
  readonly id: string
  readonly area: string
  readonly state: string
  readonly figures: Figures | null
  /** The totals that the figures are in, by name. */
  readonly counted: readonly string[]
  readonly entry: number | null
  /** Codes of the checks that found something. */
  readonly codes: readonly string[]
}

/** The tables of one round: areas with their totals; boxes as printed. */
export interface RoundTables {
  readonly round: Round
  readonly areas: Table<AreaFiguresRow>
  readonly boxes: Table<BoxFiguresRow>
}

/** Every table of an election, by rounds. They are what all exports are made from. */
export function tablesOf(
  election: Election,
  chunks: Chunks = chunksOf(election, findings(election)),
): readonly RoundTables[] {
  const rounds = [...election.rounds.values()].sort((a, b) => a.number - b.number)
  return rounds.map(round => ({
    round,
    areas: areasTable(election, round),
    boxes: boxesTable(election, round, chunks),
  }))
}

function areasTable(election: Election, round: Round): Table<AreaFiguresRow> {
  const { number, ballot } = round
  const { invalidGrounds = [], notTakenGrounds = [] } = election.definition
  const areaOf = ({ area }: AreaFiguresRow) => election.areas.get(area)!.area
  const count = (
    name: string,
    says: string,
    of: (counted: RoundTally) => number | null | undefined,
  ): Column<AreaFiguresRow> => ({ name, type: 'count', says, of: ({ counted }) => of(counted) ?? null })
  return {
    name: `round-${number}-areas`,
    says: `round ${number}: every area under every total; a sum that some row of the area lacks is empty`,
    columns: [
      { name: 'area_id', type: 'text', says: 'the area', of: ({ area }) => area },
      { name: 'level', type: 'text', says: 'its level', of: row => areaOf(row).level },
      { name: 'parent_id', type: 'text', says: 'the area it lies in', of: row => areaOf(row).parent ?? null },
      ...languagesOf(election).map(language => ({
        name: `name_${language}`,
        type: 'text' as const,
        says: `its name (${language})`,
        of: (row: AreaFiguresRow) => areaOf(row).name[language] ?? null,
      })),
      { name: 'total', type: 'text', says: 'which total it is', of: ({ counted }) => counted.total },
      count('rows', 'boxes (of an archive: published rows) that it is the sum of', of => of.evidence.rows),
      count('boxes', 'ballot boxes in it; empty where not known', of => of.evidence.boxes),
      count('signed_forms', 'result forms signed by enrolled keys', of => of.evidence.signedForms),
      count('agent_signed', 'those of them that an agent signed', of => of.evidence.agentSigned),
      count('eligible', 'eligible voters', of => of.eligible),
      count('issued', 'ballots issued', of => of.issued),
      count('taken', 'ballots taken: valid and invalid', of => of.taken),
      count('invalid', 'invalid ballots among those taken', of => of.invalid),
      count('valid', 'valid votes', of => of.valid),
      count('not_taken', 'ballots not taken', of => of.notTaken),
      ...invalidGrounds.map(({ id }) =>
        count(`invalid_${id}`, `invalid ballots: ${id}`, of => of.invalidBy[id]),
      ),
      ...notTakenGrounds.map(({ id }) =>
        count(`not_taken_${id}`, `ballots not taken: ${id}`, of => of.notTakenBy[id]),
      ),
      ...ballot.statement.candidates.map(({ id, name }) =>
        count(`votes_${id}`, `votes for ${name.en ?? id}`, of => votesOf(of, id)),
      ),
    ],
    ...onceMade(election.areas.size * totalNames(election).length, () =>
      [...election.areas.keys()].flatMap(area =>
        totalNames(election).map(total => ({
          area,
          counted: tally(election, { area, round: number, total }).rounds[0]!,
        })),
      ),
    ),
  }
}

/** One block of rows that are few enough to be kept: every format needs them. */
function onceMade<Row>(count: number, make: () => readonly Row[]): Pick<Table<Row>, 'count' | 'blocks'> {
  let made: readonly Row[] | undefined
  const rows = () => {
    made ??= make()
    return made
  }
  return { count, blocks: [{ rows }] }
}

/** The languages in which areas are named. */
function languagesOf({ areas }: Election): readonly string[] {
  const languages = new Set<string>()
  for (const { area } of areas.values())
    for (const language of Object.keys(area.name)) languages.add(language)
  return [...languages].sort()
}

function boxesTable(election: Election, round: Round, chunks: Chunks): Table<BoxFiguresRow> {
  const { number } = round
  const above = areasAbove(election)
  const blocks = [...chunks.all()].flatMap(chunk => boxBlock(election, round, chunk, chunks.findingsOf))
  const text = (
    name: string,
    says: string,
    of: (row: BoxFiguresRow) => string | null,
  ): Column<BoxFiguresRow> => ({ name, type: 'text', says, of })
  return {
    name: `round-${number}-boxes`,
    says: `round ${number}: every ballot box with its figures as printed; what is not given is empty`,
    columns: [
      text('box_id', 'the box', ({ id }) => id),
      text('area_id', 'the area that it lies in', ({ area }) => area),
      ...election.definition.levels.flatMap(({ id }, i) => [
        text(`in_${id}_id`, `the ${id} that it lies in`, ({ area }) => above(area)[i]?.id ?? null),
        text(`in_${id}`, 'its name', ({ area }) => nameIn(above(area)[i]?.name)),
      ]),
      text(
        'state',
        'where the box is on its way; of an archive, what its publisher made of it',
        ({ state }) => state,
      ),
      text('counted_in', 'the totals that its figures are in', ({ counted }) => counted.join(' ') || null),
      ...figureColumns<BoxFiguresRow>(election.definition, round, ({ figures }) => figures),
      text('findings', 'codes of the checks that found something', ({ codes }) => codes.join(' ') || null),
      {
        name: 'entry',
        type: 'count',
        says: 'the entry of the record that the figures are from',
        of: ({ entry }) => entry,
      },
    ],
    count: blocks.reduce((count, { boxes }) => count + boxes, 0),
    blocks,
  }
}

/** The boxes of a chunk that are in the round; none where none is. */
function boxBlock(
  election: Election,
  round: Round,
  { area, boxes, from }: Chunk,
  findingsOf: Chunks['findingsOf'],
): readonly (Block<BoxFiguresRow> & { readonly boxes: number })[] {
  const inRound = boxes.filter(({ rounds }) => rounds.includes(round))
  if (inRound.length === 0) return []
  const rows = () => inRound.map(({ id }) => boxRow(election, round, area, id, findingsOf(round.number, id)))
  return [{ from, rows, boxes: inRound.length }]
}

function boxRow(
  { definition }: Election,
  { imports, boxes }: Round,
  area: string,
  id: string,
  found: readonly Placed[],
): BoxFiguresRow {
  const codes = found.length === 0 ? none : [...new Set(found.map(({ code }) => code))].sort()
  if (definition.mode === 'archive') {
    const { index, statement } = imports.get(id)!
    const { status, figures } = statement
    const counts = status === 'counted' || (status === 'annulled' && definition.annulled === 'asPrinted')
    return { id, area, state: status, figures, counted: counts ? published : none, entry: index, codes }
  }
  const { state, figures = null, source } = boxes.get(id)!.judgement
  const counted = figures === null ? none : life[state].in
  return { id, area, state, figures, counted, entry: source?.index ?? null, codes }
}

const none: readonly string[] = []
const published: readonly string[] = ['asPublished']

interface AreaAbove {
  readonly id: string
  readonly name: Names
}

/** The area itself and those above it, each at its level's place in the definition. */
export function areasAbove({
  areas,
  levels,
}: Election): (area: string) => readonly (AreaAbove | undefined)[] {
  const known = new Map<string, readonly (AreaAbove | undefined)[]>()
  return id => {
    const found = known.get(id)
    if (found) return found
    const above: (AreaAbove | undefined)[] = levels.map(() => undefined)
    for (const each of areas.get(id)?.path ?? []) {
      const area = areas.get(each)?.area
      if (area) above[levels.indexOf(area.level)] = area
    }
    known.set(id, above)
    return above
  }
}

/** In English where there is that, else in the first language that there is. */
export function nameIn(names: Names | undefined): string | null {
  return names === undefined ? null : (names.en ?? Object.values(names)[0] ?? null)
}
