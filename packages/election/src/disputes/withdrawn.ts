import type { Election } from '../election.ts'

/**
 * Published files that a ruling takes from view, such as a photograph on which a name can be read: by their digests,
 * with the ruling's entry. The statement that names the file stays, and a later ruling to accept it shows it again.
 */
export function withdrawnFiles({ entries }: Election): ReadonlyMap<string, number> {
  const withdrawn = new Map<string, number>()
  for (const { statement, force, index } of entries.values()) {
    if (statement.kind !== 'ruling' || statement.blob === undefined || force === undefined) continue
    if (statement.decision === 'annul') withdrawn.set(statement.blob, index)
    if (statement.decision === 'accept') withdrawn.delete(statement.blob)
  }
  return withdrawn
}
