import { changed, database, durable } from './database.ts'

/** A photograph of a copy, on the device until the server has both of its files; and afterwards. */
export interface Attached {
  /** SHA-256, in hex: of the masked copy, which is published, and of the original, which stays sealed. */
  readonly masked: string
  readonly original: string
  /** Read when they are needed: a clerk photographs hundreds of copies in a night. */
  readonly maskedFile: Blob
  readonly originalFile: Blob
  /** The `attach` statement that names both. */
  readonly statement: string
  readonly round: number
  readonly box: string
  readonly copy?: string
  /** Milliseconds. */
  readonly at: number
  /** Which of its files the server has. */
  readonly brought: readonly ('masked' | 'original')[]
  /** Why the server does not take it, and never will. */
  readonly refusal?: { readonly code: string; readonly message: string }
}

export async function keepAttached(photograph: Attached): Promise<void> {
  const writing = (await database()).transaction('attached', 'readwrite', durable)
  if (!(await writing.store.get(photograph.masked))) await writing.store.put(photograph)
  await writing.done
  changed('attached')
}

/** Every photograph of this device, the oldest first. */
export async function attachedHere(): Promise<readonly Attached[]> {
  const all = await (await database()).getAll('attached')
  return all.sort((a, b) => a.at - b.at)
}

/** The last photograph that was made here of a box's copy: it goes with what its holder says of the copy. */
export async function photographOf(of: Pick<Attached, 'round' | 'box'>): Promise<Attached | undefined> {
  return (await attachedHere()).findLast(({ round, box }) => round === of.round && box === of.box)
}

/** Writes what became of a photograph. */
export async function updateAttached(
  { masked }: Pick<Attached, 'masked'>,
  news: Partial<Pick<Attached, 'brought' | 'refusal'>>,
): Promise<void> {
  const writing = (await database()).transaction('attached', 'readwrite', durable)
  const known = await writing.store.get(masked)
  if (known) await writing.store.put({ ...known, ...news })
  await writing.done
  changed('attached')
}
