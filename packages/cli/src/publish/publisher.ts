import { join, resolve } from 'node:path'
import { type Published, readManifest } from '@countersign/publication/node'
import { ok, type Result } from '@countersign/tlog'
import { tidily } from '../command/memory.ts'
import type { Progress } from '../command/progress.ts'
import { makePages, publishRecord } from '../site/site.ts'
import { type Kept, verifiedState } from './state.ts'

/** Which record is published where, and how. */
export interface Publishing {
  /** The record's folder. */
  readonly record: string
  /** The site's folder, and the election's in it. */
  readonly site: string
  readonly name: string
  readonly exports: boolean
  /** Versions to keep. */
  readonly keep: number
  /** Where the site will be. */
  readonly address: string | undefined
}

/**
 * Publishes a record each time that it is called.
 * @param follows keep what was read of the record, so that next time only what is new is read
 */
export function publisher(
  publishing: Publishing,
  progress: Progress,
  follows = false,
): () => Promise<Result<Published>> {
  const { site, address } = publishing
  // Where most is published already, time is scarcer than memory.
  const first = readManifest(join(site, publishing.name)) === undefined
  const tidy = first ? tidily() : tidily(340_000_000)
  const heard: Progress = {
    ...progress,
    at(...told) {
      tidy.often()
      progress.at(...told)
    },
  }
  const kept: Kept = {}
  return async () => {
    const published = await publishOnce(publishing, heard, kept, follows)
    if (!published.ok) return published
    if (!follows) tidy.now()
    await makePages(site, address)
    return published
  }
}

/** Its state is garbage when it returns: pages are made from what is published. */
async function publishOnce(
  { record, site, name, exports, keep }: Publishing,
  progress: Progress,
  kept: Kept,
  follows: boolean,
): Promise<Result<Published>> {
  const state = await verifiedState(record, join(site, name), progress, kept)
  if (!state.ok) return state
  if (!follows) delete kept.replay
  const published = publishRecord(site, {
    ...state.value,
    record: resolve(record),
    name,
    exports,
    keep,
    progress: (what, done) => progress.at(what, done),
  })
  return published.ok ? ok(published.value) : published
}
