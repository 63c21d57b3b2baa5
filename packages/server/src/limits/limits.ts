import { type Allowance, type Buckets, buckets } from './bucket.ts'
import type { Quotas } from './quota.ts'

/** What the server takes before it says “later”. */
export type LimitOptions = {
  /** Requests from one address that write. */
  readonly writes?: Allowance
  /** Tries to begin a session, or to guess a code, from one address. */
  readonly tries?: Allowance
  /** Bytes of a body: one entry is at most 65,535; several come together. */
  readonly entries?: number
  readonly json?: number
  readonly table?: number
  /** Bytes of a file that a statement names: one that is published, and one that is kept sealed. */
  readonly blob?: number
  readonly sealed?: number
  readonly quotas?: Quotas
  /** Signatures that may wait to be checked. Default 40,000. */
  readonly waiting?: number
}

export type Limits = {
  readonly writes: Buckets
  readonly tries: Buckets
  readonly entries: number
  readonly json: number
  readonly table: number
  readonly blob: number
  readonly sealed: number
}

export function limitsFrom(options: LimitOptions, now: () => number): Limits {
  const {
    writes = { burst: 2_000, perSecond: 500 },
    tries = { burst: 100, perSecond: 2 },
    entries = 4 << 20,
    json = 1 << 20,
    table = 64 << 20,
    blob = 4 << 20,
    sealed = 24 << 20,
  } = options
  return { writes: buckets(writes, now), tries: buckets(tries, now), entries, json, table, blob, sealed }
}
