import type { AreaNode } from './areas/tree.ts'
import type { Box } from './boxes/box.ts'
import type { Numbers } from './checks/figures.ts'
import type { Placed, Settings } from './checks/finding.ts'
import type { Columns, Row } from './count/columns.ts'
import type { Sums } from './count/sums.ts'
import type { Least } from './people/force.ts'
import type { Person, Sha256 } from './people/person.ts'
import type { WhyNot } from './reasons.ts'
import type { Announce } from './statements/announce.ts'
import type { Ballot } from './statements/ballot.ts'
import type { ListedBox } from './statements/boxes.ts'
import type { Candidacy } from './statements/candidacy.ts'
import type { Certify } from './statements/certify.ts'
import type { Complaint } from './statements/complaint.ts'
import type { Declare } from './statements/declare.ts'
import type { Definition } from './statements/definition.ts'
import type { Extend } from './statements/extend.ts'
import type { Import } from './statements/import.ts'
import type { Release } from './statements/release.ts'
import type { Ruling } from './statements/ruling.ts'
import type { Statement } from './statements/statement.ts'
import type { CentreTally } from './statements/tally.ts'

/** A statement as the record holds it: its first entry, who has signed it since, and what came of it. */
export interface Entry<S extends Statement = Statement> {
  readonly id: string
  readonly index: number
  readonly statement: S
  /** Every signature by a known key, each from its own index. */
  signatures: readonly Signature[]
  /** Those of them that count: by a key that reaches what the statement is about, and was not revoked before. */
  standing: readonly Signature[]
  /** The index from which it has force; absent while it has none, and then `why` says why. */
  force?: number
  why?: WhyNot
}

export interface Signature {
  readonly person: Person
  readonly index: number
}

/** One round as counted so far. It begins with its ballot. */
export interface RoundState {
  readonly number: number
  readonly rule: Definition['rounds'][number]
  readonly ballot: Entry<Ballot>
  readonly numbers: Numbers
  readonly columns: Columns
  /** A row to lay figures out in; the builder's own. */
  readonly scratch: Row
  readonly sums: Sums
  /** Of a live election: the boxes on the list, and which of them lie directly in each area. */
  readonly boxes: Map<string, Box>
  readonly boxesIn: Map<string, Set<string>>
  /** By serial, the boxes with a form that has it, and since which index. */
  readonly serials: Map<string, Map<string, number>>
  readonly extensions: Entry<Extend>[]
  released?: Entry<Release>
  /** The index at which the deadline for forms passed. */
  due?: number
  /** Of an archive: rows as published once, by box or area. */
  readonly imports: Map<string, Entry<Import>>
  readonly announcements: Entry<Announce>[]
  readonly tallies: Entry<CentreTally>[]
  readonly declarations: Entry<Declare>[]
  readonly certifications: Entry<Certify>[]
  /** Rulings on the round itself: void, or a tie. */
  readonly rulings: Entry<Ruling>[]
  /** Findings on sums and outcomes; a box's own are with the box. */
  readonly findings: Placed[]
}

/** A contest and what came of it. */
export interface Contest {
  readonly complaint: Entry<Complaint>
  readonly rulings: Entry<Ruling>[]
}

/** A candidacy from its filing on. */
export interface Standing {
  readonly filed: Entry<Candidacy>
  readonly steps: Entry<Candidacy>[]
}

/** The boxes listed for a round; those of round 0 are in every round. */
export interface BoxList {
  readonly boxes: Map<string, ListedBox>
  sealed?: number
}

/** The state that `replay` builds. It never leaves the package except as an `Election`. */
export interface Building {
  readonly definition: Definition
  readonly definitionId: string
  readonly sha256: Sha256
  readonly levels: readonly string[]
  readonly least: ReadonlyMap<string, Least>
  readonly settings: Settings
  /** Entries applied: the size of the tree that this state is of. */
  size: number
  /** The last `time`, in UTC seconds. */
  time: number
  /** The index of `close`. */
  closed?: number
  readonly entries: Map<string, Entry>
  readonly people: Map<string, Person>
  readonly areas: Map<string, AreaNode>
  readonly candidacies: Map<string, Standing>
  readonly lists: Map<number, BoxList>
  readonly rounds: Map<number, RoundState>
  /** Dates decided, by round and ID, in UTC seconds. */
  readonly dates: Map<number, Map<string, number>>
  readonly docket: Map<string, Contest>
  /** Statements about a box that is not on the list; they gain force if it comes onto it. */
  readonly extras: Map<string, Entry[]>
  /** Boxes of which a person has signed the form. */
  readonly signed: Map<Person, Set<Box>>
}

/** A value that its reader cannot change. */
export type View<T> = T extends (...given: never[]) => unknown
  ? T
  : T extends Float64Array | Uint8Array
    ? T
    : T extends ReadonlyMap<infer K, infer V>
      ? ReadonlyMap<K, View<V>>
      : T extends ReadonlySet<infer V>
        ? ReadonlySet<View<V>>
        : T extends object
          ? { readonly [K in keyof T]: View<T[K]> }
          : T

/** The state of an election at a version of its record, to read. */
export interface Election extends View<Building> {}
