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
          .map(({ entry, kind, adds, by }) => ({
            round: round.number,
            entry,
            kind,
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
export function signersOf(stated: Stated): readonly Signer[] {
  return linesOf(stated)[0]!.by
}

type Stated = ReturnType<typeof entriesAbout>[number]
type Line = Pick<StatementLine, 'entry' | 'kind' | 'adds'> & { readonly by: readonly Signer[] }

/** A statement's own entry, then those that add signatures to it. */
function linesOf({ index, statement: { kind }, signatures }: Stated): readonly Line[] {
  const by = Map.groupBy(signatures, signature => signature.index)
  const entries = [...new Set([index, ...by.keys()])].sort((a, b) => a - b)
  return entries.map(entry => ({
    entry,
    kind,
    adds: entry === index ? null : index,
    by: (by.get(entry) ?? []).map(({ person: { kid, side, role, card } }) => ({ kid, side, role, card })),
  }))
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
