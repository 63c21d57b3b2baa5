/**
 * The keys of signed notes, C2SP signed-note. A verifier key (vkey) and a signer key (skey):
 *
 *     example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx
 *     PRIVATE+KEY+<name>+<key ID>+<base64 of the type's byte and the 32-byte seed>
 *
 * The key ID is the first four bytes of SHA-256(name ‖ 0A ‖ type ‖ public key), written as 8 hex digits.
 */
import { sha256 } from '#sha256'
import { joinBytes } from '../bytes.ts'
import { isStrictPublicKey } from '../ed25519/strict.ts'
import { ok, type Result, refuse } from '../result.ts'
import { fromBase64, toBase64, utf8 } from '../text.ts'

/** The type of a key that signs notes. */
export const noteKey = 1
/** The type of a witness's key, which signs checkpoints with the time. */
export const cosignerKey = 4
/** The types of keys that are known here. */
export type KeyType = typeof noteKey | typeof cosignerKey

/** A public key with its name. `keyId` is four bytes as a number. */
export type VerifierKey = {
  readonly name: string
  readonly keyId: number
  readonly type: KeyType
  readonly publicKey: Uint8Array
}

/** A private key with its name: `seed` is 32 bytes of RFC 8032. */
export type SignerKey = {
  readonly name: string
  readonly keyId: number
  readonly type: KeyType
  readonly seed: Uint8Array
}

/** The verifier key with this name, type and 32-byte public key. The name must be a key name. */
export function verifierKey(name: string, type: KeyType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new Error(`not a key name: ${name}`)
  return { name, keyId: keyIdOf(name, type, publicKey), type, publicKey }
}

/** The key ID that belongs to a name, a type and a public key. */
export function keyIdOf(name: string, type: KeyType, publicKey: Uint8Array): number {
  return readKeyId(sha256(joinBytes(utf8(name), Uint8Array.of(0x0a, type), publicKey)))
}

/** The four bytes at the start of `bytes`, big-endian, as a number. */
export function readKeyId(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
}

/** A key ID as 8 hexadecimal digits. */
export function keyIdHex(keyId: number): string {
  return keyId.toString(16).padStart(8, '0')
}

/** Whether `name` may name a key: not empty, well-formed, without spaces, “+” or what no note may contain. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name) && !hasControlCharacter(name)
}

/** Whether `text` has a control character that no note may contain: any below U+0020 but the newline. */
export function hasControlCharacter(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0009\u000b-\u001f]/.test(text)
}

/** A verifier key as text. */
export function formatVkey(key: VerifierKey): string {
  return `${key.name}+${keyIdHex(key.keyId)}+${toBase64(joinBytes(Uint8Array.of(key.type), key.publicKey))}`
}

/** A signer key as text. Whoever reads it can sign: it belongs in a file that only its owner can read. */
export function formatSkey(key: SignerKey): string {
  const material = toBase64(joinBytes(Uint8Array.of(key.type), key.seed))
  return `PRIVATE+KEY+${key.name}+${keyIdHex(key.keyId)}+${material}`
}

/**
 * The verifier key in `vkey`. Refuses with `bad-key` what is not one, whose key ID is not its own, whose type
 * is unknown, or whose public key no signature could verify under.
 */
export function parseVkey(vkey: string): Result<VerifierKey> {
  const parsed = parseKey(vkey)
  if (!parsed.ok) return parsed
  const { name, keyId, type, material } = parsed.value
  if (keyIdOf(name, type, material) !== keyId)
    return refuse('bad-key', `The verifier key of ${name} has a key ID that is not its own.`, { name })
  if (!isStrictPublicKey(material))
    return refuse('bad-key', `The verifier key of ${name} is not a usable Ed25519 public key.`, { name })
  return ok({ name, keyId, type, publicKey: material })
}

/** The signer key in `skey`, or `bad-key`. Its key ID is checked when a signer is made of it. */
export function parseSkey(skey: string): Result<SignerKey> {
  const prefix = 'PRIVATE+KEY+'
  if (!skey.startsWith(prefix)) return refuse('bad-key', 'A signer key begins with PRIVATE+KEY+.')
  const parsed = parseKey(skey.slice(prefix.length))
  if (!parsed.ok) return parsed
  const { name, keyId, type, material } = parsed.value
  return ok({ name, keyId, type, seed: material })
}

type Parsed = { name: string; keyId: number; type: KeyType; material: Uint8Array }

function parseKey(text: string): Result<Parsed> {
  // The name has no “+”, the base64 may: the first two separate.
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text)
  const bytes = match ? fromBase64(match[3]!) : undefined
  if (!match || !bytes || !isKeyName(match[1]!)) return refuse('bad-key', 'This is not the text of a key.')
  const type = bytes[0]
  if ((type !== noteKey && type !== cosignerKey) || bytes.length !== 33)
    return refuse('bad-key', `The key of ${match[1]} is not an Ed25519 key of type 01 or 04.`, {
      name: match[1]!,
    })
  return ok({ name: match[1]!, keyId: Number.parseInt(match[2]!, 16), type, material: bytes.subarray(1) })
}
