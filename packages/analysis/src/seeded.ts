/**
 * Numbers uniform on [0, 1) that are the same for the same seed on every machine: for resampling and simulation, where
 * the seed is shown. Never for a draw that must be fair: those come from dice.
 * Source: C. Doty-Humphrey's sfc32, of PractRand.
 */
export function seeded(seed: number): () => number {
  let [a, b, c, count] = [0, seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 1]
  function next(): number {
    const sum = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 15; i++) next()
  return next
}
