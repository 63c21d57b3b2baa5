import type { Report } from '@countersign/record'

/** What the page asks of the worker that verifies. */
export interface Asked {
  /** The address of the election's folder. */
  readonly election: string
  /** Of the sentences about failures. */
  readonly language: string
  /** Checkpoints that the reader kept. */
  readonly earlier: readonly string[]
  /** Trusted from outside: the text of a policy, the definition's ID. */
  readonly policy?: string
  readonly definition?: string
}

/** What the worker tells. */
export type Told =
  | { readonly is: 'reading'; readonly entries: number; readonly size: number }
  | { readonly is: 'comparing'; readonly files: number }
  | {
      readonly is: 'done'
      readonly report: Report
      readonly said: readonly Said[]
      readonly compared: number
      /** Exports that are published and were not compared, by path. */
      readonly left: readonly string[]
      readonly checkpoint: string
      readonly vkey: string | undefined
    }
  | {
      readonly is: 'refused'
      readonly code: string
      readonly message: string
      readonly path: string | undefined
    }

/** A failure in words, and its place. */
export interface Said {
  readonly words: string
  readonly code: string
  readonly entry: number | null
  readonly box: string | null
  readonly path: string | undefined
}
