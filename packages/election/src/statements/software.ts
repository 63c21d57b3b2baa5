import { at, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { twoBodies } from './roles.ts'
import { hash, list, text } from './values.ts'

const build = struct({
  name: at(0, text(80), 'the file'),
  digest: at(1, hash, 'its SHA-256'),
})

export const software = kind({
  number: 15,
  name: 'software',
  states: 'digests of the verifier’s builds',
  force: twoBodies,
  fields: { builds: at(3, list(build, 64, 1), 'the builds') },
  example: { builds: [{ name: 'verify.html', digest: 'f4'.repeat(32) }] },
})

export type Software = StatementOf<typeof software>
