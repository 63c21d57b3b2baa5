import { changed, database, durable } from './database.ts'

/**
 * One thing that was entered. `after` is the last change of the field that its writer had seen: two changes after
 * one are two people, or two tabs, who did not know of each other; both stay, and someone is asked.
 */
export interface Change {
  readonly seq?: number
  /** What is being filled in: `<round>.<box>.<name>`. */
  readonly draft: string
  readonly field: string
  /** As it was entered; the empty string takes it back. */
  readonly value: string
  /** Milliseconds. */
  readonly at: number
  /** The tab, so that a person may know where it was. */
  readonly tab: string
  readonly after: number
}

/** A field as it stands: its value, or the values between which someone must choose. */
export interface Field {
  readonly value: string
  /** The number of the change that it comes from. */
  readonly seq: number
  /** More than one where two did not know of each other. */
  readonly heads: readonly Change[]
}

export type Draft = ReadonlyMap<string, Field>

const tab = crypto.randomUUID().slice(0, 8)

/** Writes one change to the disk; what was there before stays. */
export async function enter(draft: string, field: string, value: string, after: number): Promise<number> {
  const writing = (await database()).transaction('changes', 'readwrite', durable)
  const seq = await writing.store.add({ draft, field, value, at: Date.now(), tab, after })
  await writing.done
  changed('changes')
  return seq
}

/** Settles a field on which two disagree: a change that comes after all of them. */
export async function settle(
  draft: string,
  field: string,
  value: string,
  heads: readonly Change[],
): Promise<void> {
  const writing = (await database()).transaction('changes', 'readwrite', durable)
  for (const head of heads)
    await writing.store.add({ draft, field, value, at: Date.now(), tab, after: head.seq! })
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
    const open = (heads.get(change.field) ?? []).filter(({ seq }) => seq !== change.after)
    heads.set(change.field, [...open.filter(({ value }) => value !== change.value), change])
  }
  return new Map(
    [...heads].map(([field, open]) => {
      const { value, seq } = open.at(-1)!
      return [field, { value, seq: seq!, heads: open }]
    }),
  )
}
