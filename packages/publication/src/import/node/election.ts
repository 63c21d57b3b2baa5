import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Area, ok, type Result, refuse } from '@countersign/election'
import { parse as csv } from 'csv-parse'
import { type Assembled, assemble, type NamedTable } from '../assemble.ts'
import { type ElectionFile, parse, parseElectionFile } from '../election-file.ts'
import { listedAreas } from '../listed-areas.ts'
import { type TableMap, tableMap } from '../map.ts'
import { type Numbers, numbersOf } from '../numbers.ts'
import { readTable } from './read.ts'

/** A table to import and the map to read it by, as paths. */
export interface TablePath {
  readonly table: string
  readonly map: string
}

/** An election with its tables read; `assembled.problems` says what stands in the way, if anything does. */
export interface ReadElection {
  readonly file: ElectionFile
  readonly assembled: Assembled
  /** The tables' files and their SHA-256 (hexadecimal), which every row of theirs names. */
  readonly sources: readonly SourceFile[]
}

export interface SourceFile {
  readonly path: string
  readonly digest: string
}

/**
 * Reads an election's file, its areas, and tables by their maps: those given, else those that ship with it.
 * Refusals: `cannot-read`, `not-json`, `election-file`, `table-map`, `areas-table`, `no-tables`.
 */
export async function readElection(
  path: string,
  given: readonly TablePath[] = [],
): Promise<Result<ReadElection>> {
  const file = await readJson(path, parseElectionFile)
  if (!file.ok) return file
  const beside = (name: string) => join(dirname(path), name)
  const listed = await readAreas(file.value, beside)
  if (!listed.ok) return listed
  const shipped = file.value.tables.map(({ table, map }) => ({ table: beside(table), map: beside(map) }))
  const paths = given.length > 0 ? given : shipped
  if (paths.length === 0)
    return refuse('no-tables', 'the election ships no tables; name the CSV files and their map', path)
  const tables: NamedTable[] = []
  const sources: SourceFile[] = []
  for (const { table, map: mapPath } of paths) {
    const map = await readMap(mapPath)
    if (!map.ok) return map
    const read = await reading(table, () =>
      readTable(table, map.value, numbersOf(file.value.definition, file.value.ballots)),
    )
    if (!read.ok) return read
    tables.push({ ...read.value, name: basename(table), map: map.value })
    sources.push({ path: table, digest: read.value.digest })
  }
  return ok({ file: file.value, assembled: assemble(file.value, listed.value, tables), sources })
}

/** Whose votes each round has: candidates and grounds by number. */
export interface Ballots {
  readonly numbers: Numbers
  readonly candidates: ReadonlyMap<number, readonly number[]>
}

/** The ballots in an election's file. Refusals: `cannot-read`, `not-json`, `election-file`. */
export async function readBallots(path: string): Promise<Result<Ballots>> {
  const file = await readJson(path, parseElectionFile)
  if (!file.ok) return file
  const { definition, ballots } = file.value
  const candidates = new Map(
    ballots.map(({ round, candidates }) => [round, candidates.map(({ number }) => number)]),
  )
  return ok({ numbers: numbersOf(definition, ballots), candidates })
}

/** Refusals: `cannot-read`, `not-json`, `table-map`. */
export function readMap(path: string): Promise<Result<TableMap>> {
  return readJson(path, json => parse(tableMap, json, 'table-map'))
}

async function readAreas(
  { areas }: ElectionFile,
  beside: (name: string) => string,
): Promise<Result<readonly Area[]>> {
  if (typeof areas !== 'string') return ok(areas)
  return reading(beside(areas), async () => {
    const rows: string[][] = await createReadStream(beside(areas))
      .pipe(csv({ bom: true }))
      .toArray()
    return listedAreas(rows[0] ?? [], rows.slice(1))
  }).then(read => (read.ok ? read.value : read))
}

async function readJson<T>(path: string, read: (json: unknown) => Result<T>): Promise<Result<T>> {
  const text = await reading(path, () => readFile(path, 'utf8'))
  if (!text.ok) return text
  let json: unknown
  try {
    json = JSON.parse(text.value)
  } catch (error) {
    return refuse('not-json', `this is not JSON: ${(error as Error).message}`, path)
  }
  const value = read(json)
  return value.ok ? value : refuse(value.refusal.code, value.refusal.message, path)
}

/** What a file holds; a refusal `cannot-read` where the system refuses it. */
export async function reading<T>(path: string, read: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await read())
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error || 'code' in error)) throw error
    return refuse('cannot-read', `the file cannot be read: ${error.message}`, path)
  }
}
