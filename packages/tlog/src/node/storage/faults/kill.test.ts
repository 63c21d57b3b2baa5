import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { fromFiles } from '../../files.ts'
import { realDisk } from '../disk.ts'
import { checkPast, hear, noPast, readRecord } from './past.ts'
import { allEntries, openOrMake, type Told } from './workload.ts'

/** The processes are many and short: most of their time is reading our sources. */
const compiled = mkdtempSync(join(tmpdir(), 'compiled-'))
afterAll(() => rmSync(compiled, { recursive: true }))

/** Runs the workload in a process of its own, which is killed before the step `last`; what it said until then. */
async function runUntil(
  dir: string,
  last: number,
): Promise<{ said: (Told | { steps: number })[]; signal: string | null }> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./killed.ts', import.meta.url)), dir, String(last)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    },
  )
  const pieces: Buffer[] = []
  child.stdout.on('data', piece => pieces.push(piece))
  const signal = await new Promise<string | null>(resolve => child.on('close', (_, by) => resolve(by)))
  const lines = Buffer.concat(pieces).toString().split('\n').filter(Boolean)
  return { said: lines.map(line => JSON.parse(line)), signal }
}

async function inFolder<T>(run: (dir: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  try {
    return await run(join(folder, 'log'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function vkeyIn(dir: string): string | undefined {
  try {
    return readFileSync(join(dir, 'keys/log.vkey'), 'utf8').trim()
  } catch {
    return undefined
  }
}

/** Kills the workload before `step`, and checks what a reader sees, before the log is opened again and after. */
async function killAt(step: number): Promise<void> {
  await inFolder(async dir => {
    const past = noPast()
    const { said, signal } = await runUntil(dir, step)
    expect([step, signal]).toEqual([step, 'SIGKILL'])
    for (const told of said) hear(past, told as Told)
    await readRecord(fromFiles(dir), vkeyIn(dir), past)

    const log = await openOrMake(realDisk, dir, { takeOver: false })
    if (!log.ok) throw new Error(`after step ${step}: ${log.refusal.message}`)
    const entries = await readRecord(fromFiles(dir), vkeyIn(dir), past)
    checkPast(past, entries)
    const added = await log.value.add(allEntries.map(entry => new TextEncoder().encode(entry)))
    if (!added.ok) throw new Error(added.refusal.message)
    for (const [i, entry] of allEntries.entries()) hear(past, { entry, index: added.value[i]! })
    await log.value.close()
    checkPast(past, await readRecord(fromFiles(dir), vkeyIn(dir), past))
  })
}

// threat: crash
test('kill -9 before each step: nothing acknowledged is lost, nothing forks, the record verifies throughout', async () => {
  const steps = await inFolder(async dir => {
    const { said, signal } = await runUntil(dir, 0)
    expect(signal).toBeNull()
    return (said.at(-1) as { steps: number }).steps
  })
  expect(steps).toBeGreaterThan(150)
  const left = Array.from({ length: steps }, (_, i) => i + 1)
  const killing = async () => {
    for (let step = left.pop(); step !== undefined; step = left.pop()) await killAt(step)
  }
  await Promise.all([killing(), killing()])
}, 900_000)
