/**
 * Cosignatures (type 04), C2SP tlog-cosignature: a witness states that at this time, this checkpoint was the
 * largest that it had seen of the log, and consistent with all before. What it signs:
 *
 *     cosignature/v1
 *     time 1679315147
 *     example.com/behind-the-sofa
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 * and its line on the checkpoint, where key ID, time (uint64) and 64 bytes of Ed25519 are in the base64:
 *
 *     — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
 */
import { joinBytes } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { ed25519 } from './ed25519/available.ts'
import type { Ed25519, Ed25519Engine, SigningKey } from './ed25519/ed25519.ts'
import { cosignerKey, keyIdOf, type VerifierKey } from './note/key.ts'
import type { NoteSignature, Verifier } from './note/note.ts'
import { keyOfType, openSkey } from './note/signature.ts'
import { ok, type Result } from './result.ts'
import { utf8 } from './text.ts'

/** A witness's key, ready to cosign. It has one key, used for nothing else. */
export type Cosigner = { readonly name: string; readonly keyId: number; readonly key: SigningKey }

/** A cosigner named `name`, with a key that may be kept anywhere. */
export function cosigner(name: string, key: SigningKey): Cosigner {
  return { name, keyId: keyIdOf(name, cosignerKey, key.publicKey), key }
}

/** The cosigner whose private key is `skey` (type 04); or `bad-key`. */
export async function cosignerFrom(skey: string, engine: Ed25519Engine = ed25519): Promise<Result<Cosigner>> {
  const key = await openSkey(cosignerKey, skey, engine)
  return key.ok ? ok(cosigner(key.value.name, key.value.signingKey)) : key
}

/**
 * The witness's signature on a checkpoint's text, at `time` (seconds since 1970, UTC). That the checkpoint is
 * the log's, and consistent with the last one cosigned, is for the witness to have checked.
 */
export async function cosign(text: string, time: number, witness: Cosigner): Promise<NoteSignature> {
  if (!Number.isSafeInteger(time) || time < 0) throw new Error('a time is in whole seconds')
  if (!parseCheckpoint(text).ok) throw new Error('only checkpoints are cosigned')
  const timestamp = new Uint8Array(8)
  new DataView(timestamp.buffer).setBigUint64(0, BigInt(time))
  const signature = await witness.key.sign(cosignedMessage(text, time))
  return { name: witness.name, keyId: witness.keyId, signature: joinBytes(timestamp, signature) }
}

/** A verifier for the cosignatures by `vkey` (type 04); or `bad-key`. */
export function cosignatureVerifier(vkey: string, engine: Ed25519 = ed25519): Result<Verifier & VerifierKey> {
  const key = keyOfType(cosignerKey, vkey)
  if (!key.ok) return key
  return ok({
    ...key.value,
    verify(text: string, signature: Uint8Array) {
      const time = cosignatureTime(signature)
      if (time === undefined || !parseCheckpoint(text).ok) return false
      return engine.verify(key.value.publicKey, cosignedMessage(text, time), signature.subarray(8))
    },
  })
}

/**
 * The time in a cosignature's bytes, in seconds since 1970, UTC; undefined where they are not 72, or the time
 * is past 2^53−1. To be believed only of a verified one, and as the witness's own clock.
 */
export function cosignatureTime(signature: Uint8Array): number | undefined {
  if (signature.length !== 72) return undefined
  const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0))
  return Number.isSafeInteger(time) ? time : undefined
}

function cosignedMessage(text: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`)
}
