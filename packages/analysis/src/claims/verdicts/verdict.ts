import type { Both } from './language.ts'
import type { Reason } from './reasons.ts'
import type { Context, Value } from './values.ts'

/** What the figures say of a claim (rules of claims about an election). */
export type Verdict =
  | 'supported'
  /** Under a denominator, version or round that the text does not state. */
  | 'supportedUnder'
  | 'rounding'
  | 'contradicted'
  /** It follows from figures that the text had rounded. */
  | 'derivedFromRounded'
  | 'cannotBeChecked'

/** One way in which the claim was computed, and how it stands to what is said. */
export interface Computed {
  readonly fit: 'holds' | 'rounded' | 'no'
  readonly value?: Value
  /** By how much what is said differs from it, as a part of it. */
  readonly off?: number
  readonly context?: Context
  /** Where no number is compared: what the facts hold. */
  readonly fact?: Both
  readonly source?: string
}

export type Judged =
  | { readonly verdict: Verdict; readonly computed: readonly Computed[]; readonly reason?: Reason }
  /** Not judged, with the reason. */
  | { readonly verdict: undefined; readonly reason: Reason; readonly computed: readonly Computed[] }
