import type { Election } from '@countersign/election'
import { SaxesParser } from 'saxes'
import { xmlText } from '../derived/xml.ts'
import type { Difference } from './difference.ts'
import { nameIn, type RoundTables } from './tables.ts'
import { type SaidFigures, type Unit, unitDifference, unitsOf, votesByCandidate } from './units.ts'

/**
 * One round as a count in the manner of OASIS EML 510: the totals of the first area, then every area and box as a
 * reporting unit. `Cast` is the ballots taken, `TotalCounted` the valid votes, `RejectedVotes` the invalid ones. A
 * figure that is not known is left out, and so is a unit of which none is.
 */
export function* emlOf(election: Election, tables: RoundTables): Generator<string> {
  const { definition } = election
  const { number, rule, ballot } = tables.round
  const title = xmlText(nameIn(definition.name)!)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<EML xmlns="urn:oasis:names:tc:evs:schema:eml" Id="510" SchemaVersion="5.0">\n'
  yield `<TransactionId>${election.size}</TransactionId>\n<Count>\n`
  yield `<EventIdentifier Id="${xmlText(definition.origin)}"><EventName>${title}</EventName></EventIdentifier>\n`
  yield `<Election>\n<ElectionIdentifier Id="round-${number}"><ElectionName>${title}</ElectionName></ElectionIdentifier>\n`
  yield `<Contests>\n<Contest>\n<ContestIdentifier Id="round-${number}"><ContestName>${title}, ${rule.date}</ContestName></ContestIdentifier>\n`
  const candidates = ballot.statement.candidates.map(({ id, name }) => ({ id, name: nameIn(name) ?? id }))
  let whole = true
  for (const unit of unitsOf(election, tables)) {
    if (whole) yield `<TotalVotes>\n${figuresOf(unit, candidates, true)}</TotalVotes>\n`
    whole = false
    const figures = figuresOf(unit, candidates, false)
    if (figures === '') continue
    const name = xmlText(nameIn(unit.name) ?? unit.id)
    yield `<ReportingUnitVotes>\n<ReportingUnitIdentifier Id="${xmlText(unit.id)}">${name}</ReportingUnitIdentifier>\n${figures}</ReportingUnitVotes>\n`
  }
  yield '</Contest>\n</Contests>\n</Election>\n</Count>\n</EML>\n'
}

/** A unit's figures; the candidates' names stand in the totals only. */
function figuresOf(
  { votes, taken, valid, invalid }: Unit,
  candidates: readonly { readonly id: string; readonly name: string }[],
  named: boolean,
): string {
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
