/**
 * Checkpoints, C2SP tlog-checkpoint: a log's size and root hash, in a note signed by the log.
 *
 *     example.com/behind-the-sofa
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 *     — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
 *
 * The first line is the log's origin, which is also the name of its key.
 */
import type { Ed25519 } from './ed25519/ed25519.ts'
import { type Note, openNote, type Signer, signNote } from './note/note.ts'
import { noteVerifier } from './note/signature.ts'
import { ok, type Result, refuse } from './result.ts'
import { fromBase64, parseDecimal, toBase64 } from './text.ts'
import { type Hash, hashSize } from './tree/hash.ts'

/** The head of a log's tree: `size` leaves under `root`. */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: Hash
  /** Further lines, opaque. The specification advises against them; we read them and write none. */
  readonly extensions?: readonly string[]
}

/** A checkpoint whose log's signature has been verified, with the note that it came in. */
export type SignedCheckpoint = Checkpoint & { readonly note: Note }

/** The text of a checkpoint: three lines, each ending in a newline. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  return [origin, size, toBase64(root), ...extensions].map(line => `${line}\n`).join('')
}

/** The checkpoint in a note's text, or `bad-checkpoint` with the line that is wrong. */
export function parseCheckpoint(text: string): Result<Checkpoint> {
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.length < 3)
    return refuse('bad-checkpoint', 'A checkpoint has three lines: origin, size and root hash.')
  const empty = lines.indexOf('')
  if (empty >= 0)
    return refuse('bad-checkpoint', `Line ${empty + 1} of the checkpoint is empty.`, { line: empty + 1 })

  const [origin, sizeLine, rootLine, ...extensions] = lines as [string, string, string, ...string[]]
  const size = parseDecimal(sizeLine)
  if (size === undefined)
    return refuse('bad-checkpoint', 'The checkpoint’s size is not a decimal up to 2^53−1.', { line: 2 })
  const root = fromBase64(rootLine)
  if (root?.length !== hashSize)
    return refuse('bad-checkpoint', 'The checkpoint’s root hash is not 32 bytes in base64.', { line: 3 })
  return ok(extensions.length > 0 ? { origin, size, root, extensions } : { origin, size, root })
}

/** The checkpoint as a note signed by the log, whose key's name must be the origin. */
export function signCheckpoint(checkpoint: Checkpoint, log: Signer): Promise<string> {
  if (log.name !== checkpoint.origin) throw new Error(`the key of ${log.name} is not of ${checkpoint.origin}`)
  return signNote(formatCheckpoint(checkpoint), log)
}

/**
 * The checkpoint in `note`, once the signature of the log whose verifier key is `vkey` (type 01) is verified.
 * Refuses as `openNote` and `parseCheckpoint` do, and `other-origin` where it is another log's.
 */
export async function openCheckpoint(
  note: Uint8Array | string,
  vkey: string,
  engine?: Ed25519,
): Promise<Result<SignedCheckpoint>> {
  const log = noteVerifier(vkey, engine)
  if (!log.ok) return log
  const opened = await openNote(note, [log.value])
  if (!opened.ok) return opened
  const { text, signatures } = opened.value
  const checkpoint = parseCheckpoint(text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.origin !== log.value.name)
    return refuse('other-origin', `The checkpoint is of ${checkpoint.value.origin}, not ${log.value.name}.`)
  return ok({ ...checkpoint.value, note: { text, signatures } })
}
