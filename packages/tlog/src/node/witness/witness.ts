/** A witness that keeps what it has seen in a folder: C2SP tlog-witness. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openCheckpoint, type SignedCheckpoint } from '../../checkpoint.ts'
import { type Cosigner, cosign, cosigner } from '../../cosignature.ts'
import {
  cosignerKey,
  formatSkey,
  formatVkey,
  isKeyName,
  parseSkey,
  parseVkey,
  verifierKey,
} from '../../note/key.ts'
import { formatNote, formatSignatureLine } from '../../note/note.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { toHex, utf8 } from '../../text.ts'
import { judgeCheckpoint, nothingSeen } from '../../witness/judge.ts'
import { type AddCheckpoint, parseAddCheckpoint } from '../../witness/request.ts'
import { sodiumNative } from '../ed25519.ts'
import { sha256 } from '../sha256.ts'
import { type Disk, putFile, realDisk } from '../storage/disk.ts'

export type WitnessOptions = {
  /** Its name, such as `party.example/witness`: part of its key. Needed when the key is made. */
  readonly name?: string
  /** The verifier keys of the logs that it watches. */
  readonly logs: readonly string[]
  /** Milliseconds. */
  readonly now: () => number
  readonly disk?: Disk
  /** Hears of a log that has signed two histories; both checkpoints are kept in `evidence/`. */
  readonly onFork?: (origin: string, path: string) => void
}

/** An HTTP answer. */
export type WitnessAnswer = { readonly status: number; readonly body: string; readonly type?: string }

export type Witness = {
  readonly name: string
  /** For the policies of those who trust it. */
  readonly vkey: string
  /** `POST /add-checkpoint`. What is cosigned is durable before it is answered. */
  add(body: Uint8Array | string): Promise<WitnessAnswer>
  /** `GET /<hex SHA-256 of the origin>/checkpoint`: the last one seen, with the cosignature. */
  checkpoint(name: string): Promise<WitnessAnswer>
}

/** Opens the witness in `dir`, making its key where there is none. Refuses `bad-key`, `no-name`. */
export async function openWitness(dir: string, options: WitnessOptions): Promise<Result<Witness>> {
  const { logs, now, disk = realDisk, onFork = () => {} } = options
  const known = new Map<string, string>()
  for (const vkey of logs) {
    const key = parseVkey(vkey)
    if (!key.ok) return key
    known.set(key.value.name, vkey)
  }
  await disk.makeFolder(dir)
  const key = await witnessKey(disk, dir, options.name)
  if (!key.ok) return key
  const { witness, vkey } = key.value
  const turns = new Map<string, Promise<unknown>>()
  const folderOf = (origin: string) => join(dir, toHex(sha256(utf8(origin))))

  async function judged(origin: string, request: AddCheckpoint): Promise<WitnessAnswer> {
    const theirs = await openCheckpoint(request.checkpoint, known.get(origin)!, sodiumNative)
    if (!theirs.ok) return { status: 403, body: 'The checkpoint is not signed by this log.\n' }
    const folder = folderOf(origin)
    const kept = await disk.read(join(folder, 'checkpoint'))
    const ours = kept && (await openCheckpoint(kept, known.get(origin)!, sodiumNative))
    if (ours && !ours.ok) return { status: 500, body: 'What this witness keeps of the log is damaged.\n' }
    const verdict = judgeCheckpoint(theirs.value, request, ours?.value ?? nothingSeen)
    if (verdict === 'other-size') return conflict(ours?.value.size ?? 0)
    if (verdict === 'fork') {
      const path = await keepEvidence(disk, dir, theirs.value, kept!, request.checkpoint)
      onFork(origin, path)
    }
    if (verdict !== 'cosign') return { status: 422, body: 'The checkpoint does not extend the one before.\n' }
    return cosigned(folder, theirs.value, witness)
  }

  async function cosigned(folder: string, { note }: SignedCheckpoint, by: Cosigner): Promise<WitnessAnswer> {
    const signature = await cosign(note.text, Math.floor(now() / 1000), by)
    await disk.makeFolder(folder)
    const others = note.signatures.filter(({ keyId }) => keyId !== by.keyId)
    const whole = formatNote({ ...note, signatures: [...others, signature] })
    await putFile(
      disk,
      join(folder, `new.${randomBytes(4).toString('hex')}`),
      join(folder, 'checkpoint'),
      utf8(whole),
    )
    await disk.syncFolder(folder)
    return { status: 200, body: formatSignatureLine(signature) }
  }

  return ok({
    name: witness.name,
    vkey,
    async add(body) {
      const request = parseAddCheckpoint(body)
      if (!request.ok) return { status: 400, body: `${request.refusal.message}\n` }
      const { origin } = request.value
      if (!known.has(origin)) return { status: 404, body: 'This witness does not watch this log.\n' }
      // One checkpoint of a log after another: what is judged must be what is kept.
      const answer = (turns.get(origin) ?? Promise.resolve()).then(() => judged(origin, request.value))
      turns.set(
        origin,
        answer.catch(() => {}),
      )
      return answer
    },
    async checkpoint(name) {
      const kept = /^[0-9a-f]{64}$/.test(name) ? await disk.read(join(dir, name, 'checkpoint')) : undefined
      if (!kept) return { status: 404, body: 'This witness has seen no such log.\n' }
      return { status: 200, body: new TextDecoder().decode(kept) }
    },
  })
}

function conflict(size: number): WitnessAnswer {
  return { status: 409, body: `${size}\n`, type: 'text/x.tlog.size' }
}

/** Both checkpoints, each signed by the log: whoever has them can prove the fork. @returns where they are */
async function keepEvidence(
  disk: Disk,
  dir: string,
  { size, root }: SignedCheckpoint,
  ours: Uint8Array,
  theirs: string,
): Promise<string> {
  const folder = join(dir, 'evidence')
  await disk.makeFolder(folder)
  const path = join(folder, `${size}-${toHex(root).slice(0, 16)}`)
  await putFile(disk, `${path}.theirs.new`, `${path}.theirs`, utf8(theirs))
  await putFile(disk, `${path}.ours.new`, `${path}.ours`, ours)
  await disk.syncFolder(folder)
  return path
}

async function witnessKey(
  disk: Disk,
  dir: string,
  name: string | undefined,
): Promise<Result<{ readonly witness: Cosigner; readonly vkey: string }>> {
  const folder = join(dir, 'keys')
  const path = join(folder, 'witness.skey')
  let file = await disk.read(path)
  if (file === undefined) {
    if (name === undefined || !isKeyName(name))
      return refuse(
        'no-name',
        'A new witness needs a name without spaces or “+”, such as party.example/witness.',
      )
    const seed = new Uint8Array(randomBytes(32))
    const { publicKey } = await sodiumNative.signingKeyFromSeed(seed)
    file = utf8(`${formatSkey({ ...verifierKey(name, cosignerKey, publicKey), seed })}\n`)
    await disk.makeFolder(folder, 0o700)
    await putFile(disk, `${path}.new`, path, file, 0o600)
    await disk.syncFolder(folder)
  }
  const key = parseSkey(new TextDecoder().decode(file).trim())
  if (!key.ok) return key
  const signing = await sodiumNative.signingKeyFromSeed(key.value.seed)
  const vkey = formatVkey(verifierKey(key.value.name, cosignerKey, signing.publicKey))
  return ok({ witness: cosigner(key.value.name, signing), vkey })
}
