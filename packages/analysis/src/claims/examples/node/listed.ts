import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { columnsOf } from '../../../fixtures/node/columns.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Reader } from '../../read.ts'
import { type ClaimReport, reportOf } from '../../report.ts'
import type { Verdict } from '../../verdicts/verdict.ts'
import { type Gold, goldOfNote, type ListedClaim } from '../gold.ts'

/** Right of so many; and for precision, right of so many that were given. */
export interface Scored {
  readonly right: number
  readonly given: number
  readonly wanted: number
}

export interface ListedScore {
  readonly articles: number
  readonly rows: number
  /** Rows that were read, or told as not understood. */
  readonly told: number
  readonly finding: Scored
  readonly subject: Scored
  readonly denominator: Scored
  readonly verdict: Scored
  /** Everything that is not as it should be, with the text’s file. */
  readonly misses: readonly string[]
  /** Claims read that are not in the list and that nobody has found right: they count against precision. */
  readonly unlisted: readonly { readonly key: string; readonly claim: ClaimReport }[]
}

interface GoldFile {
  /** By `keyOf` a row’s quote and subject: what its note alone does not say. */
  readonly listed: Readonly<Record<string, Gold>>
  /** By `keyOf` a claim that is in a text and not in the list: its verdict. */
  readonly further: Readonly<Record<string, readonly Verdict[]>>
}

/**
 * Holds what is read of the listed articles in a folder (`claims/seed-claims.csv`, `articles/*.txt`) against what is right:
 * by the rule of `gold.ts` where the list’s note is plain, else by the file `gold.json`, judged by hand.
 */
export function scoreListed(folder: string, read: Reader, facts: readonly Facts[]): ListedScore | undefined {
  const list = join(folder, 'claims/seed-claims.csv')
  if (!existsSync(list)) return undefined
  const rows = rowsOf(list)
  const gold: GoldFile = JSON.parse(readFileSync(join(import.meta.dirname, '../gold.json'), 'utf8'))
  const files = globSync(join(folder, 'articles/*.txt')).sort()
  const sheet = new Sheet()
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const document = reportOf([{ file: 'text', text }], read).documents[0]!
    const used = new Set<ClaimReport>()
    for (const row of rows.filter(({ file: of }) => of === basename(file))) {
      const span = placeOf(text, row.quote)
      const right = gold.listed[keyOf(row.quote, row.subject)] ?? goldOfNote(row, rows, facts)
      const claim = span && claimOf(document.claims, row, span, right)
      if (claim) used.add(claim)
      const told =
        claim !== undefined ||
        (span !== undefined &&
          [...document.claims, ...document.notUnderstood].some(
            left => overlap(left, span) || left.sentence.includes(plain(text.slice(span.start, span.end))),
          ))
      sheet.row(row, right, claim, told)
    }
    for (const claim of document.claims) if (!used.has(claim)) sheet.further(claim, gold.further)
  }
  return sheet.score(files.length)
}

/** The mark under which a text’s own words are kept here: none of them can be read back from it. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 10)
}

/** What was counted so far. */
class Sheet {
  #rows = 0
  #told = 0
  readonly #scores = { finding: tally(), subject: tally(), denominator: tally(), verdict: tally() }
  readonly #misses: string[] = []
  readonly #unlisted: { key: string; claim: ClaimReport }[] = []

  row(row: ListedClaim, gold: Gold, claim: ClaimReport | undefined, told: boolean): void {
    const { finding, subject, denominator, verdict } = this.#scores
    const miss = (text: string) => this.#misses.push(`“${row.quote.slice(0, 90)}” (${row.subject}): ${text}`)
    this.#rows++
    if (told) this.#told++
    else miss('neither read nor told')
    const judged = claim !== undefined && (gold.verdict !== 'none' || claim.verdict !== 'cannotBeChecked')
    if (judged) {
      finding.given++
      verdict.given++
    }
    if (gold.verdict === 'none') {
      if (judged) miss(`must not be judged, and is ${claim.verdict}`)
      return
    }
    finding.wanted++
    verdict.wanted++
    if (gold.subject !== undefined) subject.wanted++
    if (gold.stated !== undefined) denominator.wanted++
    if (!claim) {
      miss('not found')
      return
    }
    finding.right++
    if (gold.verdict.includes(claim.verdict)) verdict.right++
    else miss(`is ${claim.verdict}, should be ${gold.verdict.join(' or ')}. ${claim.explanation}`)
    if (gold.subject !== undefined) {
      subject.given++
      const is = [claim.subject, claim.election, claim.round].join('; ')
      const isRight =
        claim.subject.includes(gold.subject) &&
        (gold.election === undefined || claim.election === gold.election) &&
        (gold.round === undefined || claim.round === gold.round)
      if (isRight) subject.right++
      else miss(`is of ${is}, should be of ${[gold.subject, gold.election, gold.round].join('; ')}`)
    }
    if (gold.stated !== undefined) {
      denominator.given++
      const { stated, holds } = claim.denominator
      if (gold.stated.includes(stated) && (gold.holds ?? []).every(each => holds.includes(each)))
        denominator.right++
      else
        miss(
          `denominator ${stated}, holds of ${holds.join(' and ')}; should be ${gold.stated.join(' or ')}, of ${(gold.holds ?? []).join(' and ')}`,
        )
    }
  }

  further(claim: ClaimReport, judged: GoldFile['further']): void {
    const key = keyOf(claim.sentence, claim.subject, claim.quantity?.value ?? '')
    const right = judged[key]
    const { finding, verdict } = this.#scores
    if (!right) {
      this.#unlisted.push({ key, claim })
      finding.given++
      verdict.given++
      return
    }
    for (const score of [finding, verdict]) {
      score.given++
      score.wanted++
    }
    finding.right++
    if (right.includes(claim.verdict)) verdict.right++
    else
      this.#misses.push(
        `“${claim.sentence.slice(0, 90)}” (${claim.subject}): is ${claim.verdict}, should be ${right.join(' or ')}`,
      )
  }

  score(articles: number): ListedScore {
    return {
      articles,
      rows: this.#rows,
      told: this.#told,
      ...this.#scores,
      misses: this.#misses,
      unlisted: this.#unlisted,
    }
  }
}

function tally() {
  return { right: 0, given: 0, wanted: 0 }
}

function rowsOf(list: string): readonly ListedClaim[] {
  const columns = columnsOf(list)
  const at = (name: string, i: number) => columns[name]?.[i] ?? ''
  return columns.quote!.map((quote, i) => ({
    file: at('seed_file', i),
    quote,
    kind: at('kind', i),
    subject: at('subject', i),
    value: at('value', i),
    unit: at('unit', i),
    denominator: at('denominator_stated', i),
    note: at('note', i),
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

/** The claim of a row: in its words, with its figure and, where there are several, its subject. */
function claimOf(
  claims: readonly ClaimReport[],
  { value }: ListedClaim,
  span: Span,
  gold: Gold,
): ClaimReport | undefined {
  const number = Math.abs(Number(value.replace(/(?<=\d)-\d+\+?$/, '')))
  const isNumber = value !== '' && Number.isFinite(number)
  const here = claims
    .filter(claim => overlap(claim, span))
    .filter(({ quantity }) =>
      isNumber
        ? quantity === null || [quantity.value, quantity.to, quantity.outOf].includes(number)
        : quantity === null || /^\d{4}-/.test(value) === false,
    )
  const own = here.filter(({ subject }) => gold.subject !== undefined && subject.includes(gold.subject))
  const exact = (all: readonly ClaimReport[]) => all.find(({ quantity }) => quantity?.value === number)
  if (gold.verdict === 'none') return isNumber ? exact(here) : here[0]
  return exact(own) ?? own[0] ?? exact(here) ?? (isNumber ? undefined : here[0])
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ')
}
