import type { Ed25519Engine } from './ed25519.ts'
import { noble } from './noble.ts'
import { hasWebCrypto, webCrypto } from './webcrypto.ts'

let found: Promise<Ed25519Engine> | undefined

/** WebCrypto where this runtime's knows Ed25519, else plain JavaScript. The default wherever none is given. */
export const ed25519: Ed25519Engine = {
  name: 'available',
  verify: async (publicKey, message, signature) => (await available()).verify(publicKey, message, signature),
  signingKeyFromSeed: async seed => (await available()).signingKeyFromSeed(seed),
}

function available(): Promise<Ed25519Engine> {
  found ??= hasWebCrypto().then(has => (has ? webCrypto : noble))
  return found
}
