import type { KindName } from '@countersign/election'
import { toHex } from '@countersign/election'
import { readEntry } from '@countersign/record'
import { type Result, sha256 } from '@countersign/tlog'
import { changed, database, durable } from './database.ts'

/**
 * An entry on its way to the record. It is kept for ever: `waiting` until the record has answered, `recorded` with its
 * index until a proof of it was verified here, then `proved`; or `refused`, with the reason.
 */
export interface Posted {
  readonly seq?: number
  /** SHA-256 of the entry, in hex: the same entry is kept once. */
  readonly hash: string
  readonly entry: Uint8Array
  /** The statement's ID. */
  readonly id: string
  readonly kind: KindName
  readonly round: number
  readonly box?: string
  /** Milliseconds. */
  readonly at: number
  readonly state: 'waiting' | 'recorded' | 'proved' | 'refused'
  /** A statement that must be on the record before this one is sent. */
  readonly follows?: string
  readonly index?: number
  /** Whether all of it was recorded before, perhaps in an entry of other bytes. */
  readonly again?: boolean
  readonly tries: number
  /** Milliseconds; not sent before. */
  readonly next: number
  /** Why it was not taken at the last try. */
  readonly refusal?: { readonly code: string; readonly message: string }
  /** The proof file that was verified here. */
  readonly proof?: string
}

/** Kinds that carry votes: nobody is sent one before its round's release, the server neither. */
export const carriesVotes: ReadonlySet<KindName> = new Set([
  'form',
  'transcript',
  'attach',
  'tally',
  'announce',
])

/** Puts an entry in the outbox. Refusals: those of `readEntry`, for bytes that are no entry. */
export async function post(entry: Uint8Array, follows?: string): Promise<Result<Posted>> {
  const read = readEntry(entry)
  if (!read.ok) return read
  const { id, statement } = read.value
  const hash = toHex(sha256(entry))
  const box = 'box' in statement && typeof statement.box === 'string' ? { box: statement.box } : {}
  const fresh: Posted = {
    hash,
    entry: entry.slice(),
    id,
    kind: statement.kind,
    round: statement.round,
    ...box,
    at: Date.now(),
    state: 'waiting',
    ...(follows !== undefined && { follows }),
    tries: 0,
    next: 0,
  }
  const writing = (await database()).transaction('outbox', 'readwrite', durable)
  const known = await writing.store.index('hash').get(hash)
  if (!known) await writing.store.add(fresh)
  await writing.done
  changed('outbox')
  return { ok: true, value: known ?? fresh }
}

/** What is in the outbox, the oldest first. */
export async function posted(): Promise<readonly Posted[]> {
  return (await database()).getAll('outbox')
}

/** Writes what became of an entry. */
export async function update(entry: Posted, news: Partial<Posted>): Promise<void> {
  const writing = (await database()).transaction('outbox', 'readwrite', durable)
  const known = await writing.store.get(entry.seq!)
  if (known) await writing.store.put({ ...known, ...news })
  await writing.done
  changed('outbox')
}
