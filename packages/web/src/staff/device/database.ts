import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Change } from './history.ts'
import type { Identity } from './identity.ts'
import type { Kept } from './kept.ts'
import type { Posted } from './outbox.ts'

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
  settings: { key: string; value: unknown }
}

export type StoreName = 'identities' | 'packs' | 'changes' | 'kept' | 'outbox' | 'settings'
export type Database = IDBPDatabase<Stores>

let opened: Promise<Database> | undefined

/** The device's database, made when it is first asked for. */
export function database(): Promise<Database> {
  opened ??= openDB<Stores>('countersign', 1, {
    upgrade(made) {
      made.createObjectStore('identities', { keyPath: 'kid' })
      made.createObjectStore('packs', { keyPath: 'name' })
      made.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true }).createIndex('draft', 'draft')
      made.createObjectStore('kept', { keyPath: 'id' }).createIndex('subject', 'subject')
      made
        .createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
        .createIndex('hash', 'hash', { unique: true })
      made.createObjectStore('settings')
    },
  })
  return opened
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
