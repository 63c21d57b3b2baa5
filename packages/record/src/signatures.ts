import type { Ed25519 } from '@countersign/tlog'
import { signedBytes } from './envelope.ts'

/** A statement's bytes, each signature on it, and the public key that is to have made it. */
export type Signed = { readonly payload: Uint8Array; readonly signatures: readonly KeyedSignature[] }

/** `kid` in hex, `signature` 64 bytes, `publicKey` 32 bytes. */
export type KeyedSignature = {
  readonly kid: string
  readonly signature: Uint8Array
  readonly publicKey: Uint8Array
}

/** A signature that does not verify: which statement of the batch, and whose. */
export type BadSignature = { readonly statement: number; readonly kid: string }

/**
 * Checks the signatures of many statements and names those that fail, in order. `width` is how many batches it
 * can work on at the same time.
 */
export type SignatureChecker = {
  readonly width: number
  check(batch: readonly Signed[]): Promise<readonly BadSignature[]>
}

/** Checks one after another, in this thread: for a browser, and for short records. */
export function inThisThread(engine: Ed25519): SignatureChecker {
  return { width: 1, check: batch => badSignatures(batch, engine) }
}

/** The signatures of a batch that `engine` refuses. */
export async function badSignatures(batch: readonly Signed[], engine: Ed25519): Promise<BadSignature[]> {
  const bad: BadSignature[] = []
  for (let statement = 0; statement < batch.length; statement++) {
    const { payload, signatures } = batch[statement]!
    for (const { kid, signature, publicKey } of signatures) {
      const verified = engine.verify(publicKey, signedBytes(payload, kid), signature)
      // A tick for each signature would cost as much as a tenth of it.
      if (!(typeof verified === 'boolean' ? verified : await verified)) bad.push({ statement, kid })
    }
  }
  return bad
}
