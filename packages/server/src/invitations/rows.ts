import { fromHex } from '@countersign/election'
import { kidOf } from '@countersign/record'
import type { Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { LiveRecord } from '../record/live-record.ts'

export type InvitationRow = Selectable<Tables['invitations']>

/** Where an invitation is: the record says who is enrolled. */
export function stateOf(
  { state, public_key }: InvitationRow,
  record: LiveRecord,
): 'open' | 'answered' | 'enrolled' | 'withdrawn' {
  if (public_key !== null && record.election?.people.has(kidOf(fromHex(public_key)))) return 'enrolled'
  return state
}

/** An invitation as its side sees it. */
export function shown(row: InvitationRow, record: LiveRecord) {
  const { id, role, card, box, area, public_key, key_kind, created, answered } = row
  return {
    id,
    role,
    card,
    ...(box !== null && { box }),
    ...(area !== null && { area }),
    state: stateOf(row, record),
    ...(public_key !== null && { kid: kidOf(fromHex(public_key)) }),
    ...(key_kind !== null && { keyKind: key_kind }),
    created: seconds(created),
    ...(answered !== null && { answered: seconds(answered) }),
  }
}

export function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
