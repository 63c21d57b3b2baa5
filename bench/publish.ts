/**
 * Publishes a run-off of 86,488 polling tables as a site, with every export; then again after 100 tables more. Each is
 * the command that a person would run, in a process of its own. The first one verifies the whole record. The last is
 * what `--follow` does, which keeps what it has read: after 100 tables more, in a process that goes on.
 *
 * CPU is the time of all cores, user and system: on a machine that does other things too, the wall says less.
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
import { publisher } from '../packages/cli/src/publish/publisher.ts'
import { pollingTables } from './made-up/polling-tables.ts'
import { type Line, report } from './made-up/report.ts'

const command = resolve(import.meta.dirname, '../packages/cli/bin/countersign.mjs')
const peak = new URL('./made-up/peak.ts', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
const record = join(folder, 'record')
const site = join(folder, 'site')
const { table, map, election, what } = pollingTables()
/** Tables that come later, spread over the country; as many again after them. */
const late = 100

try {
  const [addLate, addLater] = await makeRecord()
  const first = run('publish', record, '--out', site)
  const plain = run('publish', record, '--out', join(folder, 'plain'), '--no-exports')
  await addLate()
  const second = run('publish', record, '--out', site)
  const third = run('publish', record, '--out', join(folder, 'plain'), '--no-exports')
  const followed = await follow(addLater)
  const lines: Line[] = [
    ...stage('first, with all exports', first),
    ...stage('first, without exports', plain),
    ...stage(`after ${late} tables more, with all exports`, second),
    ...stage(`after ${late} tables more, without exports`, third),
    [`followed: after ${late} tables more, with all exports`, followed.seconds, 's'],
    [`followed: after ${late} tables more, with all exports, CPU`, followed.cpu, 's'],
  ]
  report(`Publishing of ${what}`, lines)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

type Add = () => Promise<void>

/** Makes the record without the late tables; what it returns adds them, half by half. */
async function makeRecord(): Promise<readonly [Add, Add]> {
  const read = await readElection(election, [{ table, map }])
  if (!read.ok) throw new Error(read.refusal.message)
  const { file, assembled } = read.value
  const every = Math.floor(assembled.results.length / (2 * late))
  const turn = (i: number) =>
    i % every === every - 1 && i < 2 * every * late ? 1 + (((i + 1) / every) % 2) : 0
  const results = (wanted: number) => assembled.results.filter((_, i) => turn(i) === wanted)
  const made = await makeArchive(record, { file, assembled: { ...assembled, results: results(0) } })
  if (!made.ok) throw new Error(made.refusal.message)
  const { definition, origin, vkey } = made.value
  const keys = { origin, vkey, archive: '', archivist: '' }
  const adding =
    (wanted: number): Add =>
    async () => {
      const rest: Assembled = {
        ...assembled,
        areas: [],
        boxes: [],
        announcements: [],
        results: results(wanted),
      }
      const statements = [...archiveStatements(file, rest, keys, definition)].map(
        ({ statement }) => statement,
      )
      await append(
        record,
        statements.filter(({ kind }) => kind === 'import'),
      )
    }
  return [adding(1), adding(2)]
}

/** What one more publication takes a process that has published the record before. */
async function follow(add: Add): Promise<Pick<Ran, 'seconds' | 'cpu'>> {
  const publishing = { record, site, name: 'record', exports: true, keep: 2, address: undefined }
  const publish = publisher(publishing, { at() {}, end() {} }, true)
  await publish()
  await add()
  const [start, used] = [performance.now(), process.cpuUsage()]
  const done = await publish()
  if (!done.ok) throw new Error(done.refusal.message)
  const { user, system } = process.cpuUsage(used)
  return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 }
}

interface Ran {
  readonly seconds: number
  /** Seconds of all cores. */
  readonly cpu: number
  readonly megabytes: number
  readonly answer: { readonly files: number; readonly written: number }
}

function stage(name: string, { seconds, cpu, megabytes, answer }: Ran): readonly Line[] {
  return [
    [name, seconds, 's'],
    [`${name}, CPU`, cpu, 's'],
    [`${name}, peak memory`, megabytes, 'MB'],
    [`${name}, files written`, answer.written, `of ${answer.files}`],
  ]
}

/** The command in a process of its own, which tells its peak memory and CPU time at its end. */
function run(...args: readonly string[]): Ran {
  const start = performance.now()
  const { status, output } = spawnSync(
    process.execPath,
    [...process.execArgv, '--import', peak, command, ...args, '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  )
  const seconds = (performance.now() - start) / 1000
  const [, answer = '', said, used] = output
  const [kilobytes, cpu] = (used ?? '').split(' ').map(Number)
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${said}`)
  return { seconds, cpu: cpu! / 1e6, megabytes: Math.round(kilobytes! / 1024), answer: JSON.parse(answer!) }
}
