/**
 * Imports a table of 86,488 polling tables into a record (read, checked, signed, logged), tallies and verifies it,
 * each as the command that a person would run. Beside it the bare signing of as many entries, in one thread.
 *
 *     npm run bench -- import [--json]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sodiumNative } from '@countersign/tlog/node'
import { pollingTables } from './made-up/polling-tables.ts'
import { type Line, report, timed } from './made-up/report.ts'

const command = resolve(import.meta.dirname, '../packages/cli/bin/countersign.mjs')
const peak = new URL('./made-up/peak.ts', import.meta.url).href
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
const out = join(folder, 'record')
const { table, map, election, what } = pollingTables()

try {
  const imported = run('import', table, '--election', election, '--map', map, '--out', out)
  const tallied = run('tally', out)
  const verified = run('verify', out)
  const { treeSize } = imported.answer as { readonly treeSize: number }
  const [bare] = await timed(() => signBare(treeSize))
  const lines: Line[] = [
    ['entries', treeSize, ''],
    ...stage('import', imported),
    ...stage('tally (verified on the way)', tallied),
    ...stage('import and tally', { seconds: imported.seconds + tallied.seconds }),
    ...stage('verify', verified),
    ['bare signing of as many entries', bare / 1000, 's'],
    ['import / bare signing', imported.seconds / (bare / 1000), '×'],
  ]
  report(`Import of ${what}`, lines)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Ran {
  readonly seconds: number
  readonly megabytes?: number
  readonly answer?: unknown
}

function stage(name: string, { seconds, megabytes }: Ran): readonly Line[] {
  const memory: Line[] = megabytes === undefined ? [] : [[`${name}, peak memory`, megabytes, 'MB']]
  return [[name, seconds, 's'], ...memory]
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
  const [, answer = '', said, used] = output
  const [kilobytes] = (used ?? '').split(' ').map(Number)
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${said}${answer?.slice(0, 500)}`)
  return { seconds, megabytes: Math.round(kilobytes! / 1024), answer: JSON.parse(answer!) }
}

async function signBare(entries: number): Promise<void> {
  const key = await sodiumNative.signingKeyFromSeed(new Uint8Array(32).fill(7))
  const message = new Uint8Array(220)
  for (let i = 0; i < entries; i++) {
    new DataView(message.buffer).setUint32(0, i)
    await key.sign(message)
  }
}
