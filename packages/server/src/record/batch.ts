/** Entries that become durable together, and what each must pass because of those before it in the batch. */
import type { Statement } from '@countersign/election'
import {
  bringsKeys,
  type KeyedEntry,
  keyRing,
  type ReadEntry,
  signersOf,
  withKeys,
} from '@countersign/record'
import { ok, type Result, refuse } from '@countersign/tlog'
import { isEarly, type Kept } from './kept.ts'

/** What is to be recorded: its bytes, and what they are. */
export type Entering = { readonly entry: Uint8Array; readonly keyed: KeyedEntry }

export type Batch<Item extends Entering = Entering> = {
  readonly items: Item[]
  /** The keys that its entries bring. */
  readonly ring: ReturnType<typeof keyRing>
  readonly ids: Set<string>
  bytes: number
  full: boolean
}

export function emptyBatch<Item extends Entering>(): Batch<Item> {
  return { items: [], ring: keyRing(), ids: new Set(), bytes: 0, full: false }
}

/** The log writes so much at once: then a refusal means that none of the batch was added. */
const mostBytes = 1 << 20

/** Whether `keyed` must wait for the batch to be recorded: it says more about a statement that is in it. */
export function waitsFor(batch: Pick<Batch, 'full' | 'ids'>, { id }: KeyedEntry): boolean {
  return batch.full || batch.ids.has(id)
}

export function put<Item extends Entering>(batch: Batch<Item>, item: Item): void {
  const { statement, id } = item.keyed
  batch.items.push(item)
  batch.ids.add(id)
  batch.bytes += item.entry.length
  batch.full = batch.bytes > mostBytes || changesRules.has(statement.kind)
}

/** What comes after these is judged by what they changed. */
const changesRules: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>(['definition', 'release'])

/**
 * Whether an entry whose signatures verify may be the next of the batch: the rules of the record that hang on those
 * before it, and the embargo. Refusals: `definition-again`, `other-election`, `weak-key`, `kid-taken`,
 * `not-before-release`.
 */
export function mayEnter(kept: Kept, { ring }: Pick<Batch, 'ring'>, keyed: KeyedEntry): Result<void> {
  const { statement } = keyed
  if (statement.kind === 'definition') {
    const placed = withKeys(kept.admission, keyed, kept.size)
    if (!placed.ok) return placed
  }
  if (isEarly(kept.election, statement)) return notBeforeRelease(statement)
  if (!bringsKeys(statement)) return ok(undefined)
  const checked = kept.admission.keys.check(statement)
  return checked.ok ? ring.take(statement) : checked
}

/** Whether every signature of an entry is recorded already. */
export function isKnown({ admission, entries }: Kept, { id, signatures }: ReadEntry): boolean {
  if (!entries.has(id)) return false
  const recorded = signersOf(admission, id)
  return signatures.every(({ kid }) => recorded.has(kid))
}

function notBeforeRelease({ kind, round }: Statement) {
  return refuse(
    'not-before-release',
    `Votes of round ${round} are not public yet, and nothing was recorded. Keep this ${kind} and send it again after ` +
      'the release; until then record its `commit`.',
    { kind, round },
  )
}
