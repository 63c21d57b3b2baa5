import type { Hedge, Quantity } from '../reading/quantities.ts'

/** How a stated quantity stands to an exact value. */
export type Fit = 'holds' | 'rounded' | 'no'

/**
 * Holds: the value rounds to what is written, in its last written digit; or it lies where “over”, “at most”, “nearly” or
 * “about” put it. Rounded: it was cut off or rounded up, so that it lies within one unit of the last digit; or it is
 * farther from “nearly” or “about” than one would expect, by less than as much again. A number of
 * thousands or millions is never taken to be looser than a twentieth of itself.
 */
export function compare({ value, to, hedge, step, spoken, unit }: Quantity, actual: number): Fit {
  if (to !== undefined) return inRange(value, to, step, actual)
  if (unit === 'times') return near(Math.abs(actual - value), ...timesOf(value, step))
  const unitOfLast = spoken ? value / 20 : step
  const isCoarse = unitOfLast >= 1000
  const half = isCoarse ? Math.min(unitOfLast / 2, value / 20) : unitOfLast / 2
  const whole = isCoarse ? Math.min(unitOfLast, value / 10) : unitOfLast
  const off = actual - value
  if (Math.abs(off) <= half * (1 + 1e-9) && hedge !== 'over' && hedge !== 'under') return 'holds'
  switch (hedge) {
    case 'plain':
      return spoken ? near(Math.abs(off), value / 40, value / 20) : Math.abs(off) < whole ? 'rounded' : 'no'
    case 'over':
      return off > 0 ? 'holds' : 'no'
    case 'atLeast':
      return off >= 0 ? 'holds' : 'no'
    case 'under':
      return off < 0 ? 'holds' : 'no'
    case 'atMost':
      return off <= 0 ? 'holds' : 'no'
    case 'almost':
      return off > 0 ? (off < whole ? 'rounded' : 'no') : near(-off, value * 0.08, value * 0.15)
    case 'about':
      return near(Math.abs(off), ...aboutOf(value, step))
  }
}

function near(off: number, close: number, far: number): Fit {
  return off <= close ? 'holds' : off <= far ? 'rounded' : 'no'
}

/** “Three times” is meant as roughly three, “1.2 times” as what rounds to it. */
function timesOf(value: number, step: number): [number, number] {
  return step < 1 ? [step / 2, step] : [value / 10, Math.max(0.5, value / 10)]
}

/** “About 11.3 million” is meant finer than “about 400”: 5 % of one digit, 3 % of two, 1.5 % of three, 0.5 % of more. */
function aboutOf(value: number, step: number): [number, number] {
  const digits = String(Math.round(value / step)).replace(/0+$/, '').length
  const close = Math.max(Math.min(step, value / 10), value * ([0.05, 0.05, 0.03, 0.015][digits] ?? 0.005))
  return [close, close * 1.5]
}

function inRange(from: number, to: number, step: number, actual: number): Fit {
  if (actual >= from - step / 2 && actual <= to + step / 2) return 'holds'
  return actual > from - step && actual < to + step ? 'rounded' : 'no'
}

/** Whether two statements of the same thing can both be true. */
export function compatible(one: Quantity, other: Quantity): boolean {
  const plain = (hedge: Hedge) => hedge === 'plain' || hedge === 'about'
  if (plain(one.hedge) && plain(other.hedge)) {
    const coarse = Math.max(one.step, other.step)
    return Math.abs(one.value - other.value) <= Math.min(coarse, Math.max(one.value, other.value) / 20)
  }
  return compare(one, other.value) !== 'no' || compare(other, one.value) !== 'no'
}
