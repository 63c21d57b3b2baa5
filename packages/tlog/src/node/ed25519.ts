import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import sodium from 'sodium-native'
import type { Ed25519Engine } from '../ed25519/ed25519.ts'
import { isStrict } from '../ed25519/strict.ts'

/** Ed25519 by libsodium: the fastest under Node. */
export const sodiumNative: Ed25519Engine = {
  name: 'sodium-native',
  verify: (publicKey, message, signature) =>
    isStrict(publicKey, signature) && sodium.crypto_sign_verify_detached(signature, message, publicKey),
  signingKeyFromSeed(seed) {
    const publicKey = new Uint8Array(32)
    const secretKey = new Uint8Array(64)
    sodium.crypto_sign_seed_keypair(publicKey, secretKey, seed)
    return {
      publicKey,
      sign(message) {
        const signature = new Uint8Array(64)
        sodium.crypto_sign_detached(signature, message, secretKey)
        return signature
      },
    }
  },
}

/** Ed25519 by Node's own OpenSSL. */
export const nodeCrypto: Ed25519Engine = {
  name: 'node:crypto',
  verify(publicKey, message, signature) {
    if (!isStrict(publicKey, signature)) return false
    const key = publicKeyObject(publicKey)
    return key !== undefined && verify(null, message, key, signature)
  },
  signingKeyFromSeed(seed) {
    const prefix = Uint8Array.from(atob('MC4CAQAwBQYDK2VwBCIEIA=='), character => character.charCodeAt(0))
    const der = new Uint8Array([...prefix, ...seed])
    const key = createPrivateKey({ key: der as never, format: 'der', type: 'pkcs8' })
    const x = createPublicKey(key).export({ format: 'jwk' }).x!
    return {
      publicKey: Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0)),
      sign: message => new Uint8Array(sign(null, message, key)),
    }
  },
}

function publicKeyObject(publicKey: Uint8Array): KeyObject | undefined {
  const x = btoa(String.fromCharCode(...publicKey))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    return undefined
  }
}
