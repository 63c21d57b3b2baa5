import type { Evidence, Outcome, Share } from '@countersign/election'

/** Names in several languages, by BCP 47 tag. */
export type Names = Readonly<Record<string, string>>

/** What the first page of an election shows: everything in it is computed from the record at `treeSize`. */
export interface Overview {
  readonly name: Names
  readonly mode: 'live' | 'archive'
  readonly treeSize: number
  readonly origin: string
  readonly vkey: string
  readonly evidence: Evidence
  readonly rounds: readonly RoundResult[]
  readonly findings: readonly OverviewFinding[]
  /** Checks that could not be made because a figure is not given. */
  readonly notApplicable: number
  readonly sources: readonly string[]
}

/** One round. A figure that is not known is null; zero is zero. */
export interface RoundResult {
  readonly round: number
  /** ISO 8601. */
  readonly date: string
  readonly rule: 'majority' | 'plurality'
  readonly of: 'valid' | 'taken' | 'issued' | 'eligible'
  readonly eligible: number | null
  readonly issued: number | null
  readonly taken: number | null
  readonly invalid: number | null
  /** Whether invalid is taken less votes, not a figure that was given. */
  readonly invalidDerived: boolean
  readonly valid: number | null
  readonly turnout: { readonly issued: Share | null; readonly taken: Share | null }
  readonly outcome: Outcome | null
  readonly candidates: readonly CandidateResult[]
  /** The level whose figures make the total, its areas in the tree's order. */
  readonly areas: { readonly level: Names; readonly rows: readonly AreaResult[] }
}

export interface CandidateResult {
  readonly id: string
  readonly number: number
  readonly name: Names
  readonly votes: number | null
  readonly ofValid: Share | null
  readonly ofTaken: Share | null
}

export interface AreaResult {
  readonly id: string
  readonly name: Names
  readonly taken: number | null
  readonly invalid: number | null
  /** In the order of the round's candidates. */
  readonly votes: readonly (number | null)[]
}

/** A check that found something, in words. */
export interface OverviewFinding {
  readonly code: string
  readonly round: number
  readonly box: string | null
  readonly area: Names | null
  readonly message: Names
}
