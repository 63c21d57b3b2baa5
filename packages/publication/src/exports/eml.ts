import type { Election } from '@countersign/election'
import { SaxesParser } from 'saxes'
import { xmlText } from '../derived/xml.ts'
import type { Difference } from './difference.ts'
import { type Part, textPart } from './part.ts'
import { nameIn, type RoundTables } from './tables.ts'
import {
  type SaidFigures,
  type Unit,
  unitBlocks,
  unitDifference,
  unitsOf,
  votesByCandidate,
} from './units.ts'

/**
 * One round as a count in the manner of OASIS EML 510: the totals of the first area, then every area and box as a
 * reporting unit. `Cast` is the ballots taken, `TotalCounted` the valid votes, `RejectedVotes` the invalid ones. A
 * figure that is not known is left out, and so is a unit of which none is.
 */
export function* emlOf(election: Election, tables: RoundTables): Generator<Part> {
  const { definition } = election
  const { number, rule, ballot } = tables.round
  const title = xmlText(nameIn(definition.name)!)
  const candidates = ballot.statement.candidates.map(({ id, name }) => ({ id, name: nameIn(name) ?? id }))
  const [areas, ...boxes] = unitBlocks(election, tables)
  yield textPart(
    () =>
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<EML xmlns="urn:oasis:names:tc:evs:schema:eml" Id="510" SchemaVersion="5.0">\n' +
      `<TransactionId>${election.size}</TransactionId>\n<Count>\n` +
      `<EventIdentifier Id="${xmlText(definition.origin)}"><EventName>${title}</EventName></EventIdentifier>\n` +
      `<Election>\n<ElectionIdentifier Id="round-${number}"><ElectionName>${title}</ElectionName></ElectionIdentifier>\n` +
      `<Contests>\n<Contest>\n<ContestIdentifier Id="round-${number}"><ContestName>${title}, ${rule.date}</ContestName></ContestIdentifier>\n` +
      areas
        .units()
        .slice(0, 1)
        .map(whole => `<TotalVotes>\n${figuresOf(whole, candidates, true)}</TotalVotes>\n`)
        .join(''),
  )
  const unitsText = (units: readonly Unit[]) => units.map(unit => reportingUnit(unit, candidates)).join('')
  yield textPart(() => unitsText(areas.units()))
  for (const { from, units } of boxes) yield textPart(() => unitsText(units()), from)
  yield textPart(() => '</Contest>\n</Contests>\n</Election>\n</Count>\n</EML>\n')
}

type Named = readonly { readonly id: string; readonly name: string }[]

/** A unit and its figures; nothing where none is known. */
function reportingUnit(unit: Unit, candidates: Named): string {
  const figures = figuresOf(unit, candidates, false)
  if (figures === '') return ''
  const name = xmlText(nameIn(unit.name) ?? unit.id)
  return `<ReportingUnitVotes>\n<ReportingUnitIdentifier Id="${xmlText(unit.id)}">${name}</ReportingUnitIdentifier>\n${figures}</ReportingUnitVotes>\n`
}

/** A unit's figures; the candidates' names stand in the totals only. */
function figuresOf({ votes, taken, valid, invalid }: Unit, candidates: Named, named: boolean): string {
  let text = ''
  for (const [i, { id, name }] of candidates.entries()) {
    if (votes[i] === null) continue
    const candidate = named
      ? `<CandidateIdentifier Id="${xmlText(id)}"><CandidateName>${xmlText(name)}</CandidateName></CandidateIdentifier>`
      : `<CandidateIdentifier Id="${xmlText(id)}"/>`
    text += `<Selection><Candidate>${candidate}</Candidate><ValidVotes>${votes[i]}</ValidVotes></Selection>\n`
  }
  if (taken !== null) text += `<Cast>${taken}</Cast>\n`
  if (valid !== null) text += `<TotalCounted>${valid}</TotalCounted>\n`
  if (invalid !== null) text += `<RejectedVotes ReasonCode="invalid">${invalid}</RejectedVotes>\n`
  return text
}

/** Reads a count back. Throws where it is not well-formed XML. */
export function emlDifference(
  election: Election,
  tables: RoundTables,
  bytes: Uint8Array,
): Difference | undefined {
  return unitDifference(unitsOf(election, tables), emlUnits(bytes), unit => ({
    Cast: unit.taken,
    TotalCounted: unit.valid,
    RejectedVotes: unit.invalid,
    ...votesByCandidate(tables, unit),
  }))
}

function emlUnits(bytes: Uint8Array): ReadonlyMap<string, SaidFigures> {
  const units = new Map<string, Record<string, number>>()
  const parser = new SaxesParser({ xmlns: false })
  let unit: Record<string, number> | undefined
  let candidate = ''
  let text = ''
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    text = ''
    if (name === 'ReportingUnitIdentifier') {
      unit = {}
      units.set(String(attributes.Id), unit)
    }
    if (name === 'CandidateIdentifier') candidate = String(attributes.Id)
  })
  parser.on('text', more => {
    text += more
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'ReportingUnitVotes') unit = undefined
    else if (name === 'ValidVotes') put(unit, `votes.${candidate}`, text)
    else if (figureElements.includes(name)) put(unit, name, text)
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0; from < bytes.length; from += partLength)
    parser.write(decoder.decode(bytes.subarray(from, from + partLength), { stream: true }))
  parser.write(decoder.decode()).close()
  return units
}

const figureElements: readonly string[] = ['Cast', 'TotalCounted', 'RejectedVotes']
const partLength = 1 << 16

function put(unit: Record<string, number> | undefined, name: string, text: string): void {
  if (unit) unit[name] = Number(text)
}
