import type { Refusal } from '@countersign/tlog'

/**
 * How well the log is attested, which is not how well the votes were counted.
 * - `self-declared`: judged by the policy and definition found beside it; whoever made it could have made them too
 * - `unwitnessed`: signed by the log that was named from outside, without the witnesses' quorum
 * - `witnessed`: cosigned by the quorum of a policy given from outside
 * - `closed`: witnessed, and a `close` statement says that it is complete
 */
export type Grade = 'self-declared' | 'unwitnessed' | 'witnessed' | 'closed'

/** What was found of a record. */
export type Report = {
  /** Every byte that was looked at is as the log and the rules of admission require. */
  readonly intact: boolean
  /** In a live election: every sum and outcome that the record states is the one that follows from it (C01–C03). */
  readonly follows: boolean
  readonly mode: 'live' | 'archive' | null
  readonly grade: Grade
  /** The log's name; null where its checkpoint does not hold. */
  readonly origin: string | null
  /** Entries that were judged, and signatures that verified. */
  readonly entries: number
  readonly signatures: number
  /** How many boxes are in which state; in an archive, rows. */
  readonly rounds: readonly { readonly round: number; readonly boxes: Readonly<Record<string, number>> }[]
  /** How many findings each check has; what they are is the state's to say. */
  readonly checks: Readonly<Record<string, number>>
  /** What this verification says nothing about. */
  readonly notCovered: readonly NotCovered[]
  /** Those of the log first, then of entries in their order, then of files; the first `mostFailures` of them. */
  readonly failures: readonly Failure[]
  /** How many there were in all. */
  readonly failed: number
}

/** Something that is wrong: which entry or file, which box where that is known, and which rule. */
export type Failure = {
  /** The index of the entry; null where the log or a file is wrong. */
  readonly entry: number | null
  /** The box; the area, where the statement is an area's. */
  readonly box: string | null
  readonly code: string
  readonly message: string
  /** Further places: `path` of a file, `offset` in bytes, `kid` of a key, `size` of a checkpoint. */
  readonly where?: Refusal['where']
}

/**
 * - `site`: the pages; they are made for people and compared by nobody
 * - `unknown-cosigners`: signatures on the checkpoint by keys that the policy does not name
 * - `derived`, `blobs`: files of the publication that are not there, or that nobody asked to compare
 * - `later-entries`: what comes after the place where reading stopped
 */
export type NotCovered = 'site' | 'unknown-cosigners' | 'derived' | 'blobs' | 'later-entries'

/** A report of a million failures helps nobody, and would not fit into memory. */
export const mostFailures = 1_000

/**
 * What a command exits with: 0 where all is well; 1 if not intact or, in a live election, if something stated does not
 * follow. (2, could not run, is a refusal and no report.)
 */
export function exitCode({ intact, follows, mode }: Report): 0 | 1 {
  return intact && (follows || mode !== 'live') ? 0 : 1
}

/** Failures as they are found: all are counted, the first are kept. */
export type Failures = {
  readonly first: readonly Failure[]
  readonly count: () => number
  readonly add: (failure: Failure) => void
  /** Adds all of another list. */
  readonly append: (others: Failures) => void
}

export function failureList(): Failures {
  const first: Failure[] = []
  let count = 0
  return {
    first,
    count: () => count,
    add: failure => {
      if (count++ < mostFailures) first.push(failure)
    },
    append: others => {
      first.push(...others.first.slice(0, mostFailures - first.length))
      count += others.count()
    },
  }
}

/** The failure of an entry, from the refusal of a rule. */
export function entryFailure(entry: number, box: string | null, { code, message, where }: Refusal): Failure {
  const place = box === null ? `Entry ${entry}` : `Entry ${entry} (${box})`
  return { entry, box, code, message: `${place}: ${message}`, ...(where && { where }) }
}

/** The failure of the log or of a file. */
export function fileFailure({ code, message, where }: Refusal): Failure {
  return { entry: null, box: null, code, message, ...(where && { where }) }
}
