import type { AreaNode } from './areas/tree.ts'
import type { Columns, Row } from './count/columns.ts'
import type { Sum } from './count/sum.ts'
import type { Least } from './people/force.ts'
import type { Person, Sha256 } from './people/person.ts'
import type { Announce } from './statements/announce.ts'
import type { Ballot } from './statements/ballot.ts'
import type { Definition } from './statements/definition.ts'
import type { Import } from './statements/import.ts'
import type { Statement } from './statements/statement.ts'

/** A statement as the record holds it: its first entry, who has signed it since, and what came of it. */
export interface Entry<S extends Statement = Statement> {
  readonly id: string
  readonly index: number
  readonly statement: S
  /** Every signature by a known key, each from its own index. */
  readonly signatures: Signature[]
  /** The index from which it has force; absent while it has none, and then `why` says why. */
  force?: number
  why?: string
}

export interface Signature {
  readonly person: Person
  readonly index: number
}

/** One round as counted so far. */
export interface RoundState {
  readonly number: number
  readonly rule: Definition['rounds'][number]
  readonly ballot: Entry<Ballot>
  readonly columns: Columns
  /** Rows of an archive: boxes and areas, each as published once. */
  readonly imports: Map<string, Entry<Import>>
  /** Sums of an archive: by the level that the rows are of, then by area. */
  readonly sums: Map<string, Map<string, Sum>>
  readonly announcements: Entry<Announce>[]
  /** A row to lay figures out in; the builder's own. */
  readonly scratch: Row
}

/** The state that `replay` builds. It never leaves the package except as an `Election`. */
export interface Building {
  readonly definition: Definition
  readonly definitionId: string
  readonly sha256: Sha256
  readonly levels: readonly string[]
  readonly least: ReadonlyMap<string, Least>
  /** Entries applied: the size of the tree that this state is of. */
  size: number
  readonly entries: Map<string, Entry>
  readonly people: Map<string, Person>
  readonly areas: Map<string, AreaNode>
  readonly rounds: Map<number, RoundState>
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
