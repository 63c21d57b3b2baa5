import { takeEffect } from './effects.ts'
import type { Building, Election, Entry } from './election.ts'
import { forceOf } from './people/force.ts'
import { bodyPeople, type Person, type Sha256 } from './people/person.ts'
import { inScope } from './people/scope.ts'
import type { Definition } from './statements/definition.ts'
import { kindNamed, type Statement } from './statements/statement.ts'

/** An admissible entry of the log: its signatures are checked already. */
export interface Recorded {
  readonly index: number
  /** The statement's ID, SHA-256 of its payload, in hexadecimal. */
  readonly id: string
  readonly statement: Statement
  /** The keys, as hexadecimal kids, whose signatures this entry adds. */
  readonly signers: readonly string[]
  /** The statement is recorded already; this entry only adds signatures. */
  readonly again: boolean
}

/** What an entry did: its statement has force, or the code of why not (its text is in `reasons.ts`). */
export type Effect = { readonly force: true } | { readonly force: false; readonly why: string }

/**
 * An election before its first entry.
 * @param definitionId the definition's statement ID, in hexadecimal
 * @param sha256 passed in, as the platform's is faster than any of ours
 */
export function start(definition: Definition, definitionId: string, sha256: Sha256): Election {
  const building: Building = {
    definition,
    definitionId,
    sha256,
    levels: definition.levels.map(({ id }) => id),
    least: new Map(definition.quorums?.map(({ kind, people, sides }) => [kind, { people, sides }])),
    size: 0,
    entries: new Map(),
    people: bodyPeople(definition, sha256),
    areas: new Map(),
    rounds: new Map(),
  }
  return building
}

/**
 * Takes one entry into the election, in the order of the log. Nothing is refused for its contents: what lacks
 * force stays in `entries` with the reason. The same entries in the same order give the same election, whether
 * applied as they arrive or from nothing.
 */
export function apply(election: Election, recorded: Recorded): Effect {
  // The view that callers hold is the builder itself, seen through a read-only type.
  const building = election as Building
  building.size = recorded.index + 1
  const entry = recorded.again ? building.entries.get(recorded.id) : enter(building, recorded)
  if (!entry) return { force: false, why: 'no-such-statement' }
  sign(building, entry, recorded)
  if (entry.force === undefined) gainForce(building, entry, recorded.index)
  return entry.force === undefined ? { force: false, why: entry.why! } : { force: true }
}

function enter(building: Building, { id, index, statement }: Recorded): Entry {
  const entry: Entry = { id, index, statement, signatures: [] }
  building.entries.set(id, entry)
  return entry
}

/** Adds the signatures of keys that are known at a smaller index. */
function sign(building: Building, entry: Entry, { index, signers }: Recorded): void {
  for (const kid of signers) {
    const person = building.people.get(kid)
    if (!person || person.index >= index) continue
    if (entry.signatures.some(signature => signature.person === person)) continue
    entry.signatures.push({ person, index })
  }
}

function gainForce(building: Building, entry: Entry, index: number): void {
  const why = obstacle(building, entry) ?? takeEffect(building, entry, index)
  if (why === undefined) {
    entry.force = index
    delete entry.why
  } else entry.why = why
}

/** What keeps the statement from force before its contents are looked at. */
function obstacle(building: Building, { statement, signatures }: Entry): string | undefined {
  if (statement.kind !== 'definition' && statement.definition !== building.definitionId)
    return 'other-definition'
  const { name, force } = kindNamed(statement.kind)
  const counted: Person[] = []
  for (const { person, index } of signatures)
    if (person.revoked === undefined || person.revoked > index)
      if (inScope(building.areas, person, statement)) counted.push(person)
  return forceOf(force, counted, building.least.get(name)) ? undefined : 'quorum'
}
