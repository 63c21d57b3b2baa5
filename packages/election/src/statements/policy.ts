import { at } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { twoBodies } from './roles.ts'
import { hash } from './values.ts'

export const policy = kind({
  number: 14,
  name: 'policy',
  states: 'a new witness policy',
  force: twoBodies,
  fields: { digest: at(3, hash, 'SHA-256 of its text') },
  example: { digest: 'e3'.repeat(32) },
})

export type Policy = StatementOf<typeof policy>
