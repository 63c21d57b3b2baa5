import { type Change, changesOf } from '../sensitivity/changes.ts'
import { sumRows } from '../sensitivity/totals.ts'
import { type About, absent, completed, type Rows } from '../table.ts'
import { type FirstDigitTest, firstDigits, type SecondDigitMean, secondDigitMean } from './benford.ts'
import {
  type AdjacencyTest,
  adjacentDigitsSmoothed,
  type DigitTest,
  lastDigitsSmoothed,
  lastTwoDigits,
  type Part,
} from './digits.ts'
import { falseDiscovery } from './family.ts'
import { type Fingerprint, fingerprint } from './fingerprint.ts'
import { type KlimekFit, klimekFit } from './klimek.ts'
import { leaderOf, type Protocols, protocolsOf } from './protocols.ts'
import { type Residuals, residualsAgainst } from './residuals.ts'
import { type TurnoutLines, turnoutLines } from './turnout-lines.ts'
import { type Matched, matched, twiceOf } from './twice.ts'
import { type WholePercentTest, wholePercentages } from './whole-percent.ts'

/** The tests with a probability, in their order. Fixed beforehand: all that the figures allow are made, none chosen. */
export type TestName = 'last-digits' | 'adjacent-digits' | 'whole-percentages'

export interface Test {
  readonly name: TestName
  readonly p: number
  /** Adjusted for all tests of this list (Benjamini–Hochberg). */
  readonly q: number
  /** Boxes beyond what chance makes, and the most ballots that they can hold; null where a test counts none. */
  readonly boxes: number | null
  readonly ballots: number | null
}

/** Why something is left out: the figures it needs are not in the table. */
export type Lacking = 'votes' | 'ballots' | 'eligible' | 'earlier' | 'few'

/** What was not computed, and for want of what. */
export interface LeftOut {
  readonly what: TestName | 'turnout' | 'residuals'
  readonly lacking: Lacking
}

/** Digit tests of one candidate that clean elections fail; shown only beside that. */
export interface Benford {
  readonly candidate: string
  readonly first: FirstDigitTest
  readonly second: SecondDigitMean
}

/** Everything that the digits, the turnout and the shares of one table say. */
export interface Forensics {
  readonly about: About
  readonly level: string
  readonly rows: number
  readonly leader: string
  /** What a number of ballots would change; every effect is to be read beside it. */
  readonly changes: readonly Change[]
  readonly tests: readonly Test[]
  readonly leftOut: readonly LeftOut[]
  readonly lastDigits?: DigitTest
  readonly adjacentDigits?: AdjacencyTest
  readonly benford: readonly Benford[]
  readonly whole?: WholePercentTest
  readonly fingerprint?: Fingerprint
  readonly lines?: TurnoutLines
  readonly klimek?: KlimekFit
  /** `ids[at]` is the row of a residual; their level is not the table's where boxes changed between the two. */
  readonly residuals?: Residuals & { readonly ids: readonly string[]; readonly level: string }
}

/** A distribution of fewer boxes has no shape. */
const fewestBoxes = 100

/** Smaller counts spread over too few numbers to have a last digit of their own. */
const leastCount = 50

/** A line through fewer has no spread to judge a box by. */
const fewestPairs = 20

/** The whole suite on one table, beside an earlier round or election where there is one. */
export function forensics(rows: Rows, earlier?: Rows): Forensics {
  const protocols = protocolsOf(rows)
  const { tests, leftOut, ...listed } = listedTests(rows, protocols)
  const against = earlier ? residualsOf(matched(rows, earlier)) : undefined
  const lacking = [
    ...leftOut,
    ...(listed.whole ? [] : [{ what: 'turnout', lacking: lackingIn(rows) } as const]),
  ]
  return {
    about: rows.about,
    level: rows.level,
    rows: rows.length,
    leader: rows.candidates[leaderOf(rows)]?.id ?? '',
    changes: changesOf(rows.about, sumRows(rows)),
    tests,
    leftOut: against ? lacking : [...lacking, { what: 'residuals', lacking: earlier ? 'few' : 'earlier' }],
    ...listed,
    benford: benfordOf(rows),
    ...(listed.whole && {
      fingerprint: fingerprint(protocols),
      lines: turnoutLines(protocols),
      klimek: klimekFit(protocols),
    }),
    ...(against && { residuals: against }),
  }
}

/** The list alone: every test with a probability that the figures allow, adjusted for their number. */
export function listedTests(
  rows: Rows,
  protocols: Protocols = protocolsOf(rows),
): Pick<Forensics, 'tests' | 'leftOut' | 'lastDigits' | 'adjacentDigits' | 'whole'> {
  const digits = digitsOf(rows)
  const whole = wholeOf(rows, protocols)
  return {
    tests: adjusted([...digits.tests, ...whole.tests]),
    leftOut: [...digits.leftOut, ...whole.leftOut],
    ...digits.found,
    ...whole.found,
  }
}

type Untested = Omit<Test, 'q'>

interface Made<Found> {
  readonly tests: readonly Untested[]
  readonly leftOut: readonly LeftOut[]
  readonly found: Found
}

function adjusted(tests: readonly Untested[]): readonly Test[] {
  const q = falseDiscovery(tests.map(({ p }) => p))
  return tests.map((test, i) => ({ ...test, q: q[i]! }))
}

function digitsOf(rows: Rows): Made<Pick<Forensics, 'lastDigits' | 'adjacentDigits'>> {
  const parts = partsOf(rows)
  if (parts.every(({ counts }) => counts.length === 0))
    return {
      tests: [],
      leftOut: (['last-digits', 'adjacent-digits'] as const).map(what => ({ what, lacking: 'votes' })),
      found: {},
    }
  const pairs = lastTwoDigits(parts, leastCount)
  const lastDigits = lastDigitsSmoothed(pairs)
  const adjacentDigits = adjacentDigitsSmoothed(pairs)
  return {
    tests: [
      { name: 'last-digits', p: lastDigits.p, boxes: null, ballots: null },
      { name: 'adjacent-digits', p: adjacentDigits.p, boxes: null, ballots: null },
    ],
    leftOut: [],
    found: { lastDigits, adjacentDigits },
  }
}

/** Each candidate's counts beside the valid votes of the same rows. */
function partsOf(rows: Rows): readonly Part[] {
  const { votes, figures } = completed(rows)
  return votes.map(column => {
    const given = Int32Array.from(column, (_, i) => i).filter(
      i => column[i] !== absent && figures.valid[i]! >= column[i]!,
    )
    return {
      counts: Float64Array.from(given, i => column[i]!),
      ballots: Float64Array.from(given, i => figures.valid[i]!),
    }
  })
}

function benfordOf({ votes, candidates }: Rows): readonly Benford[] {
  return candidates.map(({ id }, c) => {
    const counts = votes[c]!.filter(count => count !== absent)
    return { candidate: id, first: firstDigits(counts), second: secondDigitMean(counts) }
  })
}

function wholeOf(rows: Rows, protocols: Protocols): Made<Pick<Forensics, 'whole'>> {
  if (protocols.leader.length < fewestBoxes)
    return { tests: [], leftOut: [{ what: 'whole-percentages', lacking: lackingIn(rows) }], found: {} }
  const whole = wholePercentages(protocols)
  const { excess, p } = whole.either
  const ballots = whole.boxes > 0 ? (Math.max(0, excess) * whole.ballots) / whole.boxes : 0
  return { tests: [{ name: 'whole-percentages', p, boxes: excess, ballots }], leftOut: [], found: { whole } }
}

function lackingIn({ figures, length }: Rows): Lacking {
  if (length < fewestBoxes) return 'few'
  return figures.eligible.every(figure => figure === absent) ? 'eligible' : 'ballots'
}

function residualsOf(pair: Matched): Forensics['residuals'] | undefined {
  const twice = twiceOf(pair, leaderOf(pair.rows))
  if (twice.rows.length < fewestPairs) return undefined
  const ids = twice.rows.map(row => pair.rows.ids[row]!)
  return { ...residualsAgainst(twice), ids, level: pair.rows.level }
}
