import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readElection } from '@countersign/publication/import/node'
import { ok, type Result, refuse } from '@countersign/tlog'
import { makeArchive } from '../import/archive.ts'
import { makeWhole } from '../import/unfinished.ts'

/** A record in a folder: made now from its published tables, or found there. */
export interface Brought {
  readonly folder: string
  readonly made: boolean
}

/**
 * The record of a shipped election: found in `folder`, else made there from the tables.
 * Refusals: those of reading the tables and of the log; `table-problems`.
 */
export async function bringRecord(election: string, folder: string): Promise<Result<Brought>> {
  if (existsSync(join(folder, 'checkpoint'))) return ok({ folder, made: false })
  const read = await readElection(election)
  if (!read.ok) return refuse(read.refusal.code, read.refusal.message, { path: election })
  const [problem] = read.value.assembled.problems
  if (problem) return refuse('table-problems', `${problem.table}:${problem.line}: ${problem.message}`)
  const made = await makeWhole(folder, unfinished => makeArchive(unfinished, read.value))
  return made.ok ? ok({ folder, made: true }) : made
}
