import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { hash, identifier, oneOf } from './values.ts'

/** A photograph: the original stays sealed, the masked copy is published. */
export const attach = kind({
  number: 28,
  name: 'attach',
  states: 'a photograph of a copy: hash of the original, and of the masked copy',
  force: one(
    'leader',
    'official',
    'supervisor',
    'agent',
    'representative',
    'clerk',
    'centreHead',
    'desk',
    'auditor',
  ),
  fields: {
    box: at(3, identifier, 'the box'),
    original: at(4, hash, 'SHA-256 of the original'),
    masked: maybe(5, hash, 'SHA-256 of the published copy'),
    copy: maybe(6, identifier, 'which copy it shows'),
    serial: maybe(7, identifier, 'the serial that it shows'),
    signatures: maybe(8, oneOf({ shown: 1, notShown: 2 }), 'whether it shows the signatures'),
  },
  example: { round: 1, box: '26-0001', original: '28'.repeat(32), masked: '29'.repeat(32), serial: 'F-1' },
})

export type Attach = StatementOf<typeof attach>
