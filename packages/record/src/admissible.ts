import { fromWire, type Recorded, type Statement, type WireMap } from '@countersign/election'
import { type Ed25519, ok, type Result, refuse } from '@countersign/tlog'
import { decode } from './cbor/decode.ts'
import { refuseAs } from './codes.ts'
import { decodeEnvelope, type Signature, statementId } from './envelope.ts'
import { type KeyRing, keyRing, keysBrought } from './keys.ts'
import { badSignatures, type KeyedSignature } from './signatures.ts'

/** An entry that is read: its bytes, what they state, and who is said to have signed. */
export type ReadEntry = {
  readonly payload: Uint8Array
  /** The statement's ID, in hex. */
  readonly id: string
  readonly statement: Statement
  readonly signatures: readonly Signature[]
}

/** A read entry with the key of each signature; the signatures remain to be verified. */
export type KeyedEntry = ReadEntry & { readonly signatures: readonly KeyedSignature[] }

/** What the log has admitted so far, which decides what it may admit next. */
export type Admission = {
  readonly keys: KeyRing
  /** The definition's ID, once the first entry is in. */
  definition: string | undefined
  /** Statement ID → the key IDs that have signed it, joined by spaces: one string takes a third of a set's memory. */
  readonly signers: Map<string, string>
}

/** Before the first entry. */
export function emptyAdmission(): Admission {
  return { keys: keyRing(), definition: undefined, signers: new Map() }
}

/**
 * Whether `entry` may stand at `index`, next in the log: what it adds, or why not. A refusal changes nothing.
 * The rules, in the order in which they are tried:
 * - one encoding (`entry-too-long`, `envelope-…`, `cbor-…`) of a statement that the schema knows
 *   (`newer-version`, `statement-schema`);
 * - the first entry is the definition, no other is, and each statement belongs to it (`definition-first`,
 *   `definition-again`, `other-election`);
 * - every signature is by a key that a smaller index brought, or the definition, or the candidacy itself
 *   (`unknown-key`), and verifies (`signature-fails`);
 * - the keys that it brings are sound (`weak-key`, `kid-taken`);
 * - one signature at least is new (`nothing-new`).
 */
export async function admit(
  admission: Admission,
  entry: Uint8Array,
  index: number,
  engine: Ed25519,
): Promise<Result<Recorded>> {
  const read = readEntry(entry)
  if (!read.ok) return read
  const keyed = withKeys(admission, read.value, index)
  if (!keyed.ok) return keyed
  const verified = await verifySignatures(keyed.value, engine)
  if (!verified.ok) return verified
  const taken = takeKeys(admission, keyed.value)
  return taken.ok ? record(admission, keyed.value, index) : taken
}

/** The first rules, which need nothing but the bytes. Payload and signatures are views of `entry`. */
export function readEntry(entry: Uint8Array): Result<ReadEntry> {
  const envelope = decodeEnvelope(entry)
  if (!envelope.ok) return envelope
  const { payload, signatures } = envelope.value
  const map = decode(payload)
  if (!map.ok) return map
  if (!(map.value instanceof Map)) return refuseAs('statement-schema')
  const statement = fromWire(map.value as WireMap)
  if (!statement.ok) {
    const { code, message, where } = statement.refusal
    return refuse(code, message, where === undefined ? undefined : { field: where })
  }
  return ok({ payload, id: statementId(payload), statement: statement.value, signatures })
}

/** The rules of the statement's place in the log, and the key of each signature. */
export function withKeys(admission: Admission, read: ReadEntry, index: number): Result<KeyedEntry> {
  const { statement, id } = read
  const misplaced = placeFault(admission, read, index)
  if (misplaced) return refuseAs(misplaced)

  const own = signsForItself(statement) ? keyRing() : undefined
  const sound = own?.take(statement)
  if (sound && !sound.ok) return sound
  const signatures: KeyedSignature[] = []
  for (const { kid, signature } of read.signatures) {
    const publicKey = admission.keys.keyOf(kid) ?? own?.keyOf(kid)
    if (!publicKey) return refuseAs('unknown-key', { kid })
    signatures.push({ kid, signature, publicKey })
  }
  return ok({ payload: read.payload, id, statement, signatures })
}

function placeFault({ definition }: Admission, { statement, id }: ReadEntry, index: number) {
  if (statement.kind !== 'definition') {
    if (index === 0) return 'definition-first'
    return statement.definition === definition ? undefined : 'other-election'
  }
  return index === 0 || id === definition ? undefined : 'definition-again'
}

/** The definition brings the first keys, and who files a candidacy has no key on the record before. */
function signsForItself(statement: Statement): boolean {
  return statement.kind === 'definition' || (statement.kind === 'candidacy' && statement.step === 'filed')
}

/** Refusal: `signature-fails`, with the key’s ID. */
export async function verifySignatures(keyed: KeyedEntry, engine: Ed25519): Promise<Result<void>> {
  const [bad] = await badSignatures([keyed], engine)
  return bad ? refuseAs('signature-fails', { kid: bad.kid }) : ok(undefined)
}

/**
 * Takes in the keys that a verified statement brings. A verifier that checks signatures in batches checks these
 * statements at once, since the entries that follow need their keys.
 */
export function takeKeys(admission: Admission, { statement, id }: KeyedEntry): Result<void> {
  const taken = admission.keys.take(statement)
  if (taken.ok && statement.kind === 'definition') admission.definition = id
  return taken
}

/** Whether `takeKeys` has anything to do. */
export function bringsKeys(statement: Statement): boolean {
  return keysBrought(statement).length > 0
}

/** The last rule, for an entry whose signatures verify: records what is new of it. Refusal: `nothing-new`. */
export function record(admission: Admission, keyed: KeyedEntry, index: number): Result<Recorded> {
  const { id, statement, signatures } = keyed
  const kids = signatures.map(({ kid }) => kid)
  const before = admission.signers.get(id)
  const signers = before === undefined ? kids : kids.filter(kid => !before.includes(kid))
  if (signers.length === 0) return refuseAs('nothing-new')
  const joined = signers.join(' ')
  admission.signers.set(id, before === undefined ? joined : `${before} ${joined}`)
  return ok({ index, id, statement, signers, again: before !== undefined })
}

/** The key IDs that have signed a statement so far; none where it is not recorded. */
export function signersOf(admission: Admission, id: string): ReadonlySet<string> {
  const joined = admission.signers.get(id)
  return new Set(joined?.split(' '))
}
