/**
 * Proof files (`.tlog-proof`), C2SP tlog-proof: all that it takes to check offline that an entry is in a log.
 *
 *     c2sp.org/tlog-proof@v1
 *     extra <base64, opaque and not authenticated>      (may be absent)
 *     index 73894
 *     gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=      (from the leaf's sibling up to the root's child)
 *     B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
 *
 *     example.com/fancylog                              (the checkpoint, with its signatures)
 *     109482
 *     …
 */
import { openCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import type { Ed25519 } from './ed25519/ed25519.ts'
import { maxNoteSize } from './note/note.ts'
import type { Policy } from './policy.ts'
import { ok, type Result, refuse } from './result.ts'
import { fromBase64, parseDecimal, textOf, toBase64 } from './text.ts'
import { type Hash, hashSize, leafHash } from './tree/hash.ts'
import { verifyInclusion } from './tree/inclusion.ts'
import { openWitnessed } from './witnessed.ts'

/** A proof file taken apart. `checkpoint` is a signed note, not yet opened; `extra` is never to be trusted. */
export type ProofFile = {
  readonly extra?: Uint8Array
  readonly index: number
  readonly hashes: readonly Hash[]
  readonly checkpoint: string
}

/** What a proof is checked against: one log's verifier key, or a policy whose quorum must be met. */
export type Trust = { readonly vkey: string } | { readonly policy: Policy }

const header = 'c2sp.org/tlog-proof@v1'

/** No tree of 2^53 leaves needs more. */
const maxHashes = 53

/** A proof file as text. */
export function formatProofFile({ extra, index, hashes, checkpoint }: ProofFile): string {
  const lines = [
    header,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(toBase64),
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** The proof in a file; or `bad-proof-file` (`not-utf8`) with the line that is wrong, from 1. */
export function parseProofFile(file: Uint8Array | string): Result<ProofFile> {
  if (file.length > 2 * maxNoteSize) return bad('it is too long')
  const decoded = textOf(file)
  if (!decoded.ok) return decoded
  const blank = decoded.value.indexOf('\n\n')
  if (blank < 0) return bad('it has no blank line before the checkpoint')
  const lines = decoded.value.slice(0, blank).split('\n')
  const checkpoint = decoded.value.slice(blank + 2)
  if (lines[0] !== header) return bad(`it does not begin with ${header}`, 1)

  const hasExtra = lines[1]?.startsWith('extra ') ?? false
  const extra = hasExtra ? fromBase64(lines[1]!.slice('extra '.length)) : undefined
  if (hasExtra && extra === undefined) return bad('the extra data are not base64', 2)
  const indexAt = hasExtra ? 2 : 1
  const index = parseDecimal(/^index (.*)$/.exec(lines[indexAt] ?? '')?.[1] ?? '')
  if (index === undefined) return bad('there is no index of an entry', indexAt + 1)

  const hashes: Hash[] = []
  for (const [i, line] of lines.slice(indexAt + 1).entries()) {
    const hash = fromBase64(line)
    if (hash?.length !== hashSize || i >= maxHashes) return bad('this is not one more hash', indexAt + 2 + i)
    hashes.push(hash)
  }
  return ok(extra ? { extra, index, hashes, checkpoint } : { index, hashes, checkpoint })
}

/**
 * The checkpoint under which `file` proves that `entry` is in the log. Needs no network. Refuses as
 * `parseProofFile`, `openCheckpoint` and `openWitnessed` do, `quorum-not-met` where a policy asks for more
 * cosignatures, and `bad-proof` where the hashes do not lead from the entry to the root.
 */
export async function verifyProofFile(
  file: Uint8Array | string,
  entry: Uint8Array,
  trust: Trust,
  engine?: Ed25519,
): Promise<Result<SignedCheckpoint & { readonly index: number }>> {
  const parsed = parseProofFile(file)
  if (!parsed.ok) return parsed
  const { index, hashes } = parsed.value
  const opened = await openTrusted(parsed.value.checkpoint, trust, engine)
  if (!opened.ok) return opened
  const { size, root } = opened.value
  if (!verifyInclusion({ leaf: leafHash(entry), index, size, root }, hashes))
    return refuse('bad-proof', `The proof does not show this entry at index ${index}.`, { index, size })
  return ok({ ...opened.value, index })
}

async function openTrusted(
  note: string,
  trust: Trust,
  engine: Ed25519 | undefined,
): Promise<Result<SignedCheckpoint>> {
  if ('vkey' in trust) return openCheckpoint(note, trust.vkey, engine)
  const opened = await openWitnessed(note, trust.policy, { engine })
  if (!opened.ok || opened.value.quorumMet) return opened
  const cosigned = [...opened.value.cosigned.keys()].join(', ') || 'none of the witnesses'
  return refuse('quorum-not-met', `The policy asks for ${trust.policy.quorum}; ${cosigned} cosigned.`)
}

function bad(wrong: string, line?: number) {
  const where = line === undefined ? undefined : { line }
  return refuse('bad-proof-file', `This is not a proof file: ${wrong}.`, where)
}
