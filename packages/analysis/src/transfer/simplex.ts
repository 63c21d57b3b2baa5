/**
 * The nearest point with no negative part and the sum 1 (Euclidean distance).
 * Source: Held, Wolfe, Crowder, Validation of subgradient optimization, Mathematical Programming 6 (1974).
 */
export function nearestShares(point: readonly number[]): readonly number[] {
  const sorted = point.toSorted((a, b) => b - a)
  let sum = 0
  let lift = 0
  for (const [i, value] of sorted.entries()) {
    sum += value
    const candidate = (1 - sum) / (i + 1)
    if (value + candidate <= 0) break
    lift = candidate
  }
  return point.map(value => Math.max(0, value + lift))
}
