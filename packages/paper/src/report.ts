import { digits } from './numbers.ts'
import type { Printed } from './printed.ts'
import type { Language } from './words.ts'

/** A part of a printed report, every word and number of it written already. */
export type Part =
  | { readonly kind: 'paragraph' | 'caveat'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      /** Which columns stand at their end. */
      readonly numeric: readonly boolean[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'picture'; readonly caption: string; readonly svg: string }

/** A report as it is printed. */
export interface PrintedReport {
  readonly title: string
  readonly about: readonly string[]
  readonly sections: readonly { readonly title: string; readonly parts: readonly Part[] }[]
}

/** A report on A4, its sections numbered, pages numbered at the foot. */
export function report(language: Language, given: PrintedReport): Printed {
  return {
    template: 'report',
    language,
    title: given.title,
    watermark: null,
    data: { ...given, digits: Array.from({ length: 1_000 }, (_, page) => digits(page, language)) },
  }
}
