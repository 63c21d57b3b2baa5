/** Plain Ed25519 signatures on notes (type 01), C2SP signed-note: 64 bytes over the note's text. */
import { ed25519 } from '../ed25519/available.ts'
import type { Ed25519, Ed25519Engine, SigningKey } from '../ed25519/ed25519.ts'
import { ok, type Result, refuse } from '../result.ts'
import { utf8 } from '../text.ts'
import { type KeyType, keyIdOf, noteKey, parseSkey, parseVkey, type VerifierKey } from './key.ts'
import type { Signer, Verifier } from './note.ts'

/** A verifier for the notes signed by `vkey` (type 01); or `bad-key`. */
export function noteVerifier(vkey: string, engine: Ed25519 = ed25519): Result<Verifier & VerifierKey> {
  const key = keyOfType(noteKey, vkey)
  if (!key.ok) return key
  return ok({
    ...key.value,
    verify: (text: string, signature: Uint8Array) =>
      engine.verify(key.value.publicKey, utf8(text), signature),
  })
}

/** A signer of notes named `name`, with a key that may be kept anywhere. */
export function noteSigner(name: string, key: SigningKey): Signer {
  return {
    name,
    keyId: keyIdOf(name, noteKey, key.publicKey),
    sign: text => key.sign(utf8(text)),
  }
}

/** The signer whose private key is `skey` (type 01); or `bad-key`. */
export async function noteSignerFrom(skey: string, engine: Ed25519Engine = ed25519): Promise<Result<Signer>> {
  const key = await openSkey(noteKey, skey, engine)
  return key.ok ? ok(noteSigner(key.value.name, key.value.signingKey)) : key
}

/** The verifier key in `vkey` if it is of `type`; or `bad-key`. */
export function keyOfType(type: KeyType, vkey: string): Result<VerifierKey> {
  const key = parseVkey(vkey)
  return !key.ok || key.value.type === type ? key : wrongType(key.value.name, type)
}

/** The name and signing key in `skey` if it is of `type` and its key ID is its own; or `bad-key`. */
export async function openSkey(
  type: KeyType,
  skey: string,
  engine: Ed25519Engine,
): Promise<Result<{ readonly name: string; readonly signingKey: SigningKey }>> {
  const key = parseSkey(skey)
  if (!key.ok) return key
  const { name, keyId } = key.value
  if (key.value.type !== type) return wrongType(name, type)
  const signingKey = await engine.signingKeyFromSeed(key.value.seed)
  if (keyIdOf(name, type, signingKey.publicKey) !== keyId)
    return refuse('bad-key', `The signer key of ${name} has a key ID that is not its own.`, { name })
  return ok({ name, signingKey })
}

function wrongType(name: string, type: KeyType) {
  return refuse('bad-key', `The key of ${name} is not of type 0${type}.`, { name })
}
