import type { Finding } from '../checks/finding.ts'
import type { Entry } from '../election.ts'
import type { Attach } from '../statements/attach.ts'
import type { ListedBox } from '../statements/boxes.ts'
import type { ClosePoll } from '../statements/close-poll.ts'
import type { Commit } from '../statements/commit.ts'
import type { Correct } from '../statements/correct.ts'
import type { Custody } from '../statements/custody.ts'
import type { Figures } from '../statements/figures.ts'
import type { Form } from '../statements/form.ts'
import type { Incident } from '../statements/incident.ts'
import type { Merge } from '../statements/merge.ts'
import type { Objection } from '../statements/object.ts'
import type { Open } from '../statements/open.ts'
import type { Recount } from '../statements/recount.ts'
import type { Ruling } from '../statements/ruling.ts'
import type { Supply } from '../statements/supply.ts'
import type { Transcript } from '../statements/transcript.ts'
import type { BoxState } from './life.ts'

/** What the record holds about one box in one round, in the order in which it gained force. */
export interface Box {
  readonly id: string
  /** The area that it is counted in; `amend` moves it. */
  area: string
  /** Where it was counted before, and up to which index. */
  readonly moves: { readonly from: string; readonly until: number }[]
  readonly listed: ListedBox
  /** Ballots delivered later. */
  supplied: number
  readonly opens: Entry<Open>[]
  readonly closes: Entry<ClosePoll>[]
  readonly commits: Entry<Commit>[]
  readonly forms: Entry<Form>[]
  /** Recounts and corrections. */
  readonly later: (Entry<Recount> | Entry<Correct>)[]
  readonly transcripts: Entry<Transcript>[]
  readonly attachments: Entry<Attach>[]
  readonly objections: Entry<Objection>[]
  /** Those that name it, its area, or nothing narrower than its round. */
  readonly rulings: Entry<Ruling>[]
  readonly incidents: Entry<Incident>[]
  readonly custody: Entry<Custody>[]
  /** Later deliveries, and the mergers that it is a part of. */
  readonly additions: (Entry<Supply> | Entry<Merge>)[]
  /** The index at which it was emptied into another. */
  merged?: number
  judgement: Judgement
}

/** What the record makes of a box. */
export interface Judgement {
  readonly state: BoxState
  /** The figures that count, and what they are from. */
  readonly figures?: Figures
  readonly source?: Source
  readonly findings: readonly Finding[]
  /** Every source that the definition requires is there and equal. */
  readonly sourcesAgree: boolean
  /** An agent signed the form. */
  readonly agentSigned: boolean
}

/** What a box's figures can be from. A transcript only where a ruling has chosen it. */
export type Source = Entry<Form> | Entry<Recount> | Entry<Correct> | Entry<Transcript>
