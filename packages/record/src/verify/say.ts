import { type CheckCode, checks, type Finding, sayFinding } from '@countersign/election'
import { type Code, codes, type Language, say } from '../codes.ts'
import { logCodes } from './log-codes.ts'
import type { Failure } from './report.ts'

/** A failure in a sentence, which names the entry and the box where there are such. */
export function sayFailure(failure: Failure, language: Language): string {
  const { entry, box } = failure
  const told = rule(failure, language)
  if (entry === null) return told
  const number = entry.toLocaleString(language, { useGrouping: false })
  const place = language === 'en' ? `Entry ${number}` : `مدخل ${number}`
  return box === null ? `${place}: ${told}` : `${place} (${box}): ${told}`
}

function rule({ code, message, where = {} }: Failure, language: Language): string {
  if (code in codes) return say(codes[code as Code][language], where, language)
  if (code in logCodes) return say(logCodes[code as keyof typeof logCodes][language], where, language)
  if (code in checks) return sayFinding(findingOf(code as CheckCode, where), language)
  return message
}

function findingOf(code: CheckCode, { part, ...figures }: NonNullable<Failure['where']>): Finding {
  return { code, part: String(part), severity: checks[code].severity, figures }
}
