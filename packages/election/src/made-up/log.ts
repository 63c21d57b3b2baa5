import type { Election } from '../election.ts'
import { toHex } from '../hex.ts'
import { kidOf, type Sha256 } from '../people/person.ts'
import { apply, type Effect, type Recorded, start } from '../replay.ts'
import type { Definition } from '../statements/definition.ts'
import type { Statement } from '../statements/statement.ts'

type Unbound<S> = S extends { readonly definition: string }
  ? Omit<S, 'definition' | 'round'> & { readonly round?: number }
  : never
/** A statement without what the log knows: the definition, and the round where it is 0. */
export type Draft = Unbound<Statement>

/** A log without bytes or signatures, for tests: who signs is named by public key. */
export interface Log {
  readonly entries: readonly Recorded[]
  /** Records a statement signed by these keys; the same again adds the signatures. Returns its ID. */
  readonly add: (draft: Draft, ...keys: readonly string[]) => string
  /** The election after the first `size` entries. */
  readonly replay: (size?: number) => Election
  /** Another log that goes on from here. */
  readonly fork: () => Log
  /** What each entry did. */
  readonly effects: () => readonly Effect[]
}

/** A log that begins with a definition, signed by its first body's first key. */
export function logOf(definition: Definition, sha256: Sha256, before: readonly Recorded[] = []): Log {
  const idOf = (statement: Statement) => toHex(sha256(new TextEncoder().encode(JSON.stringify(statement))))
  const definitionId = before[0]?.id ?? idOf(definition)
  const entries = [...before]
  const known = new Set(before.map(({ id }) => id))
  const record = (statement: Statement, keys: readonly string[]) => {
    const id = idOf(statement)
    const signers = keys.map(key => kidOf(key, sha256))
    entries.push({ index: entries.length, id, statement, signers, again: known.has(id) })
    known.add(id)
    return id
  }
  if (before.length === 0) record(definition, [definition.bodies[0]!.keys[0]!.key])
  return {
    entries,
    fork: () => logOf(definition, sha256, entries),
    add: (draft, ...keys) => record({ definition: definitionId, round: 0, ...draft } as Statement, keys),
    replay: (size = entries.length) =>
      replayed(entries.slice(0, size), definition, definitionId, sha256).election,
    effects: () => replayed(entries, definition, definitionId, sha256).effects,
  }
}

/** Entries from nothing. */
export function replayed(
  entries: readonly Recorded[],
  definition: Definition,
  definitionId: string,
  sha256: Sha256,
): { readonly election: Election; readonly effects: readonly Effect[] } {
  const election = start(definition, definitionId, sha256)
  return { election, effects: entries.map(entry => apply(election, entry)) }
}

/** A public key for tests: the same for the same number, and nobody's. */
export function keyOf(number: number): string {
  return number.toString(16).padStart(64, '0')
}
