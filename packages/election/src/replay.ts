import { extraKey, remember } from './boxes/facts.ts'
import { rejudge } from './boxes/settle.ts'
import { settingsOf } from './checks/finding.ts'
import { takeEffect } from './effects.ts'
import type { Building, Election, Entry, Signature } from './election.ts'
import { filingPerson } from './people/candidacies.ts'
import { forceOf } from './people/force.ts'
import { bodyPeople, type Person, type Sha256 } from './people/person.ts'
import { standing } from './people/standing.ts'
import type { WhyNot } from './reasons.ts'
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
export type Effect = { readonly force: true } | { readonly force: false; readonly why: WhyNot }

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
    settings: settingsOf(definition),
    size: 0,
    time: 0,
    entries: new Map(),
    people: bodyPeople(definition, sha256),
    areas: new Map(),
    candidacies: new Map(),
    lists: new Map(),
    rounds: new Map(),
    dates: new Map(),
    docket: new Map(),
    extras: new Map(),
    signed: new Map(),
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
  const added = sign(building, entry, recorded)
  if (entry.force !== undefined) {
    if (added.length > 0) signedLater(building, entry, added)
  } else if (gainForce(building, entry, recorded.index)) admitExtras(building, entry, recorded.index)
  return entry.force === undefined ? { force: false, why: entry.why! } : { force: true }
}

function enter(building: Building, { id, index, statement }: Recorded): Entry {
  const entry: Entry = { id, index, statement, signatures: none, standing: none }
  building.entries.set(id, entry)
  return entry
}

const none: readonly Signature[] = []

/** Adds the signatures of keys that are known at a smaller index, and gives these. */
function sign(building: Building, entry: Entry, { index, signers }: Recorded): readonly Signature[] {
  const added: Signature[] = []
  const filing = filingPerson(building, entry.statement, entry.index)
  for (const kid of signers) {
    const person = building.people.get(kid) ?? (filing?.kid === kid ? filing : undefined)
    if (!person || (person.index >= index && person !== filing)) continue
    if (isAmong(entry.signatures, person) || isAmong(added, person)) continue
    added.push({ person, index })
  }
  // A copy has no room to spare, which of a million entries is a hundred megabytes.
  if (added.length > 0)
    entry.signatures = entry.signatures.length === 0 ? added.slice() : [...entry.signatures, ...added]
  return added
}

function isAmong(signatures: readonly Signature[], person: Person): boolean {
  return signatures.some(signature => signature.person === person)
}

function gainForce(building: Building, entry: Entry, index: number): boolean {
  const why = obstacle(building, entry) ?? takeEffect(building, entry, index)
  if (why === undefined) {
    entry.force = index
    if (entry.why !== undefined) delete entry.why
    return true
  }
  delete entry.force
  entry.why = why
  return false
}

/** What keeps the statement from force before its contents are looked at. */
function obstacle(building: Building, entry: Entry): WhyNot | undefined {
  const { statement } = entry
  if (building.closed !== undefined) return 'record-closed'
  if (statement.kind !== 'definition' && statement.definition !== building.definitionId)
    return 'other-definition'
  const { name, force } = kindNamed(statement.kind)
  entry.standing = standing(building, entry, entry.signatures)
  const counted = entry.standing.map(({ person }) => person)
  return forceOf(force, counted, building.least.get(name)) ? undefined : 'quorum'
}

/** Signatures added to what has force already: an agent's, say, who signs in the evening. */
function signedLater(building: Building, entry: Entry, added: readonly Signature[]): void {
  const { statement } = entry
  const counted = building.closed === undefined ? standing(building, entry, added) : none
  if (counted.length === 0) return
  entry.standing = [...entry.standing, ...counted]
  if (!('box' in statement) || statement.box === undefined) return
  const round = building.rounds.get(statement.round)
  const box = round?.boxes.get(statement.box)
  if (!round || !box) return
  if (statement.kind === 'form') remember(building, entry, box)
  rejudge(building, round, box)
}

/** Statements that waited for their box to come onto the list. */
function admitExtras(building: Building, { statement }: Entry, index: number): void {
  const added =
    statement.kind === 'boxes' ? statement.boxes : statement.kind === 'amend' ? statement.added : undefined
  for (const { id } of added ?? [])
    for (const round of building.rounds.keys()) {
      const waiting = building.extras.get(extraKey(round, id)) ?? []
      building.extras.delete(extraKey(round, id))
      for (const entry of waiting) gainForce(building, entry, index)
    }
}
