import { type Outcome, percent } from '@countersign/election'
import {
  type Block,
  type Cell,
  caveat,
  chart,
  type Language,
  nameIn,
  paragraph,
  type Section,
  section,
  table,
  written,
} from '../report/index.ts'
import type { Change } from './changes.ts'
import type { LeastFound, Sensitivity, Suppose, VersionStudied } from './sensitivity.ts'
import type { Base, Totals } from './totals.ts'
import { type Words, words } from './words.ts'

/** The study for people, as sections of a report. */
export function sensitivitySections(found: Sensitivity, language: Language): readonly Section[] {
  const spoken = speaking(found, language)
  const { say } = spoken
  return [
    section(say.asItStands, outcomes(found, spoken)),
    section(say.needs, ...needs(found, spoken), caveat(say.assumes)),
    ...(found.least.length > 0 ? [section(say.least, ...least(found, spoken))] : []),
    ...(found.versions.some(({ supposed }) => supposed.length > 0)
      ? [section(say.supposed, supposed(found, spoken), caveat(say.supposedSays))]
      : []),
    ...(found.without ? [section(say.without, ...withoutRows(found.without, spoken))] : []),
  ]
}

/** How this reader is spoken to. */
interface Spoken {
  readonly say: Words
  readonly language: Language
  readonly count: (n: number) => string
  readonly candidate: (id: string) => string
  readonly version: (version: VersionStudied) => string
  readonly outcome: (outcome: Outcome) => string
}

function speaking({ candidates }: Sensitivity, language: Language): Spoken {
  const say = words[language]
  const candidate = (id: string) => {
    const found = candidates.find(candidate => candidate.id === id)
    return found ? nameIn(found.name, language) : id
  }
  return {
    say,
    language,
    count: written[language].count,
    candidate,
    version: ({ label }) => (label ? nameIn(label, language) : say.ofRows),
    outcome: outcome => {
      if (outcome.state === 'elected') return say.elected(candidate(outcome.candidate))
      if (outcome.state === 'runOff')
        return say.runOff(candidate(outcome.between[0]), candidate(outcome.between[1]))
      return say.undecided
    },
  }
}

function outcomes(
  { versions, candidates }: Sensitivity,
  { say, candidate, version, outcome }: Spoken,
): Block {
  return table({
    caption: say.outcome,
    head: [say.version, ...candidates.map(({ id }) => candidate(id)), say.valid, say.taken, say.outcome],
    rows: versions.map(each => [
      version(each),
      ...candidates.map(({ id }) => votesIn(each.totals, id)),
      each.totals.valid,
      each.totals.taken,
      outcome(each.outcome),
    ]),
  })
}

function votesIn({ standings }: Totals, id: string): number | null {
  return standings.find(({ candidate }) => candidate === id)?.votes ?? null
}

function needs({ versions }: Sensitivity, spoken: Spoken): readonly Block[] {
  const { say } = spoken
  const rows = versions.flatMap(each =>
    each.changes.map((change): Cell[] => [
      spoken.version(each),
      whatWords(change, spoken),
      change.base ? say[change.base] : '–',
      change.switched,
      change.added,
      change.changesOutcome ? say.yes : say.no,
    ]),
  )
  if (rows.length === 0) return [paragraph(say.nothing)]
  const head = [say.version, say.change, say.base, say.switched, say.added, say.matters]
  return [paragraph(say.needsSays), table({ caption: say.needs, head, rows })]
}

function whatWords(
  { what, loser, gainer }: Pick<Change, 'what' | 'loser' | 'gainer'>,
  { say, candidate }: Spoken,
): string {
  return say.what[what](candidate(loser), candidate(gainer))
}

function least({ least, rows, versions }: Sensitivity, spoken: Spoken): readonly Block[] {
  const { say, count } = spoken
  const standings = [...versions[0]!.totals.standings].sort((a, b) => b.votes - a.votes)
  const [first, second] = standings
  const named = ({ what, rival }: LeastFound) =>
    whatWords({ what, loser: first!.candidate, gainer: rival ?? second?.candidate ?? '' }, spoken)
  const lines = least.map((found): Cell[] => [
    named(found),
    found.base ? say[found.base] : '–',
    found.rows ?? say.cannot,
    say.ofAll(count(rows)),
    found.need,
    found.ids.slice(0, 5).join(', '),
  ])
  const head = [say.change, say.base, say.rows, '', say.need, say.first]
  return [
    paragraph(say.leastSays),
    table({ caption: say.least, head, rows: lines }),
    curves(least, named, spoken),
  ]
}

const mostPoints = 200

/** What is still needed, row by row, for each change; long curves are drawn at some 200 of their points. */
function curves(least: readonly LeastFound[], named: (found: LeastFound) => string, { say }: Spoken): Block {
  const paths = least.map(pathOf)
  const longest = Math.max(...paths.map(({ length }) => length))
  const step = Math.ceil(longest / mostPoints)
  const drawn = (k: number, length: number) => k % step === 0 || k === length - 1
  const names = least.map(found => `${named(found)}${found.base ? ` (${say[found.base]})` : ''}`)
  const lines = paths.map((path, i) => ({
    name: names[i]!,
    points: path.map((still, k) => [k, still] as const).filter(([k]) => drawn(k, path.length)),
  }))
  const rows = Array.from({ length: longest }, (_, k) => [k, ...paths.map(path => path[k] ?? 0)])
  return chart({
    caption: say.curve,
    drawing: { shape: 'lines', x: { name: say.removed }, y: { name: say.still }, lines },
    table: {
      caption: say.still,
      head: [say.removed, ...names],
      rows: rows.filter((_, k) => drawn(k, longest)),
    },
  })
}

function pathOf({ need, scores }: LeastFound): readonly number[] {
  const path = [need]
  for (const score of scores) path.push(Math.max(0, path.at(-1)! - score))
  return path
}

function supposed({ versions, about }: Sensitivity, spoken: Spoken): Block {
  const { say, outcome, version } = spoken
  const rows = versions.flatMap(each =>
    each.supposed.map((one): Cell[] => {
      const id = 'false' in one.supposed ? one.supposed.of : one.supposed.from
      const base: Base = about.of === 'valid' ? 'valid' : 'taken'
      return [
        version(each),
        supposedWords(one, spoken),
        shareIn(one.totals, id, base, spoken),
        outcome(one.outcome),
      ]
    }),
  )
  const base = about.of === 'valid' ? say.valid : say.taken
  return table({ caption: say.supposed, head: [say.version, say.supposed, `% (${base})`, say.outcome], rows })
}

function supposedWords({ supposed }: Suppose, { say, count, candidate }: Spoken): string {
  return 'false' in supposed
    ? say.false(count(supposed.false), candidate(supposed.of))
    : say.moved(count(supposed.switched), candidate(supposed.from), candidate(supposed.to))
}

function shareIn(totals: Totals, id: string, base: Base, { language }: Spoken): string {
  const votes = votesIn(totals, id)
  const total = totals[base]
  if (votes === null || total === null || total === 0) return '–'
  return written[language].decimal(Number(percent(votes, total, 2)), 2)
}

function withoutRows(found: NonNullable<Sensitivity['without']>, spoken: Spoken): readonly Block[] {
  const { say, candidate, outcome, count } = spoken
  const { before, after, removed, changed } = found
  const rows: Cell[][] = [
    ...before.standings.map(({ candidate: id, votes }): Cell[] => [candidate(id), votes, votesIn(after, id)]),
    [say.valid, before.valid, after.valid],
    [say.taken, before.taken, after.taken],
  ]
  return [
    paragraph(
      `${say.withoutSays(count(removed))} ${changed ? say.other : say.same} ${outcome(found.outcomeAfter)}.`,
    ),
    table({ caption: say.without, head: ['', say.before, say.after], rows }),
  ]
}
