import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { formOf, madeUpElection, sendTo } from '@countersign/server/fixtures'
import { afterEach, expect, test } from 'vitest'
import { json, ran } from '../made-up/command.ts'

const folder = mkdtempSync(join(tmpdir(), 'countersign-run-'))
const data = join(folder, 'data')
let child: ChildProcess | undefined
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const bin = join(import.meta.dirname, '../../bin/countersign.mjs')

async function start(...args: readonly string[]) {
  child = spawn(process.execPath, [bin, 'run', '--data', data, '--json', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PORT: '0', DATABASE_URL: '' },
  })
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line)
  throw new Error('the server did not start')
}

async function stop(): Promise<number | null> {
  const gone = once(child!, 'exit')
  child!.kill('SIGTERM')
  return (await gone)[0] as number | null
}

test('a rehearsal from nothing: started, filled, published, stopped, backed up, and the record verifies', async () => {
  const about = await start('--rehearsal')
  expect(about).toMatchObject({ size: 0, definition: null, database: 'PGlite' })
  expect(about.origin).toMatch(/^rehearsal\.[0-9a-f]{8}\.localhost$/)
  expect(about.setupCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/)
  const { operator } = (await (await fetch(`${about.address}/election`)).json()) as { operator: string }
  const election = await madeUpElection({ ...about, operator })
  const sent = await sendTo(about.address, [
    ...election.entries,
    await election.entry({ kind: 'release' }, 'authority'),
    await election.entry(formOf('b1'), ...election.staff('b1')),
  ])
  expect(sent.body.results!.filter(({ refusal }) => refusal)).toEqual([])
  await expect
    .poll(async () => (await fetch(`${about.address}/results/derived/latest.json`)).status, {
      timeout: 90_000,
      interval: 500,
    })
    .toBe(200)
  expect(await (await fetch(`${about.address}/results/checkpoint`)).text()).toContain(about.origin)
  expect(await stop()).toBe(0)

  const { answer, exit } = await json('verify', join(data, 'record'))
  expect([exit, answer.intact, answer.entries]).toEqual([0, true, election.entries.length + 3])
  const backup = await json('backup', data, '--out', join(folder, 'backup'), '--record-only')
  expect(backup.answer).toMatchObject({ size: answer.entries })
  expect(existsSync(join(folder, 'backup/record/checkpoint'))).toBe(true)
  const restored = await json(
    'restore',
    join(folder, 'backup'),
    '--data',
    join(folder, 'again'),
    '--from',
    join(data, 'record'),
  )
  expect(restored.answer).toEqual({ size: answer.entries, copied: 0, rows: 0 })
})

test('what keeps it from starting is told with what to do', async () => {
  expect((await ran('run')).err).toContain('add --data <dir>')
  expect((await ran('run', '--data', data, '--tls-cert', 'x')).err).toContain('both --tls-cert and --tls-key')
  const real = await ran('run', '--data', data, '--port', '0')
  expect([real.exit, real.err]).toEqual([2, expect.stringContaining('no record')])
  expect((await ran('run', '--data', data, '--rehearsal', '--origin', 'election.example')).err).toContain(
    'real election',
  )
})
