import type { Statement } from '@countersign/election'
import { fromHex } from '@countersign/election'
import { isStrictPublicKey, ok, type Result } from '@countersign/tlog'
import { type Code, refuseAs } from './codes.ts'
import { kidOf } from './envelope.ts'

/**
 * The keys that entries have brought so far, by key ID. Grows with the log and forgets nothing: a revoked key still
 * makes an entry admissible, and whether a signature counts is the replay's to say.
 */
export type KeyRing = {
  /** The 32 bytes of a key, or undefined where no earlier entry brought it. */
  keyOf(kid: string): Uint8Array | undefined
  /**
   * Takes in the keys that an admissible statement brings. Refusals: `weak-key`, `kid-taken` (another key has the
   * ID; the same key again is no harm). After a refusal the ring is as before.
   */
  take(statement: Statement): Result<void>
  /** Whether `take` would refuse, changing nothing. */
  check(statement: Statement): Result<void>
}

/** An empty ring. @param idOf how a key is named; a parameter, since nobody has two keys with one ID to try it with */
export function keyRing(idOf: (publicKey: Uint8Array) => string = kidOf): KeyRing {
  const keys = new Map<string, string>()
  // Kept as text, which takes half the room; the last one read, since one person often signs thousands in a row.
  let last: { readonly kid: string; readonly key: Uint8Array } | undefined
  function coming(statement: Statement): Result<ReadonlyMap<string, string>> {
    const coming = new Map<string, string>()
    for (const key of keysBrought(statement)) {
      const publicKey = fromHex(key)
      const kid = idOf(publicKey)
      const fault = keyFault(publicKey, key, coming.get(kid) ?? keys.get(kid))
      if (fault) return refuseAs(fault, { kid })
      coming.set(kid, key)
    }
    return ok(coming)
  }
  return {
    keyOf: kid => {
      if (last?.kid === kid) return last.key
      const key = keys.get(kid)
      if (key === undefined) return undefined
      last = { kid, key: fromHex(key) }
      return last.key
    },
    take(statement) {
      const checked = coming(statement)
      if (!checked.ok) return checked
      for (const [kid, key] of checked.value) keys.set(kid, key)
      return ok(undefined)
    },
    check(statement) {
      const checked = coming(statement)
      return checked.ok ? ok(undefined) : checked
    },
  }
}

function keyFault(publicKey: Uint8Array, key: string, taken: string | undefined): Code | undefined {
  if (!isStrictPublicKey(publicKey)) return 'weak-key'
  return taken === undefined || taken === key ? undefined : 'kid-taken'
}

/** The public keys, in hex, that may sign after this statement. */
export function keysBrought(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'definition':
      return statement.bodies.flatMap(({ keys }) => keys.map(({ key }) => key))
    case 'enrol':
      return statement.keys.map(({ key }) => key)
    case 'candidacy':
      return statement.key === undefined ? [] : [statement.key]
    default:
      return []
  }
}
