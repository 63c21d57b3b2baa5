/** The boxes of a stratum that were reported from a random sample of it. */
export interface Stratum {
  /** All boxes of the stratum. */
  readonly boxes: number
  /** Of each sampled box: votes for the candidate, and ballots. */
  readonly sampled: readonly (readonly [votes: number, ballots: number])[]
}

export interface QuickCount {
  readonly share: number
  /** The standard error; boxes are clusters, and voters of one box are not independent. */
  readonly error: number
}

/**
 * A candidate’s share from a stratified random sample of boxes: the ratio p̂ = Σy/Σm, both sums weighted by the boxes
 * that each sampled one stands for, and its variance by linearisation with the finite-population correction (Cochran,
 * Sampling Techniques, 6.11). Null where a stratum has fewer than two boxes sampled and is not counted whole.
 */
export function quickCount(strata: readonly Stratum[]): QuickCount | null {
  let [votes, ballots] = [0, 0]
  for (const { boxes, sampled } of strata) {
    if (sampled.length < Math.min(2, boxes)) return null
    const stands = boxes / sampled.length
    for (const [y, m] of sampled) {
      votes += stands * y
      ballots += stands * m
    }
  }
  if (ballots === 0) return null
  const share = votes / ballots
  const variance = strata.reduce((sum, stratum) => sum + varianceOf(stratum, share), 0)
  return { share, error: Math.sqrt(variance) / ballots }
}

/** The variance of a stratum’s estimated total of y − p̂·m. */
function varianceOf({ boxes, sampled }: Stratum, share: number): number {
  const n = sampled.length
  if (n === boxes) return 0
  const residuals = sampled.map(([y, m]) => y - share * m)
  const mean = residuals.reduce((sum, each) => sum + each, 0) / n
  const squares = residuals.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return (boxes ** 2 * (1 - n / boxes) * (squares / (n - 1))) / n
}
