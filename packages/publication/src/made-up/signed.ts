import { fromHex, type Recorded, type Statement, toHex } from '@countersign/election'
import { kidOf, payloadOf, sign, statementId } from '@countersign/record'
import type { Result, SigningKey } from '@countersign/tlog'

/**
 * The entries of a made-up election, signed for real: each of its public keys, which are nobody's, becomes the seed of
 * a key pair, and every statement names the keys and statements by what they have become.
 */
export async function signedForReal(
  recorded: readonly Recorded[],
  keyFromSeed: (seed: Uint8Array) => SigningKey | Promise<SigningKey>,
): Promise<Uint8Array[]> {
  const become = new Map<string, string>()
  const keys = new Map<string, SigningKey>()
  const entries: Uint8Array[] = []
  for (const { id, statement, signers } of recorded) {
    for (const seed of keysIn(statement)) {
      const key = await keyFromSeed(fromHex(seed))
      become.set(seed, toHex(key.publicKey))
      keys.set(kidOf(fromHex(seed)), key)
    }
    const real = renamed(statement, become) as Statement
    become.set(id, statementId(given(payloadOf(real))))
    entries.push(
      given(
        await sign(
          real,
          signers.map(kid => keys.get(kid)!),
        ),
      ),
    )
  }
  return entries
}

function keysIn(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'definition':
      return statement.bodies.flatMap(({ keys }) => keys.map(({ key }) => key))
    case 'enrol':
      return statement.keys.map(({ key }) => key)
    case 'candidacy':
      return statement.step === 'filed' && statement.key !== undefined ? [statement.key] : []
    default:
      return []
  }
}

function renamed(value: unknown, become: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return become.get(value) ?? value
  if (Array.isArray(value)) return value.map(one => renamed(one, become))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, become)]))
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
