import type { Found } from '../check/problem.ts'
import type { SetupDocument } from '../document/document.ts'
import { type FoundArea, readAreas } from './areas.ts'
import { type FoundCandidate, readCandidates } from './candidates.ts'
import { type FoundBox, readPlaces } from './places.ts'
import { type RosterPerson, readRoster } from './roster.ts'

/** The tables of a setup, by name. */
export const setupTables = ['areas', 'places', 'candidates', 'roster'] as const
export type SetupTable = (typeof setupTables)[number]

/** The text of each table as it was given; absent where none was. */
export type TableTexts = { readonly [T in SetupTable]?: string }

/** A setup read whole. With problems that stop, nothing of it may be signed. */
export interface Setup {
  readonly document: SetupDocument
  /** From the top down: the document's, the table's, and those that the places name. */
  readonly areas: readonly FoundArea[]
  readonly boxes: readonly FoundBox[]
  readonly candidates: readonly FoundCandidate[]
  readonly people: readonly RosterPerson[]
  /** Which tables were given. */
  readonly given: ReadonlySet<SetupTable>
  /** What the reading itself has found; `problems` looks further. */
  readonly found: readonly Found[]
}

const nothing = { areas: [], boxes: [], candidates: [], people: [], problems: [] }

/** Reads a setup's document with its tables. Nothing is refused: what is wrong is in `found`. */
export function readSetup(document: SetupDocument, texts: TableTexts): Setup {
  const levels = (document.definition.levels ?? []).map(({ id }) => id)
  const listed = texts.areas === undefined ? nothing : readAreas(texts.areas)
  const places = texts.places === undefined ? nothing : readPlaces(texts.places, levels)
  const candidates = texts.candidates === undefined ? nothing : readCandidates(texts.candidates)
  const roster = texts.roster === undefined ? nothing : readRoster(texts.roster)
  return {
    document,
    areas: [
      ...document.areas.map((area, i) => ({ where: `areas.${i}`, area })),
      ...listed.areas,
      ...under(document, listed.areas, places.areas),
    ],
    boxes: places.boxes,
    candidates: candidates.candidates,
    people: roster.people,
    given: new Set(setupTables.filter(table => texts[table] !== undefined)),
    found: [...listed.problems, ...places.problems, ...candidates.problems, ...roster.problems],
  }
}

/**
 * Areas that places name, less those listed with their names already. One whose row names nothing above it lies in the
 * only area of the level above, such as the country, where there is one.
 */
function under(
  { definition, areas }: SetupDocument,
  listed: readonly FoundArea[],
  named: readonly FoundArea[],
): readonly FoundArea[] {
  const known = new Map([...areas, ...listed.map(({ area }) => area)].map(area => [area.id, area]))
  const levels = (definition.levels ?? []).map(({ id }) => id)
  const above = (level: string) => {
    const higher = levels[levels.indexOf(level) - 1]
    const only = [...known.values()].filter(area => area.level === higher)
    return only.length === 1 ? only[0]!.id : undefined
  }
  return named
    .filter(({ area }) => !(known.has(area.id) && agrees(known.get(area.id)!, area)))
    .map(({ where, area }) => {
      const parent = area.parent ?? above(area.level)
      return { where, area: { ...area, ...(parent !== undefined && { parent }) } }
    })
}

/** Whether what a row says of a listed area is what the list says, as far as it says anything. */
function agrees(listed: FoundArea['area'], { level, parent }: FoundArea['area']): boolean {
  return listed.level === level && (parent === undefined || listed.parent === parent)
}
