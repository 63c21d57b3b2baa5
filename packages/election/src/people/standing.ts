import { openedAt } from '../boxes/opened.ts'
import type { Building, Entry, Signature } from '../election.ts'
import { atTheBox } from '../statements/roles.ts'
import type { KindName, Statement } from '../statements/statement.ts'
import { scopeOf } from './scope.ts'

/** Of these signatures of a statement those that count. */
export function standing(
  building: Building,
  { statement }: Entry,
  signatures: readonly Signature[],
): readonly Signature[] {
  const reaches = scopeOf(building, statement)
  const counts = (signature: Signature) =>
    reaches(signature.person) && !isRefused(signature) && !isRevoked(building, statement, signature)
  return signatures.every(counts) ? signatures : signatures.filter(counts)
}

function isRefused({ person, index }: Signature): boolean {
  return person.refused !== undefined && person.refused <= index
}

/**
 * A signature by a key revoked at a smaller index does not count, except where people at a box sign what belongs to
 * its day and the box had opened before the revocation: such a form is held for a ruling.
 */
function isRevoked({ rounds }: Building, statement: Statement, { person, index }: Signature): boolean {
  if (person.revoked === undefined || person.revoked > index) return false
  if (!ofTheDay.has(statement.kind) || !(atTheBox as readonly string[]).includes(person.role)) return true
  const { box: id = '' } = statement as { readonly box?: string }
  const box = rounds.get(statement.round)?.boxes.get(id)
  const opened = box && openedAt(box)
  return opened === undefined || opened > person.revoked
}

const ofTheDay: ReadonlySet<KindName> = new Set<KindName>([
  'close-poll',
  'commit',
  'form',
  'incident',
  'custody',
  'merge',
  'transcript',
  'attach',
  'countersign',
  'object',
])
