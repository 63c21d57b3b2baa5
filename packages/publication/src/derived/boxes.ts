import { type Election, type Figures, figuresThatDiffer, life, type Placed } from '@countersign/election'
import { canonicalJson } from './canonical.ts'
import type { Names } from './overview.ts'
import type { Round } from './round.ts'

/** A box: what was listed, and what the record has of it in each round. */
export interface BoxFile {
  readonly id: string
  /** The polling place, its name and sort (`fixed`, `mobile`, `abroad`), where listed. */
  readonly place: string | null
  readonly name: Names | null
  readonly sort: string | null
  /** Serial of its form; ballots delivered; eligible voters. */
  readonly form: string | null
  readonly delivered: number | null
  readonly eligible: number | null
  readonly rounds: readonly BoxRound[]
}

/** A box in one round. */
export interface BoxRound {
  readonly round: number
  /** Of a live election where the box is on its way; of an archive what its publisher made of it. */
  readonly state: string
  /** As printed on the form or in the table, votes by candidate number; null where there are none. */
  readonly figures: Figures | null
  /** Other figures that the record has of it: what was superseded, and copies that differ; in the order of the record. */
  readonly others: readonly OtherFigures[]
  /** The entry that the figures are from. */
  readonly entry: number | null
  /** The totals that the figures are in. */
  readonly in: readonly string[]
  readonly agentSigned: boolean
  readonly findings: readonly BoxFinding[]
  /** Every entry about the box, those that only add a signature included, in order. */
  readonly entries: readonly number[]
  /** Of an archive: the publisher's own words. */
  readonly note: string | null
}

/** Figures of a box that do not count, and the statement that they are from. */
export interface OtherFigures {
  readonly entry: number
  readonly kind: 'form' | 'transcript' | 'recount' | 'correct'
  readonly figures: Figures
}

/** What everything published of a box follows from, as short text; see `Chunk`. */
export function inputsOf(
  election: Election,
  { id, rounds }: BoxRef,
  findingsOf: (round: number, box: string) => readonly Placed[],
  timeAt: (entry: number) => number | null,
): string {
  const listed = listedBox(election, id)
  let text = listed === undefined ? id : canonicalJson(listed as object)
  for (const round of rounds) {
    const { number } = round
    const entries = entriesIn(election, round, id)
    text += `|${number} ${entries.join(' ')} ${timeAt(entries[0] ?? 0) === null ? '' : entries.map(timeAt).join(' ')}`
    if (election.definition.mode === 'live') text += judged(round, id)
    const found = findingsOf(number, id)
    if (found.length > 0) text += canonicalJson(found.map(bare))
  }
  return text
}

/** What the record has decided of a box so far, beside the entries about it. */
function judged({ boxes }: Round, id: string): string {
  const { state, figures, source, agentSigned } = boxes.get(id)!.judgement
  return canonicalJson([state, figures ?? null, source?.index ?? null, agentSigned])
}

/** The indexes of every entry about a box in one round, ascending. */
export function entriesIn(election: Election, { boxes, imports }: Round, id: string): readonly number[] {
  return election.definition.mode === 'archive' ? indexesOf(imports.get(id)!) : entriesOf(boxes.get(id)!)
}

export type BoxFinding = Pick<Placed, 'code' | 'part' | 'severity' | 'figures'>

/** Boxes by the area that they lie in, each list in the order of the boxes' IDs. */
export type BoxesByArea = ReadonlyMap<string, readonly BoxRef[]>

/** A box in an area, and in which rounds; what is published of it is made when it is needed. */
export interface BoxRef {
  readonly id: string
  readonly rounds: readonly Round[]
}

/** Which boxes lie in each area: those listed, and those of an archive's rows. */
export function boxesByArea(election: Election): BoxesByArea {
  const areas = new Map<string, Map<string, Round[]>>()
  const put = (area: string, id: string, round?: Round) => {
    const boxes = areas.get(area) ?? new Map<string, Round[]>()
    areas.set(area, boxes)
    const rounds = boxes.get(id) ?? []
    boxes.set(id, rounds)
    if (round) rounds.push(round)
  }
  for (const { boxes } of election.lists.values()) for (const { id, area } of boxes.values()) put(area, id)
  for (const round of inOrder(election)) {
    for (const { id, area } of round.boxes.values()) put(area, id, round)
    for (const { statement } of round.imports.values())
      if (statement.box !== undefined) put(statement.area, statement.box, round)
  }
  return new Map([...areas].map(([area, boxes]) => [area, sortedRefs(boxes)]))
}

function inOrder({ rounds }: Election): readonly Round[] {
  return [...rounds.values()].sort((a, b) => a.number - b.number)
}

function sortedRefs(boxes: ReadonlyMap<string, readonly Round[]>): readonly BoxRef[] {
  return [...boxes].map(([id, rounds]) => ({ id, rounds })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Everything published of one box. */
export function boxFile(
  election: Election,
  { id, rounds }: BoxRef,
  findingsOf: (round: number, box: string) => readonly Placed[],
): BoxFile {
  const listed = listedBox(election, id)
  return {
    id,
    place: listed?.place ?? null,
    name: listed?.name ?? null,
    sort: listed?.sort ?? null,
    form: listed?.form ?? null,
    delivered: listed?.delivered ?? null,
    eligible: listed?.eligible ?? null,
    rounds: rounds.map(round => {
      const findings = findingsOf(round.number, id).map(bare)
      return election.definition.mode === 'archive'
        ? publishedBox(election, round, id, findings)
        : liveBox(round, id, findings)
    }),
  }
}

/** A finding without its place, where that is known already. */
export function bare({ code, part, severity, figures }: Placed): BoxFinding {
  return { code, part, severity, figures }
}

function listedBox({ lists }: Election, id: string) {
  for (const { boxes } of lists.values()) {
    const listed = boxes.get(id)
    if (listed) return listed
  }
  return undefined
}

function publishedBox(
  { definition }: Election,
  { number, imports }: Round,
  id: string,
  findings: readonly BoxFinding[],
): BoxRound {
  const row = imports.get(id)!
  const { status, figures, note } = row.statement
  const counts = status === 'counted' || (status === 'annulled' && definition.annulled === 'asPrinted')
  return {
    round: number,
    state: status,
    figures,
    others: [],
    entry: row.index,
    in: counts ? ['asPublished'] : [],
    agentSigned: false,
    findings,
    entries: indexesOf(row),
    note: note ?? null,
  }
}

function liveBox({ number, boxes }: Round, id: string, findings: readonly BoxFinding[]): BoxRound {
  const box = boxes.get(id)!
  const { state, figures, source, agentSigned } = box.judgement
  return {
    round: number,
    state,
    figures: figures ?? null,
    others: othersOf(box),
    entry: source?.index ?? null,
    in: figures === undefined ? [] : life[state].in,
    agentSigned,
    findings,
    entries: entriesOf(box),
    note: null,
  }
}

/** A copy need not have every figure: what a witness leaves out is no difference. */
function othersOf({
  forms,
  later,
  transcripts,
  judgement: { figures, source },
}: LiveBox): readonly OtherFigures[] {
  return [...forms, ...later, ...transcripts]
    .filter(
      ({ id, statement }) =>
        id !== source?.id &&
        (figures === undefined ||
          figuresThatDiffer(figures, statement.figures, statement.kind === 'transcript').length > 0),
    )
    .sort((a, b) => a.index - b.index)
    .map(({ index, statement }) => ({ entry: index, kind: statement.kind, figures: statement.figures }))
}

type LiveBox = Round['boxes'] extends ReadonlyMap<string, infer B> ? B : never

/** Every statement about a box in one round; of an archive its row. */
export function entriesAbout({ definition }: Election, { boxes, imports }: Round, id: string) {
  return definition.mode === 'archive' ? [imports.get(id)!] : statementsOf(boxes.get(id)!)
}

function statementsOf(box: LiveBox) {
  return [
    ...box.opens,
    ...box.closes,
    ...box.commits,
    ...box.forms,
    ...box.later,
    ...box.transcripts,
    ...box.attachments,
    ...box.objections,
    ...box.rulings,
    ...box.incidents,
    ...box.custody,
    ...box.additions,
  ]
}

/** The same as indexes in ascending order. */
function entriesOf(box: LiveBox): readonly number[] {
  return [...new Set(statementsOf(box).flatMap(indexesOf))].sort((a, b) => a - b)
}

/** The index of a statement, and of later entries that add signatures to it. */
function indexesOf({
  index,
  signatures,
}: {
  readonly index: number
  readonly signatures: readonly { readonly index: number }[]
}): readonly number[] {
  const later = signatures.filter(signature => signature.index !== index)
  return later.length === 0 ? [index] : [...new Set([index, ...later.map(signature => signature.index)])]
}
