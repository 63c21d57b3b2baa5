import { type Refusal, type Statement, toHex } from '@countersign/election'
import { payloadOf, statementId } from '@countersign/record'
import { sha256 } from '@countersign/tlog'
import { keepAttached } from '../device/attached.ts'
import type { Identity } from '../device/identity.ts'
import { sayPayload } from '../device/say.ts'

/** A photograph, what is published of it, and what it shows. */
export interface Attaching {
  readonly definition: string
  readonly round: number
  readonly box: string
  readonly copy?: string | undefined
  readonly serial?: string | undefined
  readonly signatures: boolean
  readonly original: Uint8Array
  readonly masked: Uint8Array
}

/**
 * Signs that a photograph is attached, and keeps both files on the device, from where they are brought once the
 * statement is recorded. Gives why it could not be.
 */
export async function attach(identity: Identity, attaching: Attaching): Promise<Refusal | undefined> {
  const { definition, round, box, copy, serial, signatures, original, masked } = attaching
  const digests = { original: toHex(sha256(original)), masked: toHex(sha256(masked)) }
  const statement: Statement = {
    ...{ kind: 'attach', definition, round, box, ...digests },
    ...(copy !== undefined && { copy }),
    ...(serial !== undefined && { serial }),
    signatures: signatures ? 'shown' : 'notShown',
  }
  const payload = payloadOf(statement)
  if (!payload.ok) return { code: payload.refusal.code, message: payload.refusal.message }
  await keepAttached({
    ...digests,
    ...{ maskedFile: fileOf(masked), originalFile: fileOf(original), statement: statementId(payload.value) },
    ...{ round, box, at: Date.now(), brought: [] },
    ...(copy !== undefined && { copy }),
  })
  return sayPayload(identity, payload.value)
}

function fileOf(bytes: Uint8Array): Blob {
  return new Blob([bytes.slice()])
}
