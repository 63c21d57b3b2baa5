import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one, personRole } from './roles.ts'
import { hash, identifier, list, publicKey } from './values.ts'

const key = struct({
  key: at(0, publicKey, 'Ed25519 public key'),
  role: at(1, personRole, 'what the person does'),
  card: at(2, identifier, 'number of the person’s card'),
  nameHash: maybe(3, hash, 'salted hash of the person’s name'),
  box: maybe(4, identifier, 'the box where the key acts'),
  area: maybe(5, identifier, 'the area where the key acts; the whole election where neither is given'),
})

/** A body or candidate gives its people their keys. No name enters the record. */
export const enrol = kind({
  number: 16,
  name: 'enrol',
  states: 'keys of a side’s people, each with role, card number and the box or area where it acts',
  force: one('authority', 'supervisingBody', 'higherAuthority', 'auditBoard', 'candidate'),
  fields: {
    side: at(3, identifier, 'the body or candidate whose people they are'),
    keys: at(4, list(key, 500, 1), 'the keys'),
  },
  example: { side: 'archive', keys: [{ key: 'b2'.repeat(32), role: 'archivist', card: '2' }] },
})

export type Enrol = StatementOf<typeof enrol>
