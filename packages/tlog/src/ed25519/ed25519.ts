/**
 * Ed25519 (RFC 8032) with one accept set everywhere.
 *
 * Implementations disagree on edge cases, and a dishonest signer could make a signature that only some
 * verifiers accept. So every engine here stands behind the same rules (`strict.ts`), and all of them give the
 * same answer to every key, message and signature.
 */
export type Ed25519 = {
  /** Whether `signature` (64 bytes) over `message` is by `publicKey` (32 bytes). Never throws on bad input. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>
}

/** A private key that signs, wherever it is kept. `sign` gives 64 bytes. */
export type SigningKey = {
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** An implementation that also makes signing keys out of 32-byte seeds (RFC 8032's private keys). */
export type Ed25519Engine = Ed25519 & {
  readonly name: string
  signingKeyFromSeed(seed: Uint8Array): SigningKey | Promise<SigningKey>
}
