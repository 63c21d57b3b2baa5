import { toHex } from '@countersign/election'
import { joinBytes, ok, type Result } from '@countersign/tlog'
import { refuseAs } from '../codes.ts'
import { decodeEnvelope, type Envelope, encodeEnvelope, type Signature, statementId } from '../envelope.ts'
import { bytesOfSignature, type CodePart } from './code.ts'

/** What the codes that were read so far make up. Nothing of it is verified yet, but that it is one statement. */
export interface Collected {
  /** The first 8 bytes of the statement's ID, in hex. */
  readonly id: string
  /** How many codes the form or screen has; 0 where only signatures came back. */
  readonly of: number
  /** The numbers of those that are still to be read. */
  readonly missing: readonly number[]
  /** The statement's bytes, as soon as the codes that carry them are read. */
  readonly payload?: Uint8Array
  /** Each signature read, once. Two of one key that differ are both here: one of them will not verify. */
  readonly signatures: readonly Signature[]
  /** The statement with its signatures (of each key the first), ready to be sent. */
  readonly entry?: Uint8Array
}

/**
 * Puts the codes of one statement together, read in any order and as often as one likes, from paper, a screen or
 * signers who answer one by one.
 * Refusals: `codes-mixed` (codes of several statements), `codes-differ` (two codes for one place, as of two printings),
 * `code-damaged` (what they carry is no such statement), `envelope-signers` (more than 64).
 */
export function collect(parts: readonly CodePart[]): Result<Collected> {
  const id = parts[0]?.id
  if (id === undefined || parts.some(part => part.id !== id)) return refuseAs('codes-mixed')
  const sets = setsOf(parts)
  if (!sets.ok) return sets
  const carried: Envelope[] = []
  for (const set of sets.value) {
    const envelope = carriedBy(set)
    if (!envelope.ok) return envelope
    if (envelope.value) carried.push(envelope.value)
  }
  if (carried.some(({ payload }) => !statementId(payload).startsWith(id))) return refuseAs('code-damaged')
  const payload = carried[0]?.payload
  const signatures = distinct([
    ...carried.flatMap(envelope => envelope.signatures),
    ...parts.filter(({ sort }) => sort === 'S' || sort === 'R').flatMap(({ data }) => signaturesIn(data)),
  ])
  const { of, missing } = leastMissing(sets.value)
  const found = { id, of, missing, signatures, ...(payload && { payload }) }
  if (!payload || signatures.length === 0) return ok(found)
  const entry = encodeEnvelope({ payload, signatures: firstOfEachKey(signatures) })
  return entry.ok ? ok({ ...found, entry: entry.value }) : entry
}

/** The codes of one printing or screen, each in its place; those of an entry, or those that ask for a signature. */
type CodeSet = readonly (CodePart | undefined)[]

function setsOf(parts: readonly CodePart[]): Result<readonly CodeSet[]> {
  const sets = new Map<string, (CodePart | undefined)[]>()
  for (const code of parts) {
    if (code.sort === 'R') continue
    const name = `${code.sort === 'Q' ? 'Q' : 'F'} ${code.of}`
    const set = sets.get(name) ?? Array.from({ length: code.of }, () => undefined)
    sets.set(name, set)
    const before = set[code.part - 1]
    if (before && !same(before, code)) return refuseAs('codes-differ', { part: code.part })
    set[code.part - 1] = code
  }
  return ok([...sets.values()])
}

/** What a set carries, as soon as the codes with the statement are there. */
function carriedBy(set: CodeSet): Result<Envelope | undefined> {
  const asks = set.some(code => code?.sort === 'Q')
  const carrier = asks ? 'Q' : 'F'
  const gap = set.findIndex(code => code?.sort !== carrier)
  const leading = gap < 0 ? set : set.slice(0, gap)
  const bytes = joinBytes(...leading.map(code => code!.data))
  const nextIsRead = gap < 0 || set[gap] !== undefined
  if (asks) return ok(gap < 0 ? { payload: bytes, signatures: [] } : undefined)
  const envelope = decodeEnvelope(bytes)
  if (envelope.ok) return envelope
  return nextIsRead ? refuseAs('code-damaged') : ok(undefined)
}

function leastMissing(sets: readonly CodeSet[]): Pick<Collected, 'of' | 'missing'> {
  const each = sets
    .map(set => ({ of: set.length, missing: set.flatMap((code, i) => (code ? [] : [i + 1])) }))
    .sort((a, b) => a.missing.length - b.missing.length || b.of - a.of)
  return each[0] ?? { of: 0, missing: [] }
}

function signaturesIn(data: Uint8Array): Signature[] {
  return Array.from({ length: data.length / bytesOfSignature }, (_, i) => {
    const at = i * bytesOfSignature
    return { kid: toHex(data.subarray(at, at + 8)), signature: data.slice(at + 8, at + bytesOfSignature) }
  })
}

function distinct(signatures: readonly Signature[]): readonly Signature[] {
  return [...new Map(signatures.map(one => [`${one.kid} ${toHex(one.signature)}`, one])).values()]
}

function firstOfEachKey(signatures: readonly Signature[]): readonly Signature[] {
  return [...new Map([...signatures].reverse().map(one => [one.kid, one])).values()]
}

function same(one: CodePart, other: CodePart): boolean {
  return one.sort === other.sort && toHex(one.data) === toHex(other.data)
}
