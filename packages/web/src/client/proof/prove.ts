import type { Figures, Statement } from '@countersign/election'
import type { StatementLine } from '@countersign/publication'
import { breach, readEntry } from '@countersign/record'
import {
  type LogReader,
  leafHash,
  ok,
  openCheckpoint,
  type Refusal,
  type Result,
  readLog,
  refuse,
  type TileSource,
  verifyInclusion,
} from '@countersign/tlog'
import { differenceBetween, flat } from './difference.ts'

/** The log as a page's publication speaks of it. */
export interface Published {
  readonly vkey: string
  readonly treeSize: number
  /** In base64; null where the publication does not give it. */
  readonly root: string | null
  /** The file that says so. */
  readonly path: string
}

/** What a page shows of a statement. */
export interface Claim {
  readonly entry: number
  readonly round: number
  readonly area: string
  readonly box: string | undefined
  readonly figures: Figures
  /** The file that the page has it from. */
  readonly path: string
}

/** What was found right. */
export interface Proved {
  readonly origin: string
  /** Entries under the checkpoint. */
  readonly size: number
  readonly entry: number
  /** Of the statement, in hex. */
  readonly id: string
  readonly kind: Statement['kind']
  /** Key IDs of its signatures, in hex. */
  readonly kids: readonly string[]
  /** Hashes in the inclusion proof. */
  readonly hashes: number
  /** Figures that were compared. */
  readonly figures: number
  /** Whether the log is shown to continue a checkpoint that this reader kept; absent where there was none. */
  readonly continues?: number
}

/** A log that is opened at its checkpoint and holds the publication's version. */
export interface OpenLog {
  readonly log: LogReader
  /** Entries under a checkpoint kept from before, which this log continues. */
  readonly continues?: number
}

/**
 * Opens the log: its checkpoint's signature verifies under the key, it holds the version that the publication is of,
 * and it continues the checkpoint that was kept, where there is one.
 * Refusals: those of `readLog`; `publication-ahead`, `publication-differs`, `shrunk`, `fork`.
 */
export async function openLog(
  source: TileSource,
  published: Published,
  kept?: string,
): Promise<Result<OpenLog>> {
  const opened = await readLog(source, { vkey: published.vkey })
  if (!opened.ok) return opened
  const log = opened.value
  const misfit = await versionMisfit(log, published)
  if (misfit) return { ok: false, refusal: misfit }
  if (kept === undefined) return ok({ log })
  const before = await openCheckpoint(kept, published.vkey)
  if (!before.ok) return ok({ log })
  const broken = await breach(log, before.value)
  return broken ? { ok: false, refusal: broken } : ok({ log, continues: before.value.size })
}

/** Why the publication is not of a version of this log. */
async function versionMisfit(
  log: LogReader,
  { treeSize, root, path }: Published,
): Promise<Refusal | undefined> {
  const { size } = log.checkpoint
  if (treeSize > size)
    return refusal('publication-ahead', `${path} is of ${treeSize} entries, the log has ${size}.`, {
      path,
      treeSize,
      size,
    })
  if (root === null) return undefined
  const broken = await breach(log, { origin: log.checkpoint.origin, size: treeSize, root: fromBase64(root) })
  if (broken === undefined || broken.code !== 'fork') return broken
  return refusal('publication-differs', `${path} is of another log: its root is not this log’s.`, { path })
}

/**
 * Proves that what a page shows is what an entry of the log states.
 * Refusals: those of the reader; `not-included`, what makes an entry unreadable, `not-about` {path, entry} (about
 * something else), `figure-differs` {path, entry, figure, shown, stated}.
 */
export async function prove({ log, continues }: OpenLog, claim: Claim): Promise<Result<Proved>> {
  const entry = await included(log, claim.entry)
  if (!entry.ok) return entry
  const { statement, id, signatures } = entry.value.read
  const about = statement as { readonly box?: unknown; readonly area?: unknown; readonly figures?: unknown }
  const { path } = claim
  const place = claim.box === undefined ? about.area === claim.area : about.box === claim.box
  if (!place || statement.round !== claim.round || typeof about.figures !== 'object')
    return refuse('not-about', `Entry ${claim.entry} is not about what ${path} says.`, {
      path,
      entry: claim.entry,
    })
  const difference = differenceBetween(claim.figures, about.figures as Figures)
  if (difference)
    return refuse('figure-differs', `${path} has another figure than entry ${claim.entry}.`, {
      path,
      entry: claim.entry,
      ...difference,
    })
  const { origin, size } = log.checkpoint
  return ok({
    origin,
    size,
    entry: claim.entry,
    id,
    kind: statement.kind,
    kids: signatures.map(({ kid }) => kid),
    hashes: entry.value.hashes,
    figures: Object.keys(flat(about.figures as Figures)).length,
    ...(continues !== undefined && { continues }),
  })
}

/** A line of a page: an entry, what it is of, by whom, and what it says besides. */
interface Named extends Pick<StatementLine, 'entry' | 'kind'>, Partial<Pick<StatementLine, 'says'>> {
  readonly kids: readonly string[]
}

/**
 * Proves that each line shown is an entry of the log, of that kind and signed by these keys.
 * Refusals: those of the reader; `not-included`; `not-about`, `other-signers` {path, entry}.
 */
export async function proveLines(
  { log }: OpenLog,
  lines: readonly Named[],
  path: string,
): Promise<Result<number>> {
  for (const { entry, kind, says = null, kids } of lines) {
    const found = await included(log, entry)
    if (!found.ok) return found
    const { statement, signatures } = found.value.read
    if (statement.kind !== kind || !isOf(statement, says))
      return refuse('not-about', `Entry ${entry} is not what ${path} says.`, { path, entry })
    const signed = new Set(signatures.map(({ kid }) => kid))
    if (!kids.every(kid => signed.has(kid)))
      return refuse('other-signers', `Entry ${entry} is not signed by whom ${path} says.`, { path, entry })
  }
  return ok(lines.length)
}

/** Whether a photograph that the page offers is the one that was signed for; what else is said is text to read. */
function isOf(statement: Statement, says: StatementLine['says']): boolean {
  if (statement.kind !== 'attach' || says === null || !('original' in says)) return true
  return says.original === statement.original && says.masked === (statement.masked ?? null)
}

async function included(log: LogReader, index: number) {
  const entry = await log.entry(index)
  if (!entry.ok) return entry
  const proof = await log.inclusionProof(index)
  if (!proof.ok) return proof
  const { size, root } = log.checkpoint
  if (!verifyInclusion({ leaf: leafHash(entry.value), index, size, root }, proof.value))
    return refuse('not-included', `Entry ${index} is not in the log.`, { entry: index })
  const read = readEntry(entry.value)
  return read.ok ? ok({ read: read.value, hashes: proof.value.length }) : read
}

function refusal(code: string, message: string, where: Refusal['where'] & object): Refusal {
  return { code, message, where }
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
