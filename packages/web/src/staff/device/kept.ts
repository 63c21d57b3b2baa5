import { encodeEnvelope, type Signature, statementId } from '@countersign/record'
import type { Result } from '@countersign/tlog'
import { changed, database, durable } from './database.ts'

/** A statement that people sign one after the other, with the signatures so far. */
export interface Kept {
  readonly id: string
  readonly payload: Uint8Array
  /** What it is about: `<round>.<box>.<name>`. A corrected form has the same subject and another ID. */
  readonly subject: string
  readonly signatures: readonly Given[]
  /** Milliseconds. */
  readonly made: number
  /** When another statement took its place; it stays, with whoever signed it. */
  readonly replaced?: number
  /** When it was handed to the outbox, and with how many of the signatures. */
  readonly sent?: number
  readonly sentWith?: number
}

/** A signature, and whether a sealed seed made it here for someone without a device. */
export type Given = Signature & { readonly issued?: true }

/** Keeps a statement to be signed. Those of the same subject that nobody has sent are replaced, not lost. */
export async function keep(subject: string, payload: Uint8Array): Promise<Kept> {
  const id = statementId(payload)
  const writing = (await database()).transaction('kept', 'readwrite', durable)
  for (const other of await writing.store.index('subject').getAll(subject))
    if (other.id !== id && other.replaced === undefined)
      await writing.store.put({ ...other, replaced: Date.now() })
  const known = await writing.store.get(id)
  const { replaced: _, ...again } = known ?? { id, payload, subject, signatures: [], made: Date.now() }
  await writing.store.put(again)
  await writing.done
  changed('kept')
  return again
}

/** Adds signatures that have been verified; of two by one key the first stays. */
export async function addSignatures(id: string, given: readonly Given[]): Promise<Kept | undefined> {
  const writing = (await database()).transaction('kept', 'readwrite', durable)
  const known = await writing.store.get(id)
  if (!known) return undefined
  const has = new Set(known.signatures.map(({ kid }) => kid))
  const next = { ...known, signatures: [...known.signatures, ...given.filter(({ kid }) => !has.has(kid))] }
  await writing.store.put(next)
  await writing.done
  changed('kept')
  return next
}

/** Writes that a statement was handed to the outbox, with its first so many signatures. */
export async function markSent(id: string, sentWith: number): Promise<void> {
  const writing = (await database()).transaction('kept', 'readwrite', durable)
  const known = await writing.store.get(id)
  if (known) await writing.store.put({ ...known, sent: known.sent ?? Date.now(), sentWith })
  await writing.done
  changed('kept')
}

/** The statements of a subject, the newest last. */
export async function keptOf(subject: string): Promise<readonly Kept[]> {
  const all = await (await database()).getAllFromIndex('kept', 'subject', subject)
  return all.sort((a, b) => a.made - b.made)
}

/** The entry that the record takes. Refusals: those of `encodeEnvelope`. */
export function entryOf({ payload, signatures }: Kept): Result<Uint8Array> {
  return encodeEnvelope({ payload, signatures })
}
