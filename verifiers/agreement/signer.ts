import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'

/**
 * A key that signs notes, written for these tests alone: a bug that the log package's signing and verifying share
 * would not show if the tests signed with it. It also signs what that package refuses to.
 */
export type Signer = {
  readonly name: string
  /** The public key as `name+id+base64`. */
  readonly vkey: string
  /** The private key: 32 bytes (RFC 8032). */
  readonly secret: Uint8Array
  /** The signature line for a note's text (type 01), or for a cosigner the cosignature at `seconds` (type 04). */
  line(text: string, seconds?: number): string
}

/** The log's key: type 01, Ed25519 over the text. `seed` is any text. */
export function logKey(name: string, seed: string): Signer {
  const { key, publicKey, secret } = keyPair(seed)
  return signer(name, 1, publicKey, secret, text => sign(null, Buffer.from(text), key))
}

/** A witness's key: type 04, Ed25519 over a header with the time and the text (C2SP tlog-cosignature). */
export function witnessKey(name: string, seed: string): Signer {
  const { key, publicKey, secret } = keyPair(seed)
  return signer(name, 4, publicKey, secret, (text, seconds) => {
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(BigInt(seconds))
    return Buffer.concat([time, sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), key)])
  })
}

/** A checkpoint's text. What stands in it need not be right. */
export function headText(origin: string, size: number | string, root: Uint8Array | string): string {
  return `${origin}\n${size}\n${typeof root === 'string' ? root : Buffer.from(root).toString('base64')}\n`
}

/** A note: its text, a blank line, and a signature line of each signer. */
export function signNote(text: string, signers: readonly Signer[], seconds = 1_719_550_800): Uint8Array {
  return new TextEncoder().encode(`${text}\n${signers.map(each => each.line(text, seconds)).join('')}`)
}

function signer(
  name: string,
  type: number,
  publicKey: Buffer,
  secret: Uint8Array,
  signature: (text: string, seconds: number) => Buffer,
): Signer {
  const typed = Buffer.concat([Buffer.of(type), publicKey])
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  return {
    name,
    secret,
    vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    line: (text, seconds = 0) =>
      `— ${name} ${Buffer.concat([id, signature(text, seconds)]).toString('base64')}\n`,
  }
}

function keyPair(seed: string): { key: KeyObject; publicKey: Buffer; secret: Uint8Array } {
  const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
  const secret = new Uint8Array(createHash('sha256').update(seed).digest())
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, secret]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { key, publicKey, secret }
}
