import type { Proposal, Stated } from './claim.ts'
import { type Contradiction, contradictions } from './contradictions.ts'
import type { ReadClaim, Reader } from './read.ts'
import type { Quantity } from './reading/quantities.ts'
import type { NotUnderstood } from './reading/unread.ts'
import { explain } from './verdicts/explain.ts'
import type { Language } from './verdicts/language.ts'
import { sayReason } from './verdicts/reasons.ts'
import { subjectOf } from './verdicts/subjects.ts'
import type { Context } from './verdicts/values.ts'
import type { Computed, Verdict } from './verdicts/verdict.ts'

/** What several texts say, in the shape that `countersign claims --json` prints. */
export interface Report {
  readonly documents: readonly DocumentReport[]
  /** Pairs of claims about the same thing that cannot both be true. */
  readonly contradictions: readonly Contradiction[]
}

export interface DocumentReport {
  readonly file: string
  /** The day of the text, ISO 8601; null where it was not found. */
  readonly date: string | null
  readonly claims: readonly ClaimReport[]
  readonly notUnderstood: readonly NotUnderstoodReport[]
}

/** One claim. Offsets are in the text, in UTF-16 units. */
export interface ClaimReport {
  /** The words that carry the claim lie within this sentence. */
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly quantity: Quantity | null
  readonly subject: string
  readonly measure: string
  readonly election: string | null
  readonly round: number | null
  readonly area: string | null
  /** The election and the area by their names, in the language of the report. */
  readonly named: { readonly election: string | null; readonly area: string | null }
  /** As the text states it (`votes` leaves open which), and those under which the claim holds. */
  readonly denominator: { readonly stated: Stated; readonly holds: readonly string[] }
  readonly saidBy: string
  readonly verdict: Verdict
  readonly computed: readonly ComputedReport[]
  readonly explanation: string
  /** How it was read: the rule of the grammar, and whether anything was taken from the text around. */
  readonly trace: { readonly rule: string; readonly firm: boolean; readonly election: string }
}

export interface ComputedReport {
  readonly fit: Computed['fit']
  readonly value: number | null
  readonly denominator: string | null
  readonly numerator: string | null
  readonly version: string | null
  readonly election: string | null
  readonly round: number | null
  readonly computation: string
  readonly source: string
  readonly mark: string | null
}

export interface NotUnderstoodReport {
  readonly sentence: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: NotUnderstood['kind']
  readonly reason: string
}

export interface Document {
  readonly file: string
  readonly text: string
  /** ISO 8601. */
  readonly date?: string
}

/** Reads texts and tells every claim in them, and what was not understood. */
export function reportOf(documents: readonly Document[], read: Reader, language: Language = 'en'): Report {
  const all = documents.map(({ file, text, date }) => ({
    file,
    text,
    read: read(text, date === undefined ? {} : { date }),
  }))
  return {
    documents: all.map(({ file, text, read: { date = null, claims, notUnderstood } }) => ({
      file,
      date,
      claims: claims.map(claim => claimReport(claim, text, language)),
      notUnderstood: notUnderstood.map(each => ({
        sentence: cut(text, each.sentence),
        text: cut(text, each),
        start: each.start,
        end: each.end,
        kind: each.kind,
        reason: sayReason(each.reason, language),
      })),
    })),
    contradictions: contradictions(all.map(({ file, text, read: { claims } }) => ({ file, text, claims }))),
  }
}

function cut(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end).replace(/\s+/g, ' ')
}

function claimReport(claim: ReadClaim, text: string, language: Language): ClaimReport {
  const { proposal, resolution, judged } = claim
  const context = judged.computed[0]?.context ?? resolution.contexts[0]
  const holding = judged.computed.flatMap(({ fit, value }) =>
    fit !== 'no' && value?.denominator ? [value.denominator] : [],
  )
  return {
    sentence: cut(text, claim.sentence),
    start: claim.start,
    end: claim.end,
    quantity: quantityOf(proposal),
    subject: subjectOf(proposal.measure, id => nameOf(context, id, language), language),
    measure: proposal.measure.kind,
    election: context?.election.id ?? null,
    round: context?.round.number ?? null,
    area: context?.area ?? null,
    named: namedIn(context, language),
    denominator: { stated: proposal.stated, holds: [...new Set(holding)] },
    saidBy: claim.saidBy,
    verdict: claim.verdict,
    computed: judged.computed.map(each => computedReport(each, language)),
    explanation: explain(claim, language),
    trace: { rule: proposal.rule, firm: proposal.firm && resolution.sure, election: resolution.how },
  }
}

function nameOf(context: Context | undefined, id: string, language: Language): string {
  return inLanguage(context?.facts.people.find(person => person.id === id)?.name, language) ?? id
}

function namedIn(context: Context | undefined, language: Language): ClaimReport['named'] {
  const area = context?.facts.areas.find(({ id }) => id === context.area)
  return {
    election: inLanguage(context?.election.name, language) ?? null,
    area: inLanguage(area?.name, language) ?? null,
  }
}

function inLanguage(name: Readonly<Record<string, string>> | undefined, language: Language) {
  return name?.[language] ?? name?.en
}

function quantityOf({ quantity, rank }: Proposal): Quantity | null {
  return quantity ?? (rank === undefined ? null : { value: rank, unit: 'rank', hedge: 'plain', step: 1 })
}

function computedReport({ fit, value, context, fact, source }: Computed, language: Language): ComputedReport {
  return {
    fit,
    value: value?.value ?? null,
    denominator: value?.denominator ?? null,
    numerator: value?.numerator ?? null,
    version: value?.version.en ?? null,
    election: context?.election.id ?? null,
    round: context?.round.number ?? null,
    computation: value?.computation ?? fact?.[language] ?? '',
    source: value?.source ?? source ?? '',
    mark: value?.mark ?? null,
  }
}
