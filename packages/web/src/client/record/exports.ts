import type { Election } from '@countersign/election'
import { exportsOf } from '@countersign/publication/exports'
import { type Failure, textOf } from '@countersign/record'
import type { TileSource } from '@countersign/tlog'

export interface ComparedExports {
  readonly failures: readonly Failure[]
  /** Published and not compared, by path. */
  readonly left: readonly string[]
}

/** Entries of a record whose exports a phone can load and hold, all formats of them. */
const mostForAll = 20_000

/**
 * Holds published exports against the state: all of them, or of a large record the tables as CSV, since the other
 * formats say the same in a hundred megabytes. One that is not there is not compared.
 * @param heard is called for each that was
 */
export async function compareExports(
  source: TileSource,
  election: Election,
  heard: () => void,
): Promise<ComparedExports> {
  const failures: Failure[] = []
  const left: string[] = []
  let published = false
  for (const { path, differs } of exportsOf(election)) {
    const full = `derived/${election.size}/${path}`
    if (election.size > mostForAll && !/-(areas|boxes)\.csv$/.test(path)) {
      left.push(full)
      continue
    }
    const bytes = await source.read(full)
    if (bytes === undefined) continue
    published = true
    const found = await differs(bytes).catch(malformed)
    if (found) failures.push(failureOf(full, found))
    heard()
  }
  return { failures, left: published ? left : [] }
}

type Found = Exclude<Awaited<ReturnType<ReturnType<typeof exportsOf>[number]['differs']>>, undefined>

/** What a reader threw: the file is not of its format. */
function malformed(error: unknown): Found {
  return {
    row: 0,
    column: 'file',
    said: error instanceof Error ? error.message : String(error),
    follows: null,
  }
}

function failureOf(path: string, { row, column, said, follows }: Found): Failure {
  const where = { path, row, column, said: said ?? '–', follows: follows ?? '–' }
  const code = 'export-differs'
  return { entry: null, box: null, code, message: textOf(code, 'en', where), where }
}
