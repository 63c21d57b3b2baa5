import type { Calendar } from './reading/calendar.ts'
import type { Quantity } from './reading/quantities.ts'

/** What a claim measures. Candidates are named by their ids; several are taken together. */
export type Measure =
  | { readonly kind: 'share' | 'votes'; readonly who: readonly string[] }
  /** By how much one is before another; in votes, or in points of a share. Without `over`: the next one. */
  | { readonly kind: 'lead'; readonly who: string; readonly over?: string }
  | { readonly kind: 'turnout' | 'abstention' | 'invalidShare' }
  | { readonly kind: 'total'; readonly figure: 'eligible' | 'taken' | 'valid' | 'invalid' }
  /** By how much a figure differs from that of another election or round. */
  | {
      readonly kind: 'change'
      readonly of: Measure
      readonly from: When
      readonly way: 'up' | 'down'
      /** Whose votes then, where not the same people’s. */
      readonly thenOf?: readonly string[]
    }
  | { readonly kind: 'times'; readonly who: string; readonly over: string }
  | { readonly kind: 'rank'; readonly who: string }
  | { readonly kind: 'elected'; readonly who: string; readonly over?: string }
  /** Whether somebody has more than half; `who` absent: nobody at all. */
  | { readonly kind: 'majority'; readonly who?: string; readonly has: boolean }
  | { readonly kind: 'threshold' }
  | { readonly kind: 'runoff'; readonly who?: readonly string[] }
  | { readonly kind: 'extreme'; readonly low: boolean; readonly since?: number }
  | { readonly kind: 'count'; readonly what: string; readonly who?: string }
  | { readonly kind: 'date'; readonly what: string }
  | { readonly kind: 'act'; readonly what: string; readonly who: string; readonly infavour?: string }
  | { readonly kind: 'poll'; readonly who: readonly string[] }
  /** Whether the winner keeps more than half though so many votes are thrown away. */
  | { readonly kind: 'discard' }
  /** Half of a lead: how many votes would have to change sides. */
  | { readonly kind: 'halfLead' }
  /** What the candidates of one side had together, had they been one. */
  | { readonly kind: 'united'; readonly who: readonly string[] }

/** Which election or round a text names, as far as its words say. */
export interface When {
  readonly calendar?: Calendar
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly round?: 1 | 2
  readonly office?: 'president' | 'parliament' | 'other'
  readonly country?: string
  readonly previous?: boolean
  /** So many years after the election spoken of before, or, with `ago`, after the day of the text. */
  readonly shift?: number
  readonly ago?: true
}

/** The denominator that the text names: `votes` leaves open which. */
export type Stated = 'valid' | 'taken' | 'eligible' | 'votes' | 'none'

/** Something that a sentence says of an election, before it is known of which. */
export interface Proposal {
  readonly measure: Measure
  readonly quantity?: Quantity
  /** A rank or a day, where that is what is said. */
  readonly rank?: number
  readonly date?: Pick<When, 'calendar' | 'year' | 'month' | 'day'>
  readonly stated: Stated
  /** The first and last item of the words that carry it, and the item that holds its quantity. */
  readonly from: number
  readonly to: number
  readonly at: number
  /** Read beyond doubt: only such a reading is ever contradicted. */
  readonly firm: boolean
  /** The rule of the grammar that found it. */
  readonly rule: string
}
