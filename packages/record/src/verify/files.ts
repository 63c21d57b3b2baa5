import { type Election, type Statement, toHex } from '@countersign/election'
import { ok, type Result, sha256, type TileSource } from '@countersign/tlog'
import { refusal } from '../codes.ts'
import { readFile } from './read.ts'
import { type Failure, fileFailure, type NotCovered } from './report.ts'

/** A file of the publication: its path from the record's root, and what it must be, byte for byte. */
export type DerivedFile = { readonly path: string; readonly bytes: Uint8Array }

/**
 * Compares the published files with those that follow from the record. Where none is there, the publication has not
 * caught up or is kept elsewhere, and that is not covered; where some are, a missing one is a failure.
 * Refusal: `unreadable`.
 */
export async function compareDerived(
  source: TileSource,
  files: Iterable<DerivedFile> | AsyncIterable<DerivedFile>,
  fail: (failure: Failure) => void,
): Promise<Result<readonly NotCovered[]>> {
  const missing: string[] = []
  let found = 0
  for await (const { path, bytes } of files) {
    const published = await readFile(source, path)
    if (!published.ok) return published
    if (published.value === undefined) {
      missing.push(path)
      continue
    }
    found++
    const offset = firstDifference(published.value, bytes)
    if (offset !== undefined) fail(fileFailure(refusal('derived-differs', { path, offset })))
  }
  if (found === 0) return ok(['derived'])
  for (const path of missing) fail(fileFailure(refusal('derived-missing', { path })))
  return ok([])
}

/**
 * Checks the blobs that statements name by their digests (hex). A missing one is not covered; a wrong one
 * fails. Refusal: `unreadable`.
 */
export async function checkBlobs(
  source: TileSource,
  digests: Iterable<string>,
  fail: (failure: Failure) => void,
): Promise<Result<readonly NotCovered[]>> {
  let missing = false
  for (const digest of digests) {
    const path = `blob/sha256/${digest}`
    const blob = await readFile(source, path)
    if (!blob.ok) return blob
    if (blob.value === undefined) missing = true
    else if (toHex(sha256(blob.value)) !== digest) fail(fileFailure(refusal('blob-differs', { path })))
  }
  return ok(missing ? ['blobs'] : [])
}

/** The digests of all blobs that the record's statements name. */
export function blobsOf({ entries }: Election): Set<string> {
  const digests = new Set<string>()
  for (const { statement } of entries.values()) for (const digest of blobsIn(statement)) digests.add(digest)
  // Evidence may also be a statement.
  for (const digest of digests) if (entries.has(digest)) digests.delete(digest)
  return digests
}

/** The digests of the published files that a statement names. */
export function blobsIn(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'attach':
      return listed(statement.masked)
    case 'audit':
    case 'ruling':
      return listed(statement.blob)
    case 'announce':
    case 'import':
      return listed(statement.digest)
    case 'complaint':
      return statement.evidence ?? none
    default:
      return none
  }
}

const none: readonly string[] = []

function listed(digest: string | undefined): readonly string[] {
  return digest === undefined ? none : [digest]
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const length = Math.max(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i
  return undefined
}
