import { changed, database, durable } from './database.ts'

/**
 * One thing that was entered. `after` is the last change of the field that its writer had seen: two changes after
 * one are two people, or two tabs, who did not know of each other; both stay, and someone is asked.
 */
export interface Change {
  /** The order in which it came to be on this device. */
  readonly seq?: number
  /** Its own name, on whichever device it is. */
  readonly id: string
  /** What is being filled in: `<round>.<box>.<name>`. */
  readonly draft: string
  readonly field: string
  /** As it was entered; the empty string takes it back. */
  readonly value: string
  /** Milliseconds. */
  readonly at: number
  readonly after: string
}

/** A field as it stands: its value, or the values between which someone must choose. */
export interface Field {
  readonly value: string
  /** The change that it comes from. */
  readonly id: string
  /** More than one where two did not know of each other. */
  readonly heads: readonly Change[]
}

export type Draft = ReadonlyMap<string, Field>

/** Writes one change to the disk; what was there before stays. @param after the change that was seen, or `` */
export async function enter(draft: string, field: string, value: string, after: string): Promise<string> {
  const change = { draft, field, value, after, id: crypto.randomUUID(), at: Date.now() }
  await write([change])
  return change.id
}

/** Settles a field on which two disagree: changes that come after each of theirs. */
export async function settle(heads: readonly Change[], value: string): Promise<void> {
  const at = Date.now()
  await write(
    heads.map(({ draft, field, id }) => ({ draft, field, value, after: id, id: crypto.randomUUID(), at })),
  )
}

/** Takes in what was entered on another device. */
export async function takeIn(changes: readonly Change[]): Promise<void> {
  const known = new Set(
    (await Promise.all([...new Set(changes.map(({ draft }) => draft))].map(changesOf)))
      .flat()
      .map(({ id }) => id),
  )
  const fresh = changes.filter(({ id }) => !known.has(id))
  if (fresh.length > 0) await write(fresh.map(({ seq: _, ...change }) => change))
}

async function write(changes: readonly Change[]): Promise<void> {
  const writing = (await database()).transaction('changes', 'readwrite', durable)
  for (const change of changes) await writing.store.add(change)
  await writing.done
  changed('changes')
}

/** Everything that was ever entered in a draft, in order. */
export async function changesOf(draft: string): Promise<readonly Change[]> {
  return (await database()).getAllFromIndex('changes', 'draft', draft)
}

/** The fields as they stand after these changes. */
export function draftOf(changes: readonly Change[]): Draft {
  const heads = new Map<string, Change[]>()
  for (const change of changes) {
    const open = (heads.get(change.field) ?? []).filter(({ id }) => id !== change.after)
    heads.set(change.field, [...open.filter(({ value }) => value !== change.value), change])
  }
  return new Map(
    [...heads].map(([field, open]) => {
      const { value, id } = open.at(-1)!
      return [field, { value, id, heads: open }]
    }),
  )
}
