import { buildLog, formatVkey, noteKey, noteSigner, verifierKey } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'

/** A log in memory whose entry of index i is the text `entry i`. */
export async function bigLog(entries: number) {
  const key = await sodiumNative.signingKeyFromSeed(new Uint8Array(32).fill(7))
  const files = await buildLog(
    Array.from({ length: entries }, (_, i) => new TextEncoder().encode(`entry ${i}`)),
    noteSigner('bench', key),
  )
  return { files, vkey: formatVkey(verifierKey('bench', noteKey, key.publicKey)) }
}
