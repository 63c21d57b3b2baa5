import type { Copy, RoundBox } from '@countersign/record'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What of the record is kept on this device, and the copies in the hands of whoever holds it. None of it is sent. */
export interface CopyStores extends DBSchema {
  /** The highest areas whose boxes are kept, by `<round>.<area>`. */
  areas: { key: string; value: KeptArea }
  /** Their boxes as published, by round and ID. */
  boxes: { key: [number, string]; value: KeptBox; indexes: { area: [number, string] } }
  /** Copies in hand, by the hash of what they are. */
  copies: { key: string; value: CopyInHand; indexes: { round: number; box: [number, string] } }
  /** The entries of those that are signed, and the pictures of those that were photographed. */
  entries: { key: string; value: Uint8Array }
}

/** An area of which everything published is on this device, as of a version of the record. */
export interface KeptArea {
  readonly key: string
  readonly round: number
  readonly area: string
  readonly name: Readonly<Record<string, string>>
  readonly treeSize: number
  /** Milliseconds. */
  readonly at: number
  readonly boxes: number
  readonly bytes: number
  readonly candidates: readonly Candidate[]
}

/** Of the round's ballot. */
export interface Candidate {
  readonly id: string
  readonly number: number
  readonly name: Readonly<Record<string, string>>
}

/** `kids` are joined: a hundred thousand short texts are dear. */
export type KeptBox = Omit<RoundBox, 'forms'> & {
  readonly round: number
  readonly forms: readonly (Omit<RoundBox['forms'][number], 'kids'> & { readonly kids: string })[]
}

export interface CopyInHand {
  readonly hash: string
  readonly round: number
  readonly box: string
  readonly copy: Copy
  /** A file's name, or how it came. */
  readonly from: string
  /** Milliseconds. */
  readonly at: number
  /** Of a signed copy: whether its signatures verify under keys of the record; absent until they could be checked. */
  readonly signatures?: { readonly good: number; readonly bad: readonly string[] }
}

export type CopyDatabase = IDBPDatabase<CopyStores>

let opened: Promise<CopyDatabase> | undefined

/** Made when it is first asked for. */
export function copyDatabase(): Promise<CopyDatabase> {
  opened ??= openDB<CopyStores>('countersign copies', 1, {
    upgrade(made) {
      made.createObjectStore('areas', { keyPath: 'key' })
      made.createObjectStore('boxes', { keyPath: ['round', 'id'] }).createIndex('area', ['round', 'region'])
      const copies = made.createObjectStore('copies', { keyPath: 'hash' })
      copies.createIndex('round', 'round')
      copies.createIndex('box', ['round', 'box'])
      made.createObjectStore('entries')
    },
  })
  return opened
}
