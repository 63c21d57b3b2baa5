import { readFileSync } from 'node:fs'
import { type CodePart, type Copy, codesOf, readCode, readEntry, typedCopies } from '@countersign/record'
import { decodeEntries, ok, type Result, refuse } from '@countersign/tlog'
import { readPicture } from '../read/pictures.ts'
import { type Known, statementsIn } from '../read/statements.ts'

/** A copy with the file that it came from, and, where it is signed, the entry that can be sent. */
export interface CopyInHand {
  readonly file: string
  readonly copy: Copy
  readonly entry?: Uint8Array
}

/**
 * The copies in these files: photographs (JPEG, PNG), text with a code a line, entries as `countersign read` writes
 * them (`.entries`, `.cbor`), or figures typed from paper as JSON. Signatures that do not verify are left out.
 * Refusals: `unreadable`, `no-copy` with the file and what it should hold.
 */
export async function copiesIn(
  files: readonly string[],
  known: Known,
): Promise<Result<readonly CopyInHand[]>> {
  const copies: CopyInHand[] = []
  for (const file of files) {
    const found = await copiesOf(file, known)
    if (!found.ok) return found
    copies.push(...found.value)
  }
  return ok(copies)
}

async function copiesOf(file: string, known: Known): Promise<Result<readonly CopyInHand[]>> {
  if (/\.(jpe?g|png)$/i.test(file)) {
    const picture = await readPicture(file)
    return picture.ok ? signedCopies(file, picture.value.parts, known) : picture
  }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(file))
  } catch (error) {
    return refuse('unreadable', `${file}: ${(error as Error).message}`)
  }
  if (/\.json$/i.test(file)) return typedIn(file, bytes)
  if (/\.(entries|cbor)$/i.test(file)) return entriesIn(file, bytes, known)
  const codes = new TextDecoder().decode(bytes).split(/\r?\n/).map(readCode)
  return signedCopies(
    file,
    codes.flatMap(code => (code.ok ? [code.value] : [])),
    known,
  )
}

function typedIn(file: string, bytes: Uint8Array): Result<readonly CopyInHand[]> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    return refuse('no-copy', `${file} is not JSON: ${(error as Error).message}`)
  }
  const copies = typedCopies(json)
  if (!copies.ok) return refuse('no-copy', `${file}: ${copies.refusal.message}`)
  return ok(copies.value.map(copy => ({ file, copy })))
}

async function entriesIn(
  file: string,
  bytes: Uint8Array,
  known: Known,
): Promise<Result<readonly CopyInHand[]>> {
  const entries = /\.cbor$/i.test(file) ? ok([bytes]) : decodeEntries(bytes)
  if (!entries.ok) return entries
  const parts: CodePart[] = []
  for (const entry of entries.value) {
    const codes = codesOf(entry)
    if (!codes.ok) return codes
    for (const text of codes.value) {
      const part = readCode(text)
      if (part.ok) parts.push(part.value)
    }
  }
  return signedCopies(file, parts, known)
}

async function signedCopies(
  file: string,
  parts: readonly CodePart[],
  known: Known,
): Promise<Result<readonly CopyInHand[]>> {
  const statements = await statementsIn(parts, known)
  const whole = statements.filter(({ entry, refused }) => entry && !refused)
  if (whole.length === 0) {
    const why = statements.find(({ refused }) => refused)?.refused?.message ?? 'no whole statement is in it'
    return refuse('no-copy', `${file}: ${why}. Photograph every code of the form, and compare again.`)
  }
  return ok(whole.map(({ entry }) => signedCopy(file, entry!)))
}

function signedCopy(file: string, entry: Uint8Array): CopyInHand {
  const read = readEntry(entry)
  if (!read.ok) throw new Error(read.refusal.message)
  const { statement, id, signatures } = read.value
  return { file, entry, copy: { sort: 'signed', statement, id, kids: signatures.map(({ kid }) => kid) } }
}
