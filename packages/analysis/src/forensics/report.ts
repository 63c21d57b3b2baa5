import {
  type Block,
  type Cell,
  caveat,
  chart,
  type Language,
  list,
  nameIn,
  paragraph,
  type Section,
  section,
  type Tiles,
  table,
  type Written,
  written,
} from '../report/index.ts'
import type { Rows } from '../table.ts'
import { cleanElection } from './clean.ts'
import type { Forensics } from './suite.ts'
import { type Words, words } from './words.ts'

/** How this reader is spoken to. */
interface Spoken {
  readonly say: Words
  readonly numbers: Written
  readonly candidate: (id: string) => string
}

/**
 * The suite for people, as sections of a report: the tests, then what each is made of, then what is not among them.
 * @param map for each area its votes off the expected, where it is known where areas lie
 */
export function forensicsSections(
  found: Forensics,
  candidates: Rows['candidates'],
  language: Language,
  map: Tiles['tiles'] = [],
): readonly Section[] {
  const say = words[language]
  const named = new Map(candidates.map(({ id, name }) => [id, nameIn(name, language)]))
  const spoken = { say, numbers: written[language], candidate: (id: string) => named.get(id) ?? id }
  return [
    section(say.first, paragraph(say.firstSays)),
    section(say.list, ...tests(found, spoken)),
    ...(found.whole ? [section(say.whole, ...whole(found.whole, spoken))] : []),
    ...(found.lastDigits ? [section(say.digits, ...digits(found.lastDigits, spoken))] : []),
    ...(found.fingerprint ? [section(say.fingerprint, ...fingerprint(found, spoken))] : []),
    ...(found.lines ? [section(say.lines, ...lines(found.lines, spoken))] : []),
    ...(found.residuals ? [section(say.residuals, ...residuals(found.residuals, spoken, map))] : []),
    section(say.benford, paragraph(say.benfordSays), benford(found, spoken)),
  ]
}

function tests(
  { tests, changes, leftOut }: Forensics,
  { say, numbers, candidate }: Spoken,
): readonly Block[] {
  const { count, probability } = numbers
  return [
    paragraph(say.listSays(count(tests.length))),
    table({
      caption: say.list,
      head: [say.test, say.p, say.q, say.rejects, say.boxes, say.ballots, say.clean],
      rows: tests.map(({ name, p, q, boxes, ballots }): Cell[] => [
        say.names[name],
        probability(p),
        probability(q),
        q <= 0.05 ? say.yes : say.no,
        boxes === null ? null : Math.round(boxes),
        ballots === null ? null : Math.round(ballots),
        probability(cleanElection[name]),
      ]),
    }),
    caveat(say.cleanSays),
    ...(changes.length === 0
      ? []
      : [
          table({
            caption: `${say.changes}. ${say.changesSays}`,
            head: [say.change, say.base, say.switched, say.added],
            rows: changes.map(({ what, base, loser, gainer, switched, added }) => [
              say.what[what](candidate(loser), candidate(gainer)),
              base ? say.bases[base] : '–',
              switched,
              added,
            ]),
          }),
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          paragraph(say.leftOut),
          list(leftOut.map(({ what, lacking }) => `${say.names[what]}: ${say.lacking[lacking]}`)),
        ]),
  ]
}

function digits(
  { counts, observed, expected }: NonNullable<Forensics['lastDigits']>,
  spoken: Spoken,
): Block[] {
  const { say, numbers } = spoken
  return [
    chart({
      caption: say.digitsSays(numbers.count(counts)),
      drawing: {
        shape: 'lines',
        x: { name: say.digit, range: [0, 9] },
        y: { name: say.countsUnit },
        lines: [
          { name: say.seen, points: observed.map((seen, digit) => [digit, seen]) },
          { name: say.expected, points: expected.map((due, digit) => [digit, due]) },
        ],
      },
      table: {
        caption: say.digits,
        head: [say.digit, say.seen, say.expected],
        rows: observed.map((seen, digit) => [digit, seen, Math.round(expected[digit]!)]),
      },
    }),
    caveat(say.digitsCannot),
  ]
}

function whole(found: NonNullable<Forensics['whole']>, { say, numbers }: Spoken): readonly Block[] {
  const { count, decimal, probability } = numbers
  const { boxes, either, share, turnout, shareAt, turnoutAt } = found
  const rounded = (x: number) => Math.round(x * 10) / 10
  return [
    paragraph(say.wholeSays(count(boxes), count(either.observed), count(Math.round(either.expected)))),
    table({
      caption: say.whole,
      head: ['', say.observed, say.expected, say.excess, 'z', say.p],
      rows: [['either', either] as const, ['share', share] as const, ['turnout', turnout] as const].map(
        ([name, { observed, expected, excess, z, p }]) => [
          say[name],
          observed,
          decimal(expected, 1),
          decimal(excess, 1),
          decimal(z, 2),
          probability(p),
        ],
      ),
    }),
    chart({
      caption: say.wholeCaption,
      drawing: {
        shape: 'lines',
        x: { name: say.percent, range: [0, 100] },
        y: { name: say.excess },
        lines: [
          { name: say.share, points: shareAt.map(at => [at.percent, at.observed - at.expected]) },
          { name: say.turnout, points: turnoutAt.map(at => [at.percent, at.observed - at.expected]) },
        ],
      },
      table: {
        caption: say.wholeCaption,
        head: [
          say.percent,
          `${say.share}: ${say.observed}`,
          say.expected,
          `${say.turnout}: ${say.observed}`,
          say.expected,
        ],
        rows: shareAt.map((at, i) => [
          at.percent,
          at.observed,
          rounded(at.expected),
          turnoutAt[i]!.observed,
          rounded(turnoutAt[i]!.expected),
        ]),
      },
    }),
    caveat(say.wholeCannot),
  ]
}

function fingerprint({ fingerprint, klimek }: Forensics, { say, numbers }: Spoken): readonly Block[] {
  const { cells, above } = fingerprint!
  const counts = Array.from({ length: 10_000 }, (_, at) => cells[at % 100]![Math.floor(at / 100)]!)
  const tens = Array.from({ length: 10 }, (_, turnout) => [
    `${numbers.count(turnout * 10)}–${numbers.count(turnout * 10 + 10)}`,
    ...Array.from({ length: 10 }, (_, share) => {
      let sum = 0
      for (let t = 0; t < 10; t++)
        for (let s = 0; s < 10; s++) sum += cells[10 * turnout + t]![10 * share + s]!
      return sum
    }),
  ])
  return [
    chart({
      caption: say.fingerprintCaption,
      drawing: {
        shape: 'cells',
        x: { name: `${say.turnout}, %`, range: [0, 100] },
        y: { name: `${say.share}, %`, range: [0, 100] },
        columns: 100,
        counts,
      },
      table: {
        caption: `${say.turnout} ↓, ${say.share} →`,
        head: ['%', ...tens.map(([name]) => String(name))],
        rows: tens,
      },
    }),
    ...(above > 0 ? [paragraph(say.above(numbers.count(above)))] : []),
    ...(klimek
      ? [
          caveat(
            say.fit(
              numbers.count(Math.round(100 * klimek.incremental)),
              numbers.count(Math.round(100 * klimek.extreme)),
            ),
          ),
        ]
      : []),
  ]
}

function lines(
  { leader, others, peak, share, beyond, band }: NonNullable<Forensics['lines']>,
  { say, numbers }: Spoken,
): readonly Block[] {
  const { count, decimal } = numbers
  return [
    chart({
      caption: say.linesCaption(count(peak)),
      drawing: {
        shape: 'lines',
        x: { name: `${say.turnout}, %`, range: [0, 100] },
        y: { name: say.votes },
        lines: [
          { name: say.leader, points: leader.map((votes, bin) => [bin, votes]) },
          { name: say.others, points: others.map((votes, bin) => [bin, votes]) },
        ],
        marks: [{ at: peak, name: `${count(peak)} %` }],
      },
      table: {
        caption: say.lines,
        head: [`${say.turnout}, %`, say.leader, say.others],
        rows: leader.map((votes, bin) => [bin, votes, others[bin]!]),
      },
    }),
    caveat(
      say.linesSays(
        decimal(100 * share, 1),
        count(Math.round(beyond)),
        count(Math.round(band[0])),
        count(Math.round(band[1])),
      ),
    ),
  ]
}

/** How many of the rows furthest off are listed. */
const mostListed = 50

function residuals(
  found: NonNullable<Forensics['residuals']>,
  { say, numbers }: Spoken,
  map: Tiles['tiles'],
): readonly Block[] {
  const { count, decimal, probability } = numbers
  const { far, ids } = found
  const furthest = [...found.residuals]
    .sort((a, b) => a.q - b.q || Math.abs(b.z) - Math.abs(a.z))
    .slice(0, mostListed)
  return [
    paragraph(
      say.residualsSays(
        count(found.boxes),
        count(far.boxes),
        count(Math.round(far.above)),
        count(Math.round(far.below)),
      ),
    ),
    table({
      caption: say.residualsCaption,
      head: [say.row, say.off, say.deviations, say.q],
      rows: furthest.map(({ at, votes, z, q }) => [
        ids[at]!,
        Math.round(votes),
        decimal(z, 1),
        probability(q),
      ]),
    }),
    ...(map.length === 0
      ? []
      : [
          chart({
            caption: say.mapCaption,
            drawing: { shape: 'tiles', unit: say.off, tiles: map },
            table: {
              caption: say.mapCaption,
              head: [say.row, say.off],
              rows: map.map(({ name, value }) => [name, value]),
            },
          }),
        ]),
  ]
}

function benford({ benford }: Forensics, { say, numbers, candidate }: Spoken): Block {
  const { decimal, probability, count } = numbers
  return table({
    caption: say.benford,
    head: [say.candidate, say.meanDigit, say.firstDigit, say.p],
    rows: benford.map(({ candidate: id, first, second }) => [
      candidate(id),
      decimal(second.z, 1),
      `${count(first.excess.digit)} (${count(first.excess.seen)})`,
      probability(first.excess.p),
    ]),
  })
}
