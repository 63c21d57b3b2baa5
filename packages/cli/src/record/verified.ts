import type { Election } from '@countersign/election'
import { type Report, type VerifyOptions, verify } from '@countersign/record'
import { signaturePool } from '@countersign/record/node'
import { ok, type Result } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import type { Progress } from '../command/progress.ts'
import { sourceOf } from './source.ts'

/** What is trusted from outside; see `verify`. */
export type Trusted = Pick<VerifyOptions, 'policy' | 'definition' | 'earlier'>

/**
 * Verifies the record at `where` with all cores, and gives the state that it makes where all of it could be read.
 * Refusals: what could not be run, as `verify` says.
 */
export async function verified(
  where: string,
  trusted: Trusted,
  progress: Progress,
): Promise<Result<{ readonly report: Report; readonly election?: Election }>> {
  const checker = signaturePool()
  try {
    const done = await verify(sourceOf(where), {
      ...trusted,
      checker,
      engine: sodiumNative,
      progress: (entries, size) => progress.at('verified', entries, size),
    })
    return done.ok ? ok(done.value) : done
  } finally {
    await checker.close()
  }
}
