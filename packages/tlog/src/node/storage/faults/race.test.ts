import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../../../result.ts'
import { fromMemory } from '../../../source/memory.ts'
import { utf8 } from '../../../text.ts'
import { fromFiles } from '../../files.ts'
import { type Disk, realDisk, watched } from '../disk.ts'
import type { Sequencer } from '../sequencer.ts'
import { type ForgetfulDisk, forgetfulDisk } from './forgetful.ts'
import { checkPast, hear, noPast, type Past, readRecord, seeCheckpoint } from './past.ts'
import { openOrMake, stepsOf, workload } from './workload.ts'

const dir = '/log'

/**
 * A sequencer that adds its own entries and some that all add, asks for checkpoints, and takes the log over as often
 * as `takeovers` says when it has lost it. How often it lost it.
 */
async function contender(name: string, disk: Disk, past: Past, takeovers: number): Promise<number> {
  let lost = 0
  let log: Sequencer | undefined
  for (let round = 0; round < 6; round++) {
    if (log === undefined) {
      const opened = await openOrMake(disk, dir)
      if (opened.ok) log = opened.value
      else expect(['other-sequencer', 'exists']).toContain(opened.refusal.code)
    }
    const entries = [`${name}${round}`, `all${round}`]
    const added = await log?.add(entries.map(utf8))
    if (added?.ok) for (const [i, entry] of entries.entries()) hear(past, { entry, index: added.value[i]! })
    const made = round % 2 === 0 ? await log?.checkpoint() : undefined
    if (made?.ok) hear(past, { published: made.value.size })
    for (const result of [added, made]) {
      if (result === undefined || result.ok) continue
      expect(result.refusal.code).toBe('other-sequencer')
      await log?.close()
      log = undefined
      lost++
    }
    if (lost > takeovers) return lost
  }
  await log?.close()
  return lost
}

/** `disk`, with all that a reader sees as `checkpoint` noted the moment that it is there: it never goes back. */
function watchedCheckpoints(disk: ForgetfulDisk, past: Past): ForgetfulDisk {
  let size = 0
  return {
    ...disk,
    async rename(from, to) {
      await disk.rename(from, to)
      if (to !== `${dir}/checkpoint`) return
      const note = disk.files(dir).get('checkpoint')!
      seeCheckpoint(past, note)
      const now = Number(new TextDecoder().decode(note).split('\n')[1])
      expect(now).toBeGreaterThanOrEqual(size)
      size = now
    },
  }
}

// threat: crash
test('sequencers on one folder, their steps interleaved in any order: one log, nothing acknowledged lost', async () => {
  let lost = 0
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 2, max: 3 }),
      fc.integer({ min: 0, max: 4 }),
      async (scheduler, count, takeovers) => {
        const past = noPast()
        const disk = forgetfulDisk()
        const vkey = () => new TextDecoder().decode(disk.files(dir).get('keys/log.vkey')).trim()
        const made = await openOrMake(disk, dir)
        if (made.ok) await made.value.close()
        const seen = watchedCheckpoints(disk, past)
        const all = Array.from({ length: count }, (_, i) => {
          const name = String.fromCharCode(97 + i)
          const turn = (does: string) => scheduler.schedule(Promise.resolve(), `${name} ${does}`)
          const scheduled = {
            ...watched(seen, ({ does }) => turn(does).then(() => {})),
            read: (path: string) => turn(`reads ${path}`).then(() => seen.read(path)),
            list: (path: string) => turn(`lists ${path}`).then(() => seen.list(path)),
          }
          return contender(name, scheduled, past, takeovers)
        })
        const losses = await scheduler.waitFor(Promise.all(all))
        lost += losses.reduce((sum, one) => sum + one, 0)

        const last = await openOrMake(disk, dir)
        if (!last.ok) throw new Error(last.refusal.message)
        await last.value.close()
        checkPast(past, await readRecord(fromMemory(disk.files(dir)), vkey(), past))
      },
    ),
    { numRuns: 150 },
  )
  expect(lost).toBeGreaterThan(50)
}, 300_000)

// threat: crash
test('a sequencer falls asleep before any step, another goes on, the first wakes up', async () => {
  const steps = await stepsOf(forgetfulDisk(), dir)
  for (let asleep = 1; asleep <= steps; asleep++) {
    const past = noPast()
    const disk = watchedCheckpoints(forgetfulDisk(), past)
    const [fallsAsleep, wakesUp] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = watched(disk, ({ number }) => {
      if (number !== asleep) return
      fallsAsleep.resolve()
      return wakesUp.promise
    })
    const ended = workload(first, dir, told => hear(past, told))
    await fallsAsleep.promise
    for (const entries of [['x0', 'x1'], ['b253', 'x2'], ['x3']]) {
      const second = value(await openOrMake(disk, dir))
      for (const [i, index] of value(await second.add(entries.map(utf8))).entries())
        hear(past, { entry: entries[i]!, index })
      value(await second.checkpoint())
      value(await second.close())
    }
    wakesUp.resolve()
    const refusal = await ended
    expect([undefined, 'other-sequencer', 'exists']).toContain(refusal?.code)

    const last = value(await openOrMake(disk, dir))
    value(await last.close())
    const vkey = new TextDecoder().decode(disk.files(dir).get('keys/log.vkey')).trim()
    checkPast(past, await readRecord(fromMemory(disk.files(dir)), vkey, past))
  }
  expect(steps).toBeGreaterThan(150)
}, 300_000)

test('processes that take a log from each other again and again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'race-'))
  const at = join(folder, 'log')
  const past = noPast()
  const made = await openOrMake(realDisk, at)
  if (!made.ok) throw new Error(made.refusal.message)
  await made.value.close()
  const vkey = readFileSync(join(at, 'keys/log.vkey'), 'utf8').trim()
  let ended = 0
  const processes = ['a', 'b', 'c'].map(async name => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('./racing.ts', import.meta.url)), at, name],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const pieces: Buffer[] = []
    child.stdout.on('data', piece => pieces.push(piece))
    const status = await new Promise(resolve => child.on('close', resolve))
    ended++
    expect(status).toBe(0)
    const said = Buffer.concat(pieces)
      .toString()
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
    for (const told of said) if (!('takeovers' in told)) hear(past, told)
    return said.at(-1).takeovers as number
  })
  while (ended < processes.length) {
    seeCheckpoint(past, readFileSync(join(at, 'checkpoint')))
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  const takeovers = (await Promise.all(processes)).reduce((sum, one) => sum + one, 0)
  expect(takeovers).toBeGreaterThan(5)
  checkPast(past, await readRecord(fromFiles(at), vkey, past))
  expect(past.acknowledged.size).toBeGreaterThan(300)
  rmSync(folder, { recursive: true })
}, 300_000)

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
