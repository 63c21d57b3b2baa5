import { at } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one, twoBodies } from './roles.ts'
import { kid, list, text } from './values.ts'

/** By the side concerned; once a box where the key acts has opened, by two bodies. */
export const revoke = kind({
  number: 19,
  name: 'revoke',
  states: 'keys that no longer sign, and why',
  force: [...one('authority', 'supervisingBody', 'higherAuthority', 'auditBoard', 'candidate'), ...twoBodies],
  fields: {
    keys: at(3, list(kid, 500, 1), 'the keys'),
    reason: at(4, text(200), 'why'),
  },
  example: { keys: ['0011223344556677'], reason: 'The telephone was lost.' },
})

export type Revoke = StatementOf<typeof revoke>
