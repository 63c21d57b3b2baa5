import { type Result, refuse } from '@countersign/tlog'
import type { SessionPerson } from '../sessions/person.ts'

/**
 * Whose a draft is. The leader and the officials of a box share theirs, whichever key they have: a lost device loses
 * nothing. Everyone else’s is their own, so that no clerk sees what another keyed in before. Refusal: `not-yours`, for
 * the draft of another box.
 */
export function ownerOf({ kid, role, box }: SessionPerson, key: string): Result<string> {
  // A box’s ID may have dots of its own.
  const of = key.split('.').slice(1, -1).join('.')
  if (box !== undefined && of !== box)
    return refuse('not-yours', `This key acts at box ${box}; the draft is of ${of}. Nothing was saved.`, {
      box: of,
    })
  return { ok: true, value: role === 'leader' || role === 'official' ? `box:${box}` : `key:${kid}` }
}
