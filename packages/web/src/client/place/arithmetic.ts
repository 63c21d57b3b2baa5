import type { Figures } from '@countersign/election'

/** A figure by its name: `taken`, `votes.2`, `invalidBy.1`. */
export interface Term {
  readonly figure: string
  /** Null where it is not given, which is not zero. */
  readonly value: number | null
}

/** Parts that must make a whole, as the form or table has them. */
export interface Equation {
  /** The check that holds them against each other. */
  readonly code: 'B01' | 'B02' | 'B06'
  readonly parts: readonly Term[]
  readonly whole: Term
  /** The sum of the parts; null where one of them is not given. */
  readonly sum: number | null
  /** The whole less the sum; null where either is not known. */
  readonly difference: number | null
}

/** The sums on a form, each where at least its whole or two of its parts are given. */
export function equationsOf(figures: Figures): readonly Equation[] {
  const one = (figure: keyof Figures): Term => ({ figure, value: (figures[figure] as number) ?? null })
  const by = (figure: 'votes' | 'invalidBy' | 'notTakenBy'): readonly Term[] =>
    Object.entries(figures[figure] ?? {}).map(([number, value]) => ({ figure: `${figure}.${number}`, value }))
  const votes = by('votes')
  const sumOfVotes = { figure: 'votes', value: total(votes) }
  const invalidBy = by('invalidBy')
  const notTaken = figures.notTaken === undefined ? by('notTakenBy') : [one('notTaken')]
  const valid = figures.valid === undefined ? sumOfVotes : one('valid')
  const invalid = figures.invalid === undefined && invalidBy.length > 0 ? invalidBy : [one('invalid')]
  return [
    equation('B01', votes, one('valid')),
    equation('B02', invalidBy, one('invalid')),
    equation('B02', [valid, ...invalid], one('taken')),
    equation('B02', [one('taken'), ...notTaken, one('excessDrawn')], one('inBox')),
    equation('B06', [one('issued'), one('unused'), one('spoiled')], one('delivered')),
  ].filter(
    ({ parts, whole }) => whole.value !== null && parts.filter(({ value }) => value !== null).length > 0,
  )
}

function equation(code: Equation['code'], parts: readonly Term[], whole: Term): Equation {
  const sum = total(parts)
  const difference = sum === null || whole.value === null ? null : whole.value - sum
  return { code, parts, whole, sum, difference }
}

function total(terms: readonly Term[]): number | null {
  if (terms.length === 0) return null
  return terms.reduce<number | null>(
    (sum, { value }) => (sum === null || value === null ? null : sum + value),
    0,
  )
}
