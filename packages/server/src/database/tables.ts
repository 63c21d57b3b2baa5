import type { CentreTables } from '../centres/tables.ts'
import type { DayTables } from '../day/tables.ts'

/**
 * What is not, or never will be, on the record. Losing it loses no acknowledged statement. Times are moments; whatever
 * has a shape of its own is kept as JSON text, so that every engine keeps it alike.
 */
export interface Tables extends CentreTables, DayTables {
  sessions: {
    /** SHA-256 of the token, in hex: who reads the table cannot use it. */
    token: string
    kid: string
    /** In hex. */
    public_key: string
    created: Date
    expires: Date
  }
  /** The key that may set the election up until its definition is on the record: one row at most. */
  founders: { public_key: string; since: Date }
  invitations: {
    id: string
    /** SHA-256 of the code, in hex. */
    code: string
    side: string
    role: string
    card: string
    box: string | null
    area: string | null
    name_hash: string | null
    state: 'open' | 'answered' | 'withdrawn'
    public_key: string | null
    key_kind: string | null
    created: Date
    answered: Date | null
  }
  /** Every version that anyone saved; none is ever changed or removed. */
  drafts: {
    /** Whose it is: `box:<box>`, `key:<kid>` or `setup`. */
    owner: string
    key: string
    /** From 1, in the order in which they came. */
    version: number
    /** The version that its author had seen; 0 where none. */
    parent: number
    /** 1 where it went on from the last one; 0 where another had come between, and it stands beside. */
    follows: number
    body: string
    /** The key that saved it. */
    kid: string
    at: Date
  }
}
