import type { Election } from '@countersign/election'
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
  /** The entry of the same statement that came first; null where this is it. */
  readonly adds: number | null
  /** Who signed this entry, as places in `people`. */
  readonly by: readonly number[]
  /** The record's last `time` before it, in UTC seconds; null where it has none. */
  readonly at: number | null
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
          .flatMap(linesOf)
          .sort((a, b) => a.entry - b.entry)
          .map(({ entry, kind, words, decision, adds, by }) => ({
            round: round.number,
            entry,
            kind,
            words,
            decision,
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
type Line = Pick<StatementLine, 'entry' | 'kind' | 'words' | 'decision' | 'adds'> & {
  readonly by: readonly Signer[]
}

/** A statement's own entry, then those that add signatures to it. */
function linesOf({ index, statement, signatures }: Stated): readonly Line[] {
  const { kind } = statement
  const said = saidIn(statement)
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

const nothingSaid = { words: null, decision: null }

function saidIn(statement: Stated['statement']): Pick<Line, 'words' | 'decision'> {
  switch (statement.kind) {
    case 'object':
      return { words: statement.ground, decision: null }
    case 'ruling':
      return { words: statement.explanation, decision: statement.decision }
    case 'incident':
      return { words: statement.text, decision: null }
    case 'correct':
      return { words: statement.reason, decision: null }
    default:
      return nothingSaid
  }
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
