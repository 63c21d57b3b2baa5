import type { ClaimReport, DocumentReport } from '../report.ts'
import type { Expected } from './examples.ts'

/** How many of the expected were found, and how many of those found were right. */
export interface Score {
  /** Claims that should be judged, and how many were. */
  readonly wanted: number
  readonly found: number
  /** Words that must not be judged, and how many were all the same. */
  readonly unwanted: number
  readonly judgedWrongly: number
  readonly subject: Ratio
  readonly denominator: Ratio
  readonly verdict: Ratio
  readonly misses: readonly string[]
}

interface Ratio {
  readonly right: number
  readonly of: number
}

/** Holds what was read of a text against what a person expects of it. */
export function scoreOf(
  text: string,
  { claims, notUnderstood }: DocumentReport,
  expected: readonly Expected[],
): Score {
  const misses: string[] = []
  const counts = { wanted: 0, found: 0, unwanted: 0, judgedWrongly: 0 }
  const subject = { right: 0, of: 0 }
  const denominator = { right: 0, of: 0 }
  const verdict = { right: 0, of: 0 }
  for (const each of expected) {
    const at = text.indexOf(each.quote)
    const here = claims.filter(
      claim => overlaps(claim, at, at + each.quote.length) && isItsOwn(claim, each, text),
    )
    const fitting =
      here.find(claim => each.subject === undefined || claim.subject.includes(each.subject)) ?? here[0]
    if (each.verdict === 'none') {
      counts.unwanted++
      const judged = here.filter(claim => claim.verdict !== 'cannotBeChecked')
      if (judged.length > 0) counts.judgedWrongly++
      for (const claim of judged)
        misses.push(`“${each.quote}” must not be judged: ${claim.verdict} ${claim.subject}`)
      continue
    }
    counts.wanted++
    if (!fitting) {
      const why =
        notUnderstood.find(other => overlaps(other, at, at + each.quote.length))?.reason ?? 'not seen'
      misses.push(`“${each.quote}” not found (${why})`)
      continue
    }
    counts.found++
    verdict.of++
    if (fitting.verdict === each.verdict) verdict.right++
    else misses.push(`“${each.quote}”: ${fitting.verdict}, expected ${each.verdict} (${fitting.explanation})`)
    if (each.subject !== undefined) {
      subject.of++
      if (fitting.subject.includes(each.subject)) subject.right++
      else misses.push(`“${each.quote}”: subject ${fitting.subject}, expected ${each.subject}`)
    }
    if (each.holds !== undefined) {
      denominator.of++
      if (fitting.denominator.holds.includes(each.holds)) denominator.right++
      else
        misses.push(
          `“${each.quote}”: holds under ${fitting.denominator.holds.join(', ')}, expected ${each.holds}`,
        )
    }
  }
  return { ...counts, subject, denominator, verdict, misses }
}

function overlaps(
  { start, end }: { readonly start: number; readonly end: number },
  from: number,
  to: number,
): boolean {
  return from >= 0 && start < to && end > from
}

/** The quote holds the claim's own figure, not only words around it. */
function isItsOwn({ start, end, quantity }: ClaimReport, { quote }: Expected, text: string): boolean {
  if (quantity === null || !/\d/.test(quote)) return true
  const number = /\d[\d.,]*\d|\d/.exec(quote)![0]
  const inside = text.slice(start, end)
  return inside.includes(number) && nearly(Number(number.replaceAll(',', '')), quantity)
}

function nearly(written: number, { value, to, outOf }: NonNullable<ClaimReport['quantity']>): boolean {
  return [1, 1e3, 1e6].some(scale =>
    [value, to, outOf].some(
      each => each !== undefined && Math.abs(each - written * scale) < 1e-6 * written * scale,
    ),
  )
}
