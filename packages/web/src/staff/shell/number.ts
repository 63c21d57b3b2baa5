import { ok, type Result, refuse } from '@countersign/election'

const largest = 2 ** 32 - 1

/** The digits of Persian and Arabic keyboards, by their value. */
const others = [0x06f0, 0x0660]

/**
 * A count as a person types it, in any of the languages' digits, grouped or not; undefined for an empty field.
 * Refusals: `not-a-count`, `count-too-large`.
 */
export function readCount(typed: string): Result<number | undefined> {
  const plain = Array.from(typed.trim(), plainDigit)
    .join('')
    .replace(/[\s,٬'’]/g, '')
  if (plain === '') return ok(undefined)
  if (!/^\d+$/.test(plain)) return refuse('not-a-count', 'Write a whole number, with digits only.')
  const count = Number(plain)
  return count <= largest ? ok(count) : refuse('count-too-large', 'No box holds that many; look again.')
}

function plainDigit(character: string): string {
  const code = character.charCodeAt(0)
  const zero = others.find(zero => code >= zero && code <= zero + 9)
  return zero === undefined ? character : String(code - zero)
}
