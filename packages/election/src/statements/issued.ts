import { at, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { identifier, list, publicKey } from './values.ts'

const seed = struct({
  serial: at(0, identifier, 'the serial of the sealed seed'),
  key: at(1, publicKey, 'the public key that it makes'),
})

/** The last resort for those without a device: seeds printed and sealed by the side that they serve. */
export const issued = kind({
  number: 18,
  name: 'issued',
  states: 'sealed seeds that a side has printed for its people, by serial',
  force: one('authority', 'supervisingBody', 'auditBoard', 'candidate'),
  fields: {
    side: at(3, identifier, 'the body or candidate'),
    seeds: at(4, list(seed, 500, 1), 'the seeds'),
  },
  example: { side: 'supervisors', seeds: [{ serial: 'S-0001', key: 'b3'.repeat(32) }] },
})

export type Issued = StatementOf<typeof issued>
