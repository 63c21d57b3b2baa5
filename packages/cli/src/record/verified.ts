import type { Election } from '@countersign/election'
import { publishedFiles } from '@countersign/publication'
import { type Report, type VerifyOptions, verify } from '@countersign/record'
import { signaturePool } from '@countersign/record/node'
import { ok, type Result, type TileSource } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import type { Progress } from '../command/progress.ts'
import { sourceOf } from './source.ts'

/** What is trusted from outside; see `verify`. */
export type Trusted = Pick<VerifyOptions, 'policy' | 'definition' | 'earlier'>

/** What is done besides the verification of the log and its entries. */
export interface Besides {
  /** Hold the published files, where there are any, against the record. */
  readonly published?: boolean
}

/**
 * Verifies the record at `where` with all cores, and gives the state that it makes where all of it could be read.
 * Refusals: what could not be run, as `verify` says.
 */
export async function verified(
  where: string,
  trusted: Trusted,
  progress: Progress,
  { published = false }: Besides = {},
): Promise<Result<{ readonly report: Report; readonly election?: Election }>> {
  const source = sourceOf(where)
  const derive =
    published && (await isPublished(source))
      ? (election: Election) => publishedFiles(source, election, sodiumNative)
      : undefined
  const checker = signaturePool()
  try {
    const done = await verify(source, {
      ...trusted,
      ...(derive && { derive }),
      checker,
      engine: sodiumNative,
      progress: (entries, size) => progress.at('verified', entries, size),
    })
    return done.ok ? ok(done.value) : done
  } finally {
    await checker.close()
  }
}

/** Whether there is a publication here: making all its files only to find none would take a while. */
async function isPublished(source: TileSource): Promise<boolean> {
  try {
    return (await source.read('derived/latest.json')) !== undefined
  } catch {
    // A source that cannot be read at all is refused by the verification, with the reason.
    return false
  }
}
