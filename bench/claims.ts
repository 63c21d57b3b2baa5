import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type DocumentReport, factsSchema, readerOf, reportOf } from '@countersign/analysis/claims'
import { type Example, examples } from '../packages/analysis/src/claims/examples/examples.ts'
import { type Score, scoreOf } from '../packages/analysis/src/claims/examples/score.ts'

/**
 * How well claims are read: of the sentences made for the purpose, and, where the folder is there, of real articles whose
 * claims were listed by hand. Precision is of what was found, recall of what should be.
 */
const root = join(import.meta.dirname, '..')
const facts = globSync(join(root, 'elections/facts/*.json')).map(file =>
  factsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
)
const read = readerOf(facts)

interface Row {
  readonly seed_file: string
  readonly quote: string
}

const made = sum(examples.map(scored))
const shared = process.env.COUNTERSIGN_CLAIMS ?? join(root, '../shared')
const listed = existsSync(join(shared, 'claims/seed-claims.csv')) ? articles() : undefined
const speed = timed()

if (process.argv.includes('--json')) console.log(JSON.stringify({ made, listed, speed }))
else {
  console.log(`sentences made for the purpose (${examples.length} texts)`)
  console.log(
    `  finding     recall ${ratio(made.found, made.wanted)}; judged although it must not be: ${ratio(made.judgedWrongly, made.unwanted)}`,
  )
  for (const what of ['subject', 'denominator', 'verdict'] as const)
    console.log(`  ${what.padEnd(11)} right ${ratio(made[what].right, made[what].of)} of those found`)
  for (const miss of made.misses) console.log(`  - ${miss}`)
  if (listed) {
    console.log(`listed claims of ${listed.articles} articles`)
    console.log(
      `  read as a claim ${ratio(listed.claims, listed.rows)}; read or listed as not understood ${ratio(listed.seen, listed.rows)}`,
    )
    console.log(`  claims read: ${listed.read}, of which in the list: ${listed.inList}`)
    for (const miss of listed.unseen) console.log(`  - not seen: ${miss}`)
  } else console.log('articles with listed claims: not on this machine (COUNTERSIGN_CLAIMS)')
  console.log(`3,000 words: ${speed.toFixed(0)} ms of processor time, median of 9`)
}

function scored({ text, date, expected }: Example): Score {
  return scoreOf(text, documentOf(text, date), expected)
}

function documentOf(text: string, date?: string): DocumentReport {
  return reportOf([{ file: 'text', text, ...(date !== undefined && { date }) }], read).documents[0]!
}

function sum(scores: readonly Score[]) {
  const total = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0)
  const both = (what: 'subject' | 'denominator' | 'verdict') => ({
    right: total(score => score[what].right),
    of: total(score => score[what].of),
  })
  return {
    wanted: total(({ wanted }) => wanted),
    found: total(({ found }) => found),
    unwanted: total(({ unwanted }) => unwanted),
    judgedWrongly: total(({ judgedWrongly }) => judgedWrongly),
    subject: both('subject'),
    denominator: both('denominator'),
    verdict: both('verdict'),
    misses: scores.flatMap(({ misses }) => misses),
  }
}

/** Whether each listed claim was read, or at least told as not understood. */
function articles() {
  const rows = rowsOf(readFileSync(join(shared, 'claims/seed-claims.csv'), 'utf8'))
  const files = globSync(join(shared, 'articles/*.txt'))
  const counts = { articles: files.length, rows: 0, claims: 0, seen: 0, read: 0, inList: 0 }
  const unseen: string[] = []
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const { claims, notUnderstood } = documentOf(text)
    const spans = rows
      .filter(({ seed_file }) => seed_file === basename(file))
      .map(({ quote }) => placeOf(text, quote))
    counts.rows += spans.length
    counts.read += claims.length
    counts.inList += claims.filter(claim => spans.some(span => span && overlap(claim, span))).length
    for (const span of spans) {
      if (!span) continue
      const isClaim = claims.some(claim => overlap(claim, span))
      const isSeen =
        isClaim || notUnderstood.some(left => overlap(left, span) || sentenceHolds(text, left.sentence, span))
      if (isClaim) counts.claims++
      if (isSeen) counts.seen++
      else unseen.push(text.slice(span.start, span.end).replace(/\s+/g, ' ').slice(0, 90))
    }
  }
  return { ...counts, unseen }
}

/** The first two columns of the list: the text's file, and the quote. */
function rowsOf(csv: string): readonly Row[] {
  const cell = '(?:"((?:[^"]|"")*)"|([^,\\n]*))'
  return [...csv.matchAll(new RegExp(`^${cell},${cell},.*$`, 'gm'))].slice(1).map(([, a, b, c, d]) => ({
    seed_file: (a ?? b)!,
    quote: (c ?? d)!.replaceAll('""', '"'),
  }))
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Where a quote stands, however its lines are broken. */
function placeOf(text: string, quote: string): Span | undefined {
  const pattern = quote
    .trim()
    .split(/\s+/)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"))
    .join('[\\s¹²³⁰⁴-⁹]+')
  const match = new RegExp(pattern).exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start
}

function sentenceHolds(text: string, sentence: string, { start, end }: Span): boolean {
  return sentence.includes(text.slice(start, end).replace(/\s+/g, ' '))
}

function timed(): number {
  const words = examples
    .map(({ text }) => text)
    .join('\n\n')
    .split(' ')
  const text = Array.from({ length: 3000 }, (_, i) => words[i % words.length]).join(' ')
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage()
    documentOf(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  return times[4]!
}

function ratio(right: number, of: number): string {
  return `${right} of ${of} (${of === 0 ? '–' : ((100 * right) / of).toFixed(1)} %)`
}
