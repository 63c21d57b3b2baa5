import type { Language, Report } from '@countersign/analysis/claims'

/** What the page asks of its worker. */
export interface Asked {
  readonly text: string
  /** ISO 8601; empty where it is not known. */
  readonly date: string
  readonly language: Language
}

/** What the worker answers. */
export type Told =
  | { readonly is: 'read'; readonly report: Report; readonly milliseconds: number }
  | { readonly is: 'trouble'; readonly message: string }
