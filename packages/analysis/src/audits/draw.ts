/** SHA-256 of bytes, passed in: every platform has its own. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** A draw: which place of the list, and how far into its weight the draw fell. */
export interface Drawn {
  /** From 1, over all rounds of the audit. */
  readonly number: number
  readonly place: number
  /** Of a list of ballot counts: the ballot in the box, from 0. */
  readonly within: number
}

/**
 * Draws places of a list with replacement, with chances in proportion to their weights. Draw i takes the whole number
 * SHA-256(seed ‖ "," ‖ i in decimal), big-endian, modulo the sum of the weights, and the first place whose cumulated
 * weight is above it. Anyone can repeat it (docs/methods/03-risk-limiting-audits.md has a program of a few lines).
 * @param weights whole numbers, not all zero, in the published order
 * @param from the first draw's number, from 1; @param count how many
 */
export function draw(
  weights: ArrayLike<number>,
  seed: Uint8Array,
  { from = 1, count }: { readonly from?: number; readonly count: number },
  sha256: Hash,
): readonly Drawn[] {
  const ends = cumulated(weights)
  const total = BigInt(ends.at(-1)!)
  return Array.from({ length: count }, (_, i) => {
    const number = from + i
    const at = Number(wholeNumber(sha256(joined(seed, `,${number}`))) % total)
    const place = firstAbove(ends, at)
    return { number, place, within: at - (place === 0 ? 0 : ends[place - 1]!) }
  })
}

function cumulated(weights: ArrayLike<number>): Float64Array {
  const ends = new Float64Array(weights.length)
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!
    ends[i] = sum
  }
  return ends
}

function joined(seed: Uint8Array, text: string): Uint8Array {
  const suffix = new TextEncoder().encode(text)
  const bytes = new Uint8Array(seed.length + suffix.length)
  bytes.set(seed)
  bytes.set(suffix, seed.length)
  return bytes
}

function wholeNumber(bytes: Uint8Array): bigint {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return BigInt(`0x${hex}`)
}

/** The first place whose end is above `at`. */
function firstAbove(ends: Float64Array, at: number): number {
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! > at) high = middle
    else low = middle + 1
  }
  return low
}
