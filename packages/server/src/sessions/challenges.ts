import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Challenges that need no room until they are used: 32 bytes, of which the first 6 say until when (seconds), the next
 * 10 are random, and the last 16 prove that this server made them for that key.
 */
export type Challenges = {
  make(kid: string): { readonly challenge: Uint8Array; readonly expires: number }
  /** Whether the challenge was made here for this key, has not run out, and is used for the first time. */
  use(kid: string, challenge: Uint8Array): boolean
}

/** Seconds in which a challenge is to be answered. */
const lifetime = 120

/** @param now milliseconds */
export function challenges(now: () => number, random: (bytes: number) => Uint8Array): Challenges {
  const secret = random(32)
  /** Those used already, until when they would have been good. */
  const used = new Map<string, number>()
  const proof = (kid: string, start: Uint8Array) =>
    createHmac('sha256', secret).update(kid).update('\n').update(start).digest().subarray(0, 16)
  const seconds = () => Math.floor(now() / 1000)

  return {
    make(kid) {
      const expires = seconds() + lifetime
      const start = Buffer.concat([Buffer.alloc(6), random(10)])
      start.writeUIntBE(expires, 0, 6)
      return { challenge: new Uint8Array(Buffer.concat([start, proof(kid, start)])), expires }
    },
    use(kid, challenge) {
      if (challenge.length !== 32) return false
      const start = Buffer.from(challenge.subarray(0, 16))
      const expires = start.readUIntBE(0, 6)
      if (!timingSafeEqual(proof(kid, start), challenge.subarray(16)) || expires < seconds()) return false
      const name = Buffer.from(challenge).toString('base64')
      if (used.has(name)) return false
      for (const [other, until] of used) if (until < seconds()) used.delete(other)
      used.set(name, expires)
      return true
    },
  }
}
