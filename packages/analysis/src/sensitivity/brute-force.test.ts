import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsOf } from '../table.ts'
import { denyMajorityNeeds, giveMajorityNeeds, orderNeeds } from './changes.ts'
import { leastToChangeLeader, leastToDenyMajority } from './least-rows.ts'
import { sumRows } from './totals.ts'
import { without } from './without.ts'

/** A box: votes of up to four candidates, then invalid ballots. */
const box = fc.tuple(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), fc.nat(4))
const election = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.array(box, { minLength: 1, maxLength: 6 }))

type Boxes = readonly (readonly [readonly number[], number])[]

function table(candidates: number, boxes: Boxes) {
  return rowsOf({
    about: { name: { en: 'random' }, round: 1, rule: 'majority', of: 'taken' },
    level: 'box',
    candidates: Array.from({ length: candidates }, (_, i) => ({ id: `c${i}`, number: i + 1, name: {} })),
    areas: [],
    rows: boxes.map(([votes, invalid], i) => ({
      id: `b${i}`,
      figures: {
        invalid,
        votes: Object.fromEntries(votes.slice(0, candidates).map((n, c) => [c + 1, n])),
      },
    })),
  })
}

/** The size of the smallest set of boxes after whose removal `holds`, by trying all sets. */
function smallest(boxes: number, holds: (gone: number) => boolean): number | null {
  let least: number | null = null
  for (let gone = 0; gone < 1 << boxes; gone++) {
    const size = [...gone.toString(2)].filter(bit => bit === '1').length
    if ((least === null || size < least) && holds(gone)) least = size
  }
  return least
}

test('10,000 random elections of up to six boxes: the fewest boxes are those that trying all sets finds', () => {
  fc.assert(
    fc.property(election, ([candidates, boxes]) => {
      const rows = table(candidates, boxes)
      const totals = sumRows(rows)
      const after = (gone: number) =>
        boxes.reduce(
          (sum, [votes, invalid], i) => {
            if (gone & (1 << i)) return sum
            const mine = votes.slice(0, candidates)
            const valid = mine.reduce((a, b) => a + b, 0)
            return {
              votes: sum.votes.map((n, c) => n + mine[c]!),
              valid: sum.valid + valid,
              taken: sum.taken + valid + invalid,
            }
          },
          { votes: Array<number>(candidates).fill(0), valid: 0, taken: 0 },
        )
      const whole = after(0)
      expect([totals.taken, totals.valid]).toEqual([whole.taken, whole.valid])
      const leader = whole.votes.indexOf(Math.max(...whole.votes))
      for (const base of ['taken', 'valid'] as const) {
        const found = leastToDenyMajority(rows, base)
        if (2 * whole.votes[leader]! <= whole[base]) expect(found).toBeNull()
        else
          expect(found!.rows).toBe(
            smallest(boxes.length, gone => 2 * after(gone).votes[leader]! <= after(gone)[base]),
          )
      }
      expect(leastToChangeLeader(rows)!.rows).toBe(
        smallest(boxes.length, gone => {
          const { votes } = after(gone)
          return votes.some((n, c) => c !== leader && n > votes[leader]!)
        }),
      )
    }),
    { numRuns: 10_000, seed: 2009 },
  )
})

test('ballots: one less would not do', () => {
  const small = fc.nat(60)
  fc.assert(
    fc.property(small, small, small, (a, b, rest) => {
      const [first, second] = [Math.max(a, b), Math.min(a, b)]
      const total = first + second + rest
      const smallestFrom = (holds: (n: number) => boolean) => {
        let n = 0
        while (!holds(n)) n++
        return n
      }
      expect(denyMajorityNeeds(first, total)).toEqual({
        switched: smallestFrom(n => 2 * (first - n) <= total),
        added: smallestFrom(n => 2 * (first - n) <= total - n),
      })
      expect(giveMajorityNeeds(second, total)).toEqual({
        switched: smallestFrom(n => 2 * (second + n) > total),
        added: smallestFrom(n => 2 * second > total - n),
      })
      expect(orderNeeds(first, second)).toEqual({
        switched: smallestFrom(n => second + n > first - n),
        added: smallestFrom(n => second > first - n),
      })
    }),
    { numRuns: 2_000 },
  )
})

test('removing rows by name is the sum of the others', () => {
  fc.assert(
    fc.property(election, fc.nat(63), ([candidates, boxes], gone) => {
      const rows = table(candidates, boxes)
      const named = boxes.flatMap((_, i) => (gone & (1 << i) ? [`b${i}`] : []))
      const kept = table(
        candidates,
        boxes.filter((_, i) => !(gone & (1 << i))),
      )
      const { after, removed } = without(rows, { rows: named })
      expect(removed).toBe(named.length)
      expect(after.standings).toEqual(sumRows(kept).standings)
    }),
    { numRuns: 300 },
  )
})
