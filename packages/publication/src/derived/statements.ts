import { chainOf, type Election, type Handover } from '@countersign/election'
import { type BoxRef, entriesAbout } from './boxes.ts'

/** Who stated what about the boxes of a chunk: `statements/<area>.<n>.json`, beside `boxes/<area>.<n>.json`. */
export interface StatementsFile {
  readonly area: string
  /** Everyone who signed one of them, each once. */
  readonly people: readonly Signer[]
  readonly boxes: readonly { readonly id: string; readonly statements: readonly StatementLine[] }[]
}

/** Someone who signed: by key, role and card; no name is in a record. */
export interface Signer {
  readonly kid: string
  readonly side: string
  readonly role: string
  readonly card: string
}

/** An entry of the record about a box. */
export interface StatementLine {
  readonly round: number
  readonly entry: number
  readonly kind: string
  /** What it says in words: an objection's ground, a ruling's explanation, an incident; null of figures. */
  readonly words: string | null
  /** What a ruling decides. */
  readonly decision: string | null
  /** What a photograph, a handover, a later delivery or a merger says besides; null of others. */
  readonly says: Saying | null
  /** The entry of the same statement that came first; null where this is it. */
  readonly adds: number | null
  /** Who signed this entry, as places in `people`. */
  readonly by: readonly number[]
  /** The record's last `time` before it, in UTC seconds; null where it has none. */
  readonly at: number | null
}

export type Saying = PhotographSaid | HandoverSaid | DeliverySaid | MergerSaid

/** A photograph of a copy: the digests of what is published of it, as `blob/sha256/<masked>`, and of its sealed original. */
export interface PhotographSaid {
  readonly masked: string | null
  readonly original: string
  readonly copy: string | null
  readonly serial: string | null
  readonly signatures: 'shown' | 'notShown' | null
}

/** A box or one of its packets, handed over; `missing` and `strange` are its seals beside those of before. */
export interface HandoverSaid {
  readonly packet: string | null
  readonly from: string
  readonly to: string
  readonly seals: readonly string[]
  readonly missing: readonly string[]
  readonly strange: readonly string[]
  readonly explanation: string | null
}

export interface DeliverySaid {
  readonly ballots: number
}

/** Boxes that were emptied into another before counting. */
export interface MergerSaid {
  readonly into: string
  readonly merged: readonly string[]
}

/** Makes the file of a chunk of boxes. */
export function statementFiles(
  election: Election,
): (area: string, refs: readonly BoxRef[]) => StatementsFile {
  const timeAt = clockOf(election)
  return (area, refs) => {
    const people: Signer[] = []
    const known = new Map<string, number>()
    const placeOf = (signer: Signer) => {
      const place = known.get(signer.kid) ?? people.push(signer) - 1
      known.set(signer.kid, place)
      return place
    }
    const boxes = refs.map(({ id, rounds }) => ({
      id,
      statements: rounds.flatMap(round =>
        entriesAbout(election, round, id)
          .flatMap(linesWith(handoversOf(round, id)))
          .sort((a, b) => a.entry - b.entry)
          .map(({ entry, kind, words, decision, says, adds, by }) => ({
            round: round.number,
            entry,
            kind,
            words,
            decision,
            says,
            adds,
            by: by.map(placeOf),
            at: timeAt(entry),
          })),
      ),
    }))
    return { area, people, boxes }
  }
}

/** Whoever signed a statement in its own entry. */
export function signersOf({ index, signatures }: Signed): readonly Signer[] {
  return signatures.filter(signature => signature.index === index).map(signerOf)
}

type Signed = Pick<Stated, 'index' | 'signatures'>

function signerOf({ person: { kid, side, role, card } }: Signed['signatures'][number]): Signer {
  return { kid, side, role, card }
}

type Stated = ReturnType<typeof entriesAbout>[number]
type Said = Pick<StatementLine, 'words' | 'decision' | 'says'>
type Line = Pick<StatementLine, 'entry' | 'kind' | 'adds'> &
  Said & {
    readonly by: readonly Signer[]
  }

type Handovers = ReadonlyMap<string, Handover>

function handoversOf({ boxes }: BoxRef['rounds'][number], id: string): Handovers {
  const box = boxes.get(id)
  return new Map(box ? chainOf(box).map(handover => [handover.entry.id, handover]) : [])
}

/** A statement's own entry, then those that add signatures to it. */
function linesWith(handovers: Handovers): (stated: Stated) => readonly Line[] {
  return ({ id, index, statement, signatures }) => {
    const { kind } = statement
    const said = saidIn(statement, handovers.get(id))
    const by = Map.groupBy(signatures, signature => signature.index)
    const entries = [...new Set([index, ...by.keys()])].sort((a, b) => a - b)
    return entries.map(entry => ({
      entry,
      kind,
      ...(entry === index ? said : nothingSaid),
      adds: entry === index ? null : index,
      by: (by.get(entry) ?? []).map(signerOf),
    }))
  }
}

const nothingSaid: Said = { words: null, decision: null, says: null }

function saidIn(statement: Stated['statement'], handover: Handover | undefined): Said {
  switch (statement.kind) {
    case 'object':
      return { ...nothingSaid, words: statement.ground }
    case 'ruling':
      return { ...nothingSaid, words: statement.explanation, decision: statement.decision }
    case 'incident':
      return { ...nothingSaid, words: statement.text }
    case 'correct':
      return { ...nothingSaid, words: statement.reason }
    case 'attach':
      return { ...nothingSaid, says: photographSaid(statement) }
    case 'custody':
      return handover ? { ...nothingSaid, says: handoverSaid(handover) } : nothingSaid
    case 'supply':
      return { ...nothingSaid, says: { ballots: statement.ballots } }
    case 'merge':
      return { ...nothingSaid, says: { into: statement.box, merged: statement.merged } }
    default:
      return nothingSaid
  }
}

type Attach = Extract<Stated['statement'], { readonly kind: 'attach' }>

function photographSaid({ masked, original, copy, serial, signatures }: Attach): PhotographSaid {
  return {
    masked: masked ?? null,
    original,
    copy: copy ?? null,
    serial: serial ?? null,
    signatures: signatures ?? null,
  }
}

function handoverSaid({ entry: { statement }, seals, missing, strange }: Handover): HandoverSaid {
  const { packet, from, to, explanation } = statement
  return { packet: packet ?? null, from, to, seals, missing, strange, explanation: explanation ?? null }
}

/** What time the record said it was before an entry. */
export function clockOf({ entries }: Election): (entry: number) => number | null {
  const times: { readonly index: number; readonly seconds: number }[] = []
  for (const { index, force, statement } of entries.values())
    if (statement.kind === 'time' && force !== undefined) times.push({ index, seconds: statement.at })
  return entry => {
    let [low, high] = [0, times.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (times[middle]!.index < entry) low = middle + 1
      else high = middle
    }
    return times[low - 1]?.seconds ?? null
  }
}
