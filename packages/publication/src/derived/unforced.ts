import type { Election } from '@countersign/election'

/** A statement that is on the record and has no force, with the reason. */
export interface Unforced {
  readonly entry: number
  readonly id: string
  readonly kind: string
  readonly round: number
  readonly why: string
}

/** What is on the record without force, in its order: nothing that was logged is hidden. */
export function unforced({ entries }: Election): readonly Unforced[] {
  const found: Unforced[] = []
  for (const { id, index, statement, why } of entries.values())
    if (why !== undefined) found.push({ entry: index, id, kind: statement.kind, round: statement.round, why })
  return found
}
