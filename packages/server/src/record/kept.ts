import type { Election, Statement } from '@countersign/election'
import { apply, start } from '@countersign/election'
import { type Admission, emptyAdmission, type KeyedEntry, record, takeKeys } from '@countersign/record'
import { ok, type Result, sha256 } from '@countersign/tlog'

/** What the record holds so far, kept beside its files as each entry is taken in. */
export type Kept = {
  readonly admission: Admission
  /** Undefined until the definition is recorded. */
  election: Election | undefined
  /** Statement ID → the indexes of its entries. */
  readonly entries: Map<string, number[]>
  /** The number of entries. */
  size: number
}

export function nothingKept(): Kept {
  return { admission: emptyAdmission(), election: undefined, entries: new Map(), size: 0 }
}

/** Takes in the entry at `kept.size`, whose signatures verify. Refusals, after which nothing may follow: those of the record. */
export function takeIn(kept: Kept, entry: KeyedEntry): Result<void> {
  const index = kept.size
  const taken = takeKeys(kept.admission, entry)
  const recorded = taken.ok ? record(kept.admission, entry, index) : taken
  if (!recorded.ok) return recorded
  const { statement, id } = recorded.value
  if (statement.kind === 'definition') kept.election ??= start(statement, id, sha256)
  apply(kept.election!, recorded.value)
  const before = kept.entries.get(id)
  if (before) before.push(index)
  else kept.entries.set(id, [index])
  kept.size = index + 1
  return ok(undefined)
}

/** Kinds that carry votes of a round: before its `release` none of them is appended. */
const carryVotes: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'form',
  'transcript',
  'attach',
  'tally',
  'announce',
  'recount',
  'correct',
  'declare',
])

/** Whether a statement would make votes public before the release of its round. */
export function isEarly(election: Election | undefined, { kind, round }: Statement): boolean {
  return carryVotes.has(kind) && election?.rounds.get(round)?.released === undefined
}
