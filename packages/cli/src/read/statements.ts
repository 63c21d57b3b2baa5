import type { Statement } from '@countersign/election'
import {
  type Admission,
  type CodePart,
  type Collected,
  collect,
  encodeEnvelope,
  readEntry,
  type Signature,
  signedBytes,
} from '@countersign/record'
import type { Ed25519 } from '@countersign/tlog'

/** A statement that was put together from codes. */
export interface ReadStatement {
  /** The first 8 bytes of its ID, in hex; all of it once the statement is read. */
  readonly id: string
  readonly kind: Statement['kind'] | null
  readonly round: number | null
  readonly box: string | null
  readonly codes: number
  /** Numbers of codes that are still to be read. */
  readonly missing: readonly number[]
  readonly signatures: number
  /** Of them, those that verify under a key of the record; null where no record was given. */
  readonly verified: number | null
  /** Keys whose signature does not verify, or that the record does not know. */
  readonly rejected: readonly { readonly kid: string; readonly code: 'signature-fails' | 'unknown-key' }[]
  /** What keeps it from being a statement of this election. */
  readonly refused: { readonly code: string; readonly message: string } | null
  /** The entry to be sent, with the signatures that hold. */
  readonly entry?: Uint8Array
}

/** The record's keys and definition; without them nothing is verified. */
export interface Known {
  readonly admission: Admission
  readonly engine: Ed25519
}

/** The statements on all pictures together: codes of one may lie on several, and one picture may show several. */
export async function statementsIn(
  parts: readonly CodePart[],
  known: Known | undefined,
): Promise<readonly ReadStatement[]> {
  const read: ReadStatement[] = []
  for (const [id, codes] of Map.groupBy(parts, part => part.id)) {
    const collected = collect(codes)
    read.push(
      collected.ok
        ? await statementOf(collected.value, known)
        : { ...nothing(id), refused: collected.refusal },
    )
  }
  return read
}

async function statementOf(collected: Collected, known: Known | undefined): Promise<ReadStatement> {
  const { id, of, missing, signatures, entry } = collected
  const seen = { ...nothing(id), codes: of, missing, signatures: signatures.length }
  if (!entry) return seen
  const read = readEntry(entry)
  if (!read.ok) return { ...seen, refused: read.refusal }
  const { statement, payload } = read.value
  const told = {
    ...seen,
    id: read.value.id,
    kind: statement.kind,
    round: statement.round,
    box: 'box' in statement ? (statement.box ?? null) : null,
  }
  if (!known) return { ...told, entry }
  if (statement.kind !== 'definition' && statement.definition !== known.admission.definition)
    return { ...told, refused: otherElection }
  const { held, rejected } = await holding(payload, signatures, known)
  const whole = encodeEnvelope({ payload, signatures: held })
  return { ...told, verified: held.length, rejected, ...(whole.ok && { entry: whole.value }) }
}

const otherElection = {
  code: 'other-election',
  message: 'The statement belongs to another election, or to a rehearsal of it.',
}

async function holding(payload: Uint8Array, signatures: readonly Signature[], { admission, engine }: Known) {
  const held = new Map<string, Signature>()
  const rejected = new Map<string, ReadStatement['rejected'][number]>()
  for (const one of signatures) {
    const publicKey = admission.keys.keyOf(one.kid)
    if (!publicKey) rejected.set(one.kid, { kid: one.kid, code: 'unknown-key' })
    else if (await engine.verify(publicKey, signedBytes(payload, one.kid), one.signature))
      held.set(one.kid, one)
    else rejected.set(one.kid, { kid: one.kid, code: 'signature-fails' })
  }
  // Of two signatures by one key, the one that holds counts.
  for (const kid of held.keys()) rejected.delete(kid)
  return { held: [...held.values()], rejected: [...rejected.values()] }
}

function nothing(id: string): ReadStatement {
  const unknown = { kind: null, round: null, box: null, verified: null, refused: null }
  return { id, codes: 0, missing: [], signatures: 0, rejected: [], ...unknown }
}
