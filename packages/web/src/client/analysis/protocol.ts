import type { StudiedTable } from '../../site/analysis/tables.ts'

/** What the page asks of its worker; the worker keeps the rows that it has read. */
export type Asked =
  | {
      readonly ask: 'study'
      /** The address of the election's folder, and the version that the page is of. */
      readonly election: string
      readonly version: string | undefined
      readonly table: StudiedTable
      readonly language: 'en' | 'fa'
    }
  | ({ readonly ask: 'change' } & Change)

/** A supposition: rows annulled, areas left out, ballots of the leader false. */
export interface Change {
  /** The first so many of the rows that do most. */
  readonly rows: number
  readonly areas: readonly string[]
  readonly ballots: number
}

/** What a supposition comes to, in words and numbers of the reader's language. */
export interface Changed {
  readonly removed: string
  readonly outcome: string
  readonly differs: boolean
  readonly standings: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}

/** What the sliders can reach. */
export interface Limits {
  readonly rows: number
  readonly leader: string
  readonly ballots: number
  readonly areas: readonly { readonly id: string; readonly name: string }[]
}

export type Told =
  | { readonly is: 'reading' }
  | { readonly is: 'computing'; readonly rows: number }
  | { readonly is: 'studied'; readonly html: string; readonly milliseconds: number; readonly limits: Limits }
  | { readonly is: 'changed'; readonly changed: Changed }
  | { readonly is: 'refused'; readonly code: string; readonly path: string | undefined }
