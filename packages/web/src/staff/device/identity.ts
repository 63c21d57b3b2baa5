import { kidOf, type Signature, signPayload } from '@countersign/record'
import { noble, type SigningKey, webCrypto, webCryptoSigningKey } from '@countersign/tlog'
import { changed, database, durable } from './database.ts'

/**
 * How the key is kept. `webcrypto`: made by the browser, which never gives it out. `wrapped`: in a browser that
 * lacks Ed25519, made in JavaScript and locked by a key that the browser never gives out. `issued`: of a sealed seed.
 */
export type KeyKind = 'webcrypto' | 'wrapped' | 'issued'

type Secret =
  | { readonly sort: 'native'; readonly key: CryptoKey }
  | {
      readonly sort: 'wrapped'
      readonly by: CryptoKey
      readonly iv: Uint8Array<ArrayBuffer>
      readonly sealed: ArrayBuffer
    }

/** Whose key it is, as the record says. */
export interface Person {
  readonly kid: string
  readonly role: string
  readonly side: string
  readonly card: string
  readonly box?: string
  readonly area?: string
}

/** A key of this device, and what is known of its holder. */
export interface Identity {
  readonly kid: string
  readonly publicKey: Uint8Array
  readonly kind: KeyKind
  readonly secret: Secret
  /** Milliseconds. */
  readonly made: number
  /** The invitation that it answered, until its side has enrolled it. */
  readonly invited?: Omit<Person, 'kid' | 'card'> & { readonly sideName?: string }
  /** Whom the server took it for at the last session: known without a network, too. */
  readonly person?: Person
}

const algorithm = 'Ed25519'

/** Whether this page may keep keys: browsers give none to pages over plain http. */
export function canKeepKeys(): boolean {
  return globalThis.isSecureContext && globalThis.crypto?.subtle !== undefined
}

/** Makes a key on this device, which cannot be taken out of it, and keeps it. */
export async function makeIdentity(more: Pick<Identity, 'invited'> = {}): Promise<Identity> {
  return keepIdentity({ ...((await nativeKey()) ?? (await wrappedKey())), ...more })
}

/** Keeps the key of a sealed seed (32 bytes), from which it cannot be taken out again. */
export async function keepSeed(seed: Uint8Array): Promise<Identity> {
  return keepIdentity({ ...(await wrap(seed)), kind: 'issued' })
}

/** Writes what has become known of a key's holder. */
export async function keepIdentity(identity: Identity): Promise<Identity> {
  const kept = await database()
  const writing = kept.transaction('identities', 'readwrite', durable)
  await writing.store.put(identity)
  await writing.done
  changed('identities')
  return identity
}

/** The device's keys, the first made first. */
export async function identities(): Promise<readonly Identity[]> {
  const all = await (await database()).getAll('identities')
  return all.sort((a, b) => a.made - b.made)
}

/** The signing key; its private part stays where it is. */
export function signingKeyOf({ publicKey, secret }: Identity): SigningKey {
  if (secret.sort === 'native') return webCryptoSigningKey(secret.key, publicKey)
  return {
    publicKey,
    sign: async message => {
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: secret.iv }, secret.by, secret.sealed)
      const seed = new Uint8Array(opened)
      const signature = (await noble.signingKeyFromSeed(seed)).sign(message)
      seed.fill(0)
      return signature
    },
  }
}

/** This key's signature of a statement's bytes. */
export async function signWith(identity: Identity, payload: Uint8Array): Promise<Signature> {
  const [signature] = await signPayload(payload, [signingKeyOf(identity)])
  return signature!
}

/** One signature by a sealed seed, of which nothing stays on the device. */
export async function signWithSeed(
  seed: Uint8Array,
  payloads: readonly Uint8Array[],
): Promise<readonly Signature[]> {
  const key = await seedKey(seed)
  return (await Promise.all(payloads.map(payload => signPayload(payload, [key])))).flat()
}

async function seedKey(seed: Uint8Array): Promise<SigningKey> {
  return (await webCryptoSigns()) ? webCrypto.signingKeyFromSeed(seed) : noble.signingKeyFromSeed(seed)
}

async function webCryptoSigns(): Promise<boolean> {
  return crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']).then(
    () => true,
    () => false,
  )
}

type New = Pick<Identity, 'kid' | 'publicKey' | 'kind' | 'secret' | 'made'>

async function nativeKey(): Promise<New | undefined> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']).catch(() => undefined)
  if (pair === undefined) return undefined
  const { publicKey: open, privateKey: key } = pair as CryptoKeyPair
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', open))
  return { ...named(publicKey), kind: 'webcrypto', secret: { sort: 'native', key } }
}

async function wrappedKey(): Promise<New> {
  return { ...(await wrap(crypto.getRandomValues(new Uint8Array(32)))), kind: 'wrapped' }
}

async function wrap(seed: Uint8Array): Promise<Omit<New, 'kind'>> {
  const { publicKey } = await noble.signingKeyFromSeed(seed)
  const by = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, by, seed.slice())
  return { ...named(publicKey), secret: { sort: 'wrapped', by, iv, sealed } }
}

function named(publicKey: Uint8Array): Pick<New, 'kid' | 'publicKey' | 'made'> {
  return { kid: kidOf(publicKey), publicKey, made: Date.now() }
}
