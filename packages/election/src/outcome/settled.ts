import { inOrder, type Rule, type Standing } from './outcome.ts'

/** Whether something can still change, and by how many ballots it cannot or can. */
export interface Bound {
  readonly settled: boolean
  /** Ballots to spare; below zero, ballots short of settled. Null where the outstanding are unknown. */
  readonly by: number | null
}

/** What the ballots outstanding can still change. */
export interface Settled {
  /** Ballots delivered to boxes that are not in the tally; null where unknown, and then nothing is settled. */
  readonly outstanding: number | null
  readonly elected: Bound
  /** Only where the rule is a majority. */
  readonly nobodyOverHalf?: Bound
  readonly finalists?: Bound
}

/**
 * With T counted so far, S outstanding and c₁ ≥ c₂ ≥ c₃: elected is settled when 2c₁ > T + S (by plurality, when
 * c₁ > c₂ + S); nobody over half when 2(c₁ + S) ≤ T + S; the finalists when c₂ > c₃ + S.
 */
export function settledOf(
  rule: Rule,
  standings: readonly Standing[],
  counted: number | null,
  outstanding: number | null,
): Settled {
  const [first = 0, second = 0, third = 0] = inOrder(standings).map(({ votes }) => votes)
  const bound = (margin: (t: number, s: number) => number): Bound => {
    if (counted === null || outstanding === null) return { settled: false, by: null }
    const by = margin(counted, outstanding)
    return { settled: by >= 0, by }
  }
  // Each margin is the ballots to spare: at 0 it still holds.
  if (rule.rule === 'proportional') return { outstanding, elected: { settled: false, by: null } }
  if (rule.rule === 'plurality') return { outstanding, elected: bound((_, s) => first - (second + s) - 1) }
  return {
    outstanding,
    elected: bound((t, s) => 2 * first - (t + s) - 1),
    nobodyOverHalf: bound((t, s) => t + s - 2 * (first + s)),
    finalists: bound((_, s) => second - (third + s) - 1),
  }
}
