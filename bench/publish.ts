/**
 * Publishes a run-off of 86,488 polling tables as a site, with every export; then again after 100 tables more. Each is
 * the command that a person would run, in a process of its own. The first one verifies the whole record.
 *
 *     npm run bench -- publish [--json]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Assembled, archiveStatements } from '@countersign/publication/import'
import { readElection } from '@countersign/publication/import/node'
import { makeArchive } from '../packages/cli/src/import/archive.ts'
import { append } from '../packages/cli/src/publish/fixtures/append.ts'
import { pollingTables } from './made-up/polling-tables.ts'
import { type Line, report } from './made-up/report.ts'

const command = resolve(import.meta.dirname, '../packages/cli/bin/countersign.mjs')
const peak = new URL('./made-up/peak.ts', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
const record = join(folder, 'record')
const site = join(folder, 'site')
const { table, map, election, what } = pollingTables()
/** Tables that come later, spread over the country. */
const late = 100

try {
  const addLate = await makeRecord()
  const first = run('publish', record, '--out', site)
  const plain = run('publish', record, '--out', join(folder, 'plain'), '--no-exports')
  await addLate()
  const second = run('publish', record, '--out', site)
  const third = run('publish', record, '--out', join(folder, 'plain'), '--no-exports')
  const lines: Line[] = [
    ...stage('first, with all exports', first),
    ...stage('first, without exports', plain),
    ...stage(`after ${late} tables more, with all exports`, second),
    ...stage(`after ${late} tables more, without exports`, third),
  ]
  report(`Publishing of ${what}`, lines)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Makes the record without the late tables; what it returns adds them. */
async function makeRecord(): Promise<() => Promise<void>> {
  const read = await readElection(election, [{ table, map }])
  if (!read.ok) throw new Error(read.refusal.message)
  const { file, assembled } = read.value
  const every = Math.floor(assembled.results.length / late)
  const isLate = (i: number) => i % every === every - 1 && i < every * late
  const results = (wanted: boolean) => assembled.results.filter((_, i) => isLate(i) === wanted)
  const made = await makeArchive(record, { file, assembled: { ...assembled, results: results(false) } })
  if (!made.ok) throw new Error(made.refusal.message)
  const rest: Assembled = { ...assembled, areas: [], boxes: [], announcements: [], results: results(true) }
  const { definition, origin, vkey } = made.value
  const keys = { origin, vkey, archive: '', archivist: '' }
  return async () => {
    const statements = [...archiveStatements(file, rest, keys, definition)].map(({ statement }) => statement)
    await append(
      record,
      statements.filter(({ kind }) => kind === 'import'),
    )
  }
}

interface Ran {
  readonly seconds: number
  readonly megabytes: number
  readonly answer: { readonly files: number; readonly written: number }
}

function stage(name: string, { seconds, megabytes, answer }: Ran): readonly Line[] {
  return [
    [name, seconds, 's'],
    [`${name}, peak memory`, megabytes, 'MB'],
    [`${name}, files written`, answer.written, `of ${answer.files}`],
  ]
}

/** The command in a process of its own, which tells its peak memory at its end. */
function run(...args: readonly string[]): Ran {
  const start = performance.now()
  const { status, output } = spawnSync(process.execPath, ['--import', peak, command, ...args, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const seconds = (performance.now() - start) / 1000
  const [, answer = '', said, kilobytes] = output
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${said}`)
  return { seconds, megabytes: Math.round(Number(kilobytes) / 1024), answer: JSON.parse(answer!) }
}
