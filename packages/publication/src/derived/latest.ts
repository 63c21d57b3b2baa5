import type { Evidence, Outcome } from '@countersign/election'
import type { Names, Overview, Total } from './overview.ts'

/** The result in one small file at an address that stays: `derived/latest.json`. */
export interface Latest {
  /** Of this shape; another number means another shape. */
  readonly format: 'countersign-latest/1'
  readonly treeSize: number
  readonly root: string | null
  /** The folder of everything that follows from this version, from the record's own. */
  readonly derived: string
  readonly origin: string
  readonly definition: string
  readonly name: Names
  readonly mode: 'live' | 'archive'
  readonly evidence: Evidence
  readonly rounds: readonly LatestRound[]
}

export interface LatestRound {
  readonly round: number
  readonly date: string
  readonly rule: 'majority' | 'plurality' | 'proportional'
  /** What a majority is a majority of. */
  readonly of: string
  readonly outcome: Outcome | null
  readonly candidates: readonly { readonly id: string; readonly number: number; readonly name: Names }[]
  /** The same totals as in `election.json`; votes in the order of `candidates`. */
  readonly totals: readonly Total[]
}

export function latestOf(overview: Overview): Latest {
  const { treeSize, root, origin, definition, name, mode, evidence, rounds } = overview
  return {
    format: 'countersign-latest/1',
    treeSize,
    root,
    derived: `derived/${treeSize}/`,
    origin,
    definition,
    name,
    mode,
    evidence,
    rounds: rounds.map(({ round, date, rule, of, outcome, candidates, totals }) => ({
      round,
      date,
      rule,
      of,
      outcome,
      candidates: candidates.map(({ id, number, name }) => ({ id, number, name })),
      totals,
    })),
  }
}
