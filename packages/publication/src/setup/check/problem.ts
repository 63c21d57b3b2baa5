import type { Name } from '@countersign/election'
import { setupProblems } from './texts.ts'

/** The code of a problem. */
export type SetupProblemCode = keyof typeof setupProblems

/** What fills the braces of a problem's words. A count is a number; what has a name in several languages, a `Name`. */
export type Names = Readonly<Record<string, string | number | Name>>

/** Something that is wrong with a setup, as it is found. */
export interface Found {
  readonly code: SetupProblemCode
  /** `places:123` (a line of a table), or the path of a field of the document. */
  readonly where: string
  readonly names: Names
}

/** Something that is wrong with a setup, in words. */
export interface Problem {
  readonly code: SetupProblemCode
  readonly where: string
  /** Nothing can be signed while it is there; else it is for a person to judge. */
  readonly stops: boolean
  readonly message: string
  readonly todo: string
}

export function found(code: SetupProblemCode, where: string, names: Names = {}): Found {
  return { code, where, names }
}

/** A problem in the words of a language. */
export function sayProblem({ code, where, names }: Found, language: 'en' | 'fa'): Problem {
  const { stops, says, todo } = setupProblems[code]
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => said(names[name], language))
  return { code, where, stops, message: fill(says[language]), todo: fill(todo[language]) }
}

/** Counts are written as the language writes them; identifiers and serials are text and stay as they are. */
function said(name: string | number | Name | undefined, language: 'en' | 'fa'): string {
  if (typeof name === 'number') return name.toLocaleString(language)
  if (typeof name === 'object') return name[language] ?? Object.values(name)[0] ?? ''
  return name ?? ''
}

/** Whether nothing of it keeps the definition from being signed. */
export function maySign(problems: readonly Found[]): boolean {
  return problems.every(({ code }) => !setupProblems[code].stops)
}
