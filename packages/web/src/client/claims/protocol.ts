import type { Language, Report, ShownElection } from '@countersign/analysis/claims'

/** What the page tells its worker: once what the site shows of its elections, then each text to read. */
export type Asked =
  | { readonly is: 'figures'; readonly shown: readonly ShownElection[] }
  | {
      readonly is: 'text'
      readonly text: string
      /** ISO 8601; empty where it is not known. */
      readonly date: string
      readonly language: Language
    }

/** What the worker answers to a text. */
export type Told =
  | { readonly is: 'read'; readonly report: Report; readonly milliseconds: number }
  | { readonly is: 'trouble'; readonly message: string }
