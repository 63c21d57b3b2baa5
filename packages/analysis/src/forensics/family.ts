/**
 * Benjamini and Hochberg's adjusted p-values: of the tests whose value is at most q, a share of at most q is expected
 * to be false alarms. One family a report: every test that was fixed beforehand, whatever it showed.
 * Source: Benjamini, Hochberg, Controlling the false discovery rate, JRSS B 57 (1995).
 * @returns in the order given
 */
export function falseDiscovery(p: ArrayLike<number>): Float64Array {
  const order = Array.from(p, (value, at) => ({ value, at })).sort((a, b) => b.value - a.value)
  const adjusted = new Float64Array(p.length)
  let least = 1
  for (const [i, { value, at }] of order.entries()) {
    least = Math.min(least, value * (order.length / (order.length - i)))
    adjusted[at] = least
  }
  return adjusted
}
