import type { Evidence, Figures, Finding, Outcome, RoundTally, Settled, Share } from '@countersign/election'
import type { AuditLine } from './audits.ts'
import type { DocketCounts } from './docket.ts'

/** Names in several languages, by BCP 47 tag. */
export type Names = Readonly<Record<string, string>>

/** What the first page of an election shows: everything in it is computed from the record at `treeSize`. */
export interface Overview {
  readonly name: Names
  readonly mode: 'live' | 'archive'
  readonly treeSize: number
  /** The root hash of that tree in base64, as the checkpoint has it; null where it was not given. */
  readonly root: string | null
  readonly origin: string
  readonly vkey: string
  /** The definition's statement ID. */
  readonly definition: string
  /** The record's last `time`, in UTC seconds; null where it has none. */
  readonly time: number | null
  /** The entry that declares the record complete; null while it may grow. */
  readonly closed: number | null
  /** The sides that are no candidate's, by their IDs. */
  readonly bodies: readonly { readonly id: string; readonly name: Names }[]
  readonly evidence: Evidence
  readonly rounds: readonly RoundResult[]
  /** The first findings; all of them are in `findings/<n>.json`. */
  readonly findings: readonly OverviewFinding[]
  /** How many findings there are, by the code of the check. */
  readonly findingCounts: Readonly<Record<string, number>>
  /** Checks that could not be made because a figure is not given. */
  readonly notApplicable: number
  /** Contests and what was ruled; all of them are in `docket/<n>.json`. */
  readonly docket: DocketCounts
  /** Published files that a ruling took from view: by digest, the ruling's entry. */
  readonly withdrawn: Readonly<Record<string, number>>
  /** What was stated of audits, step by step. */
  readonly audits: readonly AuditLine[]
  readonly sources: readonly string[]
  /** What the figures by ground are of. */
  readonly grounds: { readonly invalid: readonly Ground[]; readonly notTaken: readonly Ground[] }
  /** The levels of the tree of areas from the top, with how many areas each has. */
  readonly levels: readonly { readonly id: string; readonly name: Names; readonly areas: number }[]
  /** The highest areas. */
  readonly top: readonly string[]
  /** Boxes that are listed or have figures. */
  readonly boxes: number
}

/** A ground on which a ballot is invalid, or not taken, by its number in figures. */
export interface Ground {
  readonly number: number
  readonly id: string
  readonly name: Names
}

/** One round. A figure that is not known is null; zero is zero. */
export interface RoundResult {
  readonly round: number
  /** ISO 8601. */
  readonly date: string
  readonly rule: 'majority' | 'plurality' | 'proportional'
  readonly of: 'valid' | 'taken' | 'issued' | 'eligible'
  /** Which total the figures are: of a live election the preliminary one. */
  readonly total: RoundTally['total']
  readonly eligible: number | null
  readonly issued: number | null
  readonly taken: number | null
  readonly invalid: number | null
  /** Whether invalid is taken less votes, not a figure that was given. */
  readonly invalidDerived: boolean
  readonly valid: number | null
  readonly notTaken: number | null
  readonly issuedLessTaken: number | null
  readonly turnout: { readonly issued: Share | null; readonly taken: Share | null }
  readonly outcome: Outcome | null
  /** The outcome if nothing were outstanding. */
  readonly asItStands: Outcome | null
  readonly settled: Settled | null
  /** Boxes (of an archive: rows) by state. */
  readonly boxes: Readonly<Record<string, number>>
  readonly candidates: readonly CandidateResult[]
  /** Every total there is of this round, each by its name (and, of an archive, the level of its rows). */
  readonly totals: readonly Total[]
  /** In the order of the record: running totals, and other versions of the total. */
  readonly announcements: readonly Announcement[]
  /** What the bodies stated of the round: declarations, certifications, rulings. */
  readonly decisions: readonly Decision[]
  /** A level of areas, those in the tree's order: the counted level; where boxes are counted, the highest with several. */
  readonly areas: { readonly level: Names; readonly rows: readonly AreaResult[] }
}

/** A total of everything by name. */
export interface Total extends AreaFigures {
  /** Of an archive: the level of the rows that it is the sum of. */
  readonly level: string | null
  readonly outcome: Outcome | null
}

/** The figures of an area in one round. A figure that some row of it lacks is null. */
export interface AreaFigures {
  readonly round: number
  readonly total: RoundTally['total']
  readonly eligible: number | null
  readonly issued: number | null
  readonly taken: number | null
  readonly invalid: number | null
  readonly valid: number | null
  /** In the order of the round's candidates. */
  readonly votes: readonly (number | null)[]
  /** Boxes (of an archive: rows) by state. */
  readonly states: Readonly<Record<string, number>>
  readonly evidence: Pick<Evidence, 'boxes' | 'rows' | 'signedForms' | 'agentSigned'>
}

export interface Announcement {
  readonly entry: number
  readonly area: string
  readonly label: Names
  /** UTC seconds; null where only the day is known. */
  readonly at: number | null
  readonly date: string | null
  /** Boxes counted so far. */
  readonly boxes: number | null
  readonly figures: Figures
  readonly source: string | null
  readonly note: string | null
}

export interface Decision {
  readonly entry: number
  readonly kind: 'declare' | 'certify' | 'ruling'
  /** `elected`, `runOff`…; `certified`, `refused`; `annul`, `tie`… */
  readonly decision: string
  readonly ground: string | null
}

export interface CandidateResult {
  readonly id: string
  readonly number: number
  readonly name: Names
  readonly votes: number | null
  /** Withdrawn after the printing, and counted among the invalid where the definition says so. */
  readonly withdrawn: boolean
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
  readonly severity: Finding['severity']
  readonly round: number
  readonly box: string | null
  readonly area: Names | null
  readonly areaId: string | null
  /** The entry that it is about. */
  readonly entry: number | null
  readonly message: Names
}
