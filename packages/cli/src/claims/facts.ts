import { existsSync, globSync, statSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Facts, factsFromRecord, factsSchema } from '@countersign/analysis/claims'
import { type Stopped, stop } from '../command/command.ts'
import type { Progress } from '../command/progress.ts'
import { bringRecord } from '../demo/bring.ts'
import { stopBy } from '../record/refused.ts'
import { verified } from '../record/verified.ts'

const shipped = join(import.meta.dirname, '../../../../elections/facts')

/** The facts that ship with the product, one file a country. */
export async function shippedFacts(): Promise<readonly Facts[]> {
  const files = globSync(join(shipped, '*.json')).sort()
  return Promise.all(files.map(async file => factsSchema.parse(JSON.parse(await readFile(file, 'utf8')))))
}

/** Facts of a further election: a file of facts, a record, or an election's file with its tables. */
export async function addedFacts(where: string, progress: Progress): Promise<Facts | Stopped> {
  if (/^https?:/.test(where)) return fromRecord(where, progress)
  if (!existsSync(where))
    return stop('unreadable', `There is no ${where}.`, 'name a file of facts, a record or an election’s file')
  if (statSync(where).isDirectory())
    return existsSync(join(where, 'election.json')) && !existsSync(join(where, 'checkpoint'))
      ? fromTables(join(where, 'election.json'), progress)
      : fromRecord(where, progress)
  return fromFile(where, progress)
}

async function fromFile(file: string, progress: Progress): Promise<Facts | Stopped> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    return stop('bad-json', `${file} is not JSON: ${(error as Error).message}`)
  }
  if (typeof json === 'object' && json !== null && 'definition' in json) return fromTables(file, progress)
  const facts = factsSchema.safeParse(json)
  if (facts.success) return facts.data
  const [issue] = facts.error.issues
  return stop(
    'bad-facts',
    `${file}: ${issue?.path.join('.')}: ${issue?.message}`,
    'docs/claims.md describes the format',
  )
}

async function fromRecord(where: string, progress: Progress): Promise<Facts | Stopped> {
  const done = await verified(where, {}, progress)
  if (!done.ok) return stopBy(done.refusal, where)
  const { report, election } = done.value
  if (!election || !report.intact)
    return stop(
      'not-intact',
      `The record in ${where} does not verify, so it is no source of facts.`,
      `countersign verify ${where}`,
    )
  return factsFromRecord(election, basename(where))
}

/** The tables as a record of their own, for as long as it takes to read it. */
async function fromTables(file: string, progress: Progress): Promise<Facts | Stopped> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-'))
  const record = join(folder, basename(join(file, '..')))
  try {
    const brought = await bringRecord(file, record)
    return brought.ok ? await fromRecord(record, progress) : stopBy(brought.refusal, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
