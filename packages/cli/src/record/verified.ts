import type { Election } from '@countersign/election'
import { publishedFiles, publishedState } from '@countersign/publication'
import { type ExportDifference, exportDifferences } from '@countersign/publication/exports'
import { type Failure, type Report, textOf, type VerifyOptions, verify } from '@countersign/record'
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
    if (!done.ok) return done
    const { report, election } = done.value
    if (!derive || !election) return ok(done.value)
    return ok({ election, report: await withExports(source, election, report) })
  } finally {
    await checker.close()
  }
}

/** The report with what the exports of the publication say wrongly. One that is not there is not compared. */
async function withExports(source: TileSource, election: Election, report: Report): Promise<Report> {
  const published = await publishedState(source, election, sodiumNative)
  if (!published.ok) return report
  const folder = `derived/${published.value.election.size}`
  const read = (path: string) => source.read(`${folder}/${path}`)
  const failures: Failure[] = []
  for await (const difference of exportDifferences(published.value.election, read))
    failures.push(failureOf(folder, difference))
  if (failures.length === 0) return report
  return {
    ...report,
    intact: false,
    failures: [...report.failures, ...failures],
    failed: report.failed + failures.length,
  }
}

function failureOf(folder: string, { path, row, column, said, follows }: ExportDifference): Failure {
  const where = { path: `${folder}/${path}`, row, column, said: said ?? '–', follows: follows ?? '–' }
  return {
    entry: null,
    box: null,
    code: 'export-differs',
    message: textOf('export-differs', 'en', where),
    where,
  }
}

/** Whether there is a publication here: making all its files only to find none would take a while. */
async function isPublished(source: TileSource): Promise<boolean> {
  try {
    for (const path of ['derived/latest.json', 'feed.xml'])
      if ((await source.read(path)) !== undefined) return true
    return false
  } catch {
    // A source that cannot be read at all is refused by the verification, with the reason.
    return false
  }
}
