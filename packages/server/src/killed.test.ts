import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inThisThread, readEntry, verify } from '@countersign/record'
import { readLog } from '@countersign/tlog'
import { fromFiles, sodiumNative } from '@countersign/tlog/node'
import { afterEach, expect, test } from 'vitest'
import { formOf, type MadeUp, madeUpElection, unwrap } from './fixtures/election.ts'
import { sendTo } from './fixtures/server.ts'

const data = mkdtempSync(join(tmpdir(), 'countersign-killed-'))
let child: ChildProcess | undefined
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

type Log = {
  readonly address: string
  readonly origin: string
  readonly vkey: string
  readonly operator: string
}

async function start(): Promise<Log> {
  const path = join(import.meta.dirname, 'fixtures/killed.ts')
  child = spawn(process.execPath, [path, data], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout! })) return JSON.parse(line) as Log
  throw new Error('the server did not start')
}

/** Sends everything a few at a time, from several relays, until the server is gone; keeps what it answered. */
async function relay(
  address: string,
  entries: readonly Uint8Array[],
  acknowledged: Map<string, number>,
): Promise<void> {
  let next = 0
  const one = async () => {
    while (next < entries.length) {
      const at = next
      next += 3
      const sent = await sendTo(address, entries.slice(at, at + 3)).catch(() => undefined)
      if (!sent) return
      const results = sent.body.results ?? []
      for (const { id, index, refusal } of results) if (!refusal) acknowledged.set(id, index)
    }
  }
  await Promise.all([one(), one(), one()])
}

async function kill(): Promise<void> {
  const gone = once(child!, 'exit')
  child!.kill('SIGKILL')
  await gone
}

/** Some hundred entries that carry eighteen signatures each. */
async function aNight({ entry, boxes, staff }: MadeUp): Promise<readonly Uint8Array[]> {
  const night: Uint8Array[] = [await entry({ kind: 'release' }, 'authority')]
  for (const box of boxes) {
    night.push(await entry({ kind: 'open', box, inBox: 0 }, ...staff(box)))
    night.push(await entry({ kind: 'close-poll', box }, ...staff(box)))
    night.push(await entry(formOf(box), ...staff(box)))
  }
  return night
}

// threat: crash
test('killed at any moment, again and again: the record verifies, and all that was answered is in it', async () => {
  const acknowledged = new Map<string, number>()
  let log = await start()
  const election = await madeUpElection(log, { boxes: 30 })
  const night = await aNight(election)
  await relay(log.address, election.entries, acknowledged)
  let kills = 0
  const sizes: number[] = []
  for (const after of [25, 90, 280].map(most => most * (0.3 + 0.7 * Math.random()))) {
    const relaying = relay(log.address, night, acknowledged)
    await new Promise(done => setTimeout(done, after))
    await kill()
    kills++
    await relaying
    sizes.push(acknowledged.size)
    log = await start()
  }
  // The relays send again what they have no answer to, and in the end everything is there once.
  await relay(log.address, night, acknowledged)
  child!.kill('SIGTERM')
  await once(child!, 'exit')

  const source = fromFiles(join(data, 'record'))
  const verified = unwrap(await verify(source, { checker: inThisThread(sodiumNative), engine: sodiumNative }))
  expect(verified.report.failures).toEqual([])
  expect(verified.report.intact).toBe(true)
  const reader = unwrap(await readLog(source, { vkey: log.vkey, engine: sodiumNative }))
  const ids: string[] = []
  for await (const entry of reader.entries()) ids.push(unwrap(readEntry(unwrap(entry))).id)
  for (const [id, index] of acknowledged) expect([index, ids[index]]).toEqual([index, id])
  expect(new Set(ids).size).toBe(ids.length)
  expect(acknowledged.size).toBe(election.entries.length + night.length)
  expect([kills, sizes.length]).toEqual([3, 3])
})
