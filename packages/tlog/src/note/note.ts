/**
 * Signed notes, C2SP signed-note: a text, a blank line, and signatures.
 *
 *     Ognuno sta solo sul cuor della terra
 *     trafitto da un raggio di sole:
 *
 *     ed è subito sera.
 *
 *     — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
 *
 * The signed text includes its last newline. A signature is the key ID in four bytes, then the key's own.
 */
import { joinBytes } from '../bytes.ts'
import { ok, type Result, refuse } from '../result.ts'
import { fromBase64, textOf, toBase64 } from '../text.ts'
import { hasControlCharacter, isKeyName, keyIdHex, readKeyId } from './key.ts'

/** A note taken apart. Nothing in it is to be believed before `openNote` has verified a signature. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** One signature line: the bytes after the key ID are as the key's type has them. */
export type NoteSignature = { readonly name: string; readonly keyId: number; readonly signature: Uint8Array }

/** What can check the signatures of one key. */
export type Verifier = {
  readonly name: string
  readonly keyId: number
  verify(text: string, signature: Uint8Array): boolean | Promise<boolean>
}

/** What can sign notes with one key. */
export type Signer = {
  readonly name: string
  readonly keyId: number
  sign(text: string): Uint8Array | Promise<Uint8Array>
}

/** A note with the signatures that were verified, in its own order; all others were by unknown keys. */
export type OpenedNote = Note & { readonly verified: readonly NoteSignature[] }

/** Longer notes, or notes with more signatures, are not read. */
export const maxNoteSize = 1_000_000
export const maxSignatures = 100

/** A note's text and signatures, as it came; or `bad-note` (`not-utf8`) with what is wrong. */
export function parseNote(note: Uint8Array | string): Result<Note> {
  if (note.length > maxNoteSize) return refuse('bad-note', `A note is at most ${maxNoteSize} bytes long.`)
  const decoded = textOf(note)
  if (!decoded.ok) return decoded
  const whole = decoded.value
  if (hasControlCharacter(whole)) return refuse('bad-note', 'The note has a control character.')

  const blank = whole.lastIndexOf('\n\n')
  if (blank < 0 || !whole.endsWith('\n') || blank + 2 === whole.length)
    return refuse('bad-note', 'The note has no signatures after a blank line.')
  const lines = whole.slice(blank + 2, -1).split('\n')
  if (lines.length > maxSignatures)
    return refuse('bad-note', `The note has more than ${maxSignatures} signatures.`)

  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const signature = parseSignatureLine(line)
    if (!signature.ok) return signature
    signatures.push(signature.value)
  }
  return ok({ text: whole.slice(0, blank + 1), signatures })
}

/** The signature in a line `— name base64` (without its newline), or `bad-note`. */
export function parseSignatureLine(line: string): Result<NoteSignature> {
  const [dash, name, base64, ...rest] = line.split(' ')
  const bytes = base64 === undefined ? undefined : fromBase64(base64)
  if (dash !== '—' || !isKeyName(name ?? '') || !bytes || bytes.length < 5 || rest.length > 0)
    return refuse('bad-note', `“${line.slice(0, 100)}” is not a signature line.`)
  return ok({ name: name!, keyId: readKeyId(bytes), signature: bytes.subarray(4) })
}

/** The line of a signature, with its newline. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = Uint8Array.of(keyId >>> 24, keyId >>> 16, keyId >>> 8, keyId)
  return `— ${name} ${toBase64(joinBytes(id, signature))}\n`
}

/** A note put together again, byte for byte. */
export function formatNote(note: Note): string {
  return `${note.text}\n${note.signatures.map(formatSignatureLine).join('')}`
}

/** `text` signed by each signer. The text must end in a newline and have no other control character. */
export async function signNote(text: string, ...signers: readonly Signer[]): Promise<string> {
  if (!text.endsWith('\n') || !text.isWellFormed() || hasControlCharacter(text))
    throw new Error('a note’s text is well-formed, ends in a newline, and has no other control character')
  const signatures = await Promise.all(
    signers.map(async signer => ({
      name: signer.name,
      keyId: signer.keyId,
      signature: await signer.sign(text),
    })),
  )
  return formatNote({ text, signatures })
}

/**
 * The note, once every signature by a known key is verified. Signatures by other keys are passed over; of
 * several by one key, all of which must verify, the first is given. Refuses `bad-note`, `bad-signature` where
 * the signature of a known key does not verify, and `no-known-signature` where none is by a known key.
 */
export async function openNote(
  note: Uint8Array | string,
  verifiers: readonly Verifier[],
): Promise<Result<OpenedNote>> {
  const parsed = parseNote(note)
  if (!parsed.ok) return parsed
  const { text, signatures } = parsed.value

  const verified: NoteSignature[] = []
  for (const signature of signatures) {
    const isBy = (key: Verifier | NoteSignature) =>
      key.name === signature.name && key.keyId === signature.keyId
    const verifier = verifiers.find(isBy)
    if (verifier === undefined) continue
    if (!(await verifier.verify(text, signature.signature)))
      return refuse('bad-signature', `The signature by ${verifier.name} does not verify.`, {
        name: verifier.name,
        keyId: keyIdHex(verifier.keyId),
      })
    if (!verified.some(isBy)) verified.push(signature)
  }
  if (verified.length === 0)
    return refuse('no-known-signature', 'No signature on the note is by a key that was given.')
  return ok({ text, signatures, verified })
}
