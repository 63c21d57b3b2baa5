import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Attached } from './attached.ts'
import type { Change } from './history.ts'
import type { Identity } from './identity.ts'
import type { Kept } from './kept.ts'
import type { Posted } from './outbox.ts'
import type { Photograph, Scanned } from './scanned.ts'

/** What a device keeps. Nothing is ever taken out of `changes`, `kept` and `outbox`. */
export interface Stores extends DBSchema {
  /** The device's keys, by key ID. */
  identities: { key: string; value: Identity }
  /** What a place needs without a network, by `<round>.<box>`, as the server gave it. */
  packs: { key: string; value: { readonly name: string; readonly at: number; readonly pack: unknown } }
  /** Everything that was ever entered, in order. */
  changes: { key: number; value: Change; indexes: { draft: string } }
  /** Statements that are being signed, by ID. */
  kept: { key: string; value: Kept; indexes: { subject: string } }
  /** Entries on their way to the record, in order. */
  outbox: { key: number; value: Posted; indexes: { hash: string } }
  /** Codes that were scanned, in order. */
  scanned: { key: number; value: Scanned; indexes: { page: string } }
  /** Photographs of codes, until they have been read. */
  photographs: { key: number; value: Photograph }
  settings: { key: string; value: unknown }
  /** Photographs of copies, by the digest of what is published of them. */
  attached: { key: string; value: Attached }
}

export type StoreName =
  | 'identities'
  | 'packs'
  | 'changes'
  | 'kept'
  | 'outbox'
  | 'scanned'
  | 'photographs'
  | 'attached'
  | 'settings'
export type Database = IDBPDatabase<Stores>

let opened: Promise<Database> | undefined

/** The device's database, made when it is first asked for. */
export function database(): Promise<Database> {
  opened ??= openDB<Stores>('countersign', 2, {
    upgrade(made, from) {
      if (from < 1) makeFirst(made)
      made.createObjectStore('scanned', { keyPath: 'seq', autoIncrement: true }).createIndex('page', 'page')
      made.createObjectStore('attached', { keyPath: 'masked' })
      made.createObjectStore('photographs', { keyPath: 'seq', autoIncrement: true })
    },
    // Another tab has a newer version of these pages: this one makes way, and comes back as that.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase).close()
      location.reload()
    },
  })
  return opened
}

function makeFirst(made: Database): void {
  made.createObjectStore('identities', { keyPath: 'kid' })
  made.createObjectStore('packs', { keyPath: 'name' })
  made.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true }).createIndex('draft', 'draft')
  made.createObjectStore('kept', { keyPath: 'id' }).createIndex('subject', 'subject')
  made
    .createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
    .createIndex('hash', 'hash', { unique: true })
  made.createObjectStore('settings')
}

const elsewhere = new BroadcastChannel('countersign')
const listeners = new Set<(store: StoreName) => void>()
elsewhere.onmessage = ({ data }: MessageEvent<StoreName>) => {
  for (const listener of listeners) listener(data)
}

/** Tells this tab and the others that a store has changed. */
export function changed(store: StoreName): void {
  for (const listener of listeners) listener(store)
  elsewhere.postMessage(store)
}

/** Calls `listener` when a store changes, in whichever tab. Gives the function that ends it. */
export function onChange(listener: (store: StoreName) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Written to the disk before anyone goes on: a battery may be pulled out a moment later. */
export const durable = { durability: 'strict' } as const
