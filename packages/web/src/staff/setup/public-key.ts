import { fromHex } from '@countersign/election'
import { isStrictPublicKey } from '@countersign/tlog'

/** What the code of a public key begins with. */
const begins = 'CS1/K/'

/** A public key as a device shows it to whoever writes the definition: capitals, so that its QR code is small. */
export function keyCode(publicKey: Uint8Array): string {
  const hex = Array.from(publicKey, byte => byte.toString(16).padStart(2, '0')).join('')
  return begins + hex.toUpperCase()
}

/** The public key, in hexadecimal, in a text that was scanned or typed; nothing where there is none to be trusted. */
export function keyIn(typed: string): string | undefined {
  const hex = typed.trim().replace(begins, '').replaceAll(/[\s-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(hex) && isStrictPublicKey(fromHex(hex)) ? hex : undefined
}
