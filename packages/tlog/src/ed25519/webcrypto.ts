import { joinBytes } from '../bytes.ts'
import type { Ed25519Engine, SigningKey } from './ed25519.ts'
import { isStrict } from './strict.ts'

const algorithm = 'Ed25519'

/** Ed25519 by WebCrypto: a browser's own, on its own threads; in a page only where the context is secure. */
export const webCrypto: Ed25519Engine = {
  name: 'WebCrypto',
  async verify(publicKey, message, signature) {
    if (!isStrict(publicKey, signature)) return false
    const key = await importPublicKey(publicKey)
    return key !== undefined && crypto.subtle.verify(algorithm, key, unshared(signature), unshared(message))
  },
  async signingKeyFromSeed(seed) {
    const { x } = await crypto.subtle.exportKey('jwk', await importSeed(seed, true))
    const publicKey = Uint8Array.from(atob(x!.replaceAll('-', '+').replaceAll('_', '/')), c =>
      c.charCodeAt(0),
    )
    return webCryptoSigningKey(await importSeed(seed, false), publicKey)
  },
}

/** A signing key around a WebCrypto private key, which need not be extractable. */
export function webCryptoSigningKey(privateKey: CryptoKey, publicKey: Uint8Array): SigningKey {
  return {
    publicKey,
    sign: async message => new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, unshared(message))),
  }
}

/** Whether this runtime's WebCrypto knows Ed25519 and may be used here. */
export async function hasWebCrypto(): Promise<boolean> {
  const seed = new Uint8Array(32)
  return globalThis.crypto?.subtle === undefined ? false : importSeed(seed, false).then(Boolean, () => false)
}

function importPublicKey(publicKey: Uint8Array): Promise<CryptoKey | undefined> {
  // Some engines refuse here, not in `verify`, bytes that are no point of the curve.
  return crypto.subtle
    .importKey('raw', unshared(publicKey), algorithm, false, ['verify'])
    .catch(() => undefined)
}

/** PKCS #8 is the only form in which WebCrypto takes a seed: a fixed prefix (RFC 8410) and the 32 bytes. */
function importSeed(seed: Uint8Array, extractable: boolean): Promise<CryptoKey> {
  const prefix = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)
  return crypto.subtle.importKey('pkcs8', unshared(joinBytes(prefix, seed)), algorithm, extractable, ['sign'])
}

/** WebCrypto's types want it said that the memory is not shared between threads. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>
}
