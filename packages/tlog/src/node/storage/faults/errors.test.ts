import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Refusal, Result } from '../../../result.ts'
import { fromMemory } from '../../../source/memory.ts'
import { utf8 } from '../../../text.ts'
import { fromFiles } from '../../files.ts'
import { watched } from '../disk.ts'
import { makeLog } from '../make.ts'
import { openLog } from '../open.ts'
import { forgetfulDisk, systemError } from './forgetful.ts'
import { checkPast, hear, noPast, readRecord } from './past.ts'
import { allEntries, openOrMake, origin, workload } from './workload.ts'

const dir = '/log'

/** An error of the system, how the log answers to it, for how many steps it lasts, and at which steps it is tried. */
const errors = [
  { error: 'ENOSPC', code: 'disk-full', lasts: 1, every: 1 },
  { error: 'ENOSPC', code: 'disk-full', lasts: 25, every: 3 },
  { error: 'EROFS', code: 'read-only', lasts: 25, every: 5 },
  { error: 'EIO', code: 'disk-failed', lasts: 1, every: 1 },
] as const

test.for(errors)(
  '$error for $lasts steps: $code or must-reopen, and nothing is lost',
  { timeout: 300_000 },
  async ({ error, code, lasts, every }) => {
    let steps = Number.POSITIVE_INFINITY
    for (let first = 1; first <= steps; first += every) {
      const past = noPast()
      const disk = forgetfulDisk()
      const failing = watched(disk, ({ number, path }) => {
        if (first === 1) steps = number
        if (number >= first && number < first + lasts) throw systemError(error, path)
      })
      const refusals: Refusal[] = []
      for (let refusal: Refusal | undefined; refusals.length < 40; refusals.push(refusal)) {
        refusal = await workload(failing, dir, told => hear(past, told))
        const vkey = disk.files(dir).get('keys/log.vkey')
        const entries = await readRecord(
          fromMemory(disk.files(dir)),
          vkey && new TextDecoder().decode(vkey).trim(),
          past,
        )
        if (refusal !== undefined) continue
        checkPast(past, entries)
        expect(entries.toSorted()).toEqual(allEntries.toSorted())
        break
      }
      expect(refusals.length).toBeLessThan(40)
      for (const refusal of refusals) expect([code, 'must-reopen']).toContain(refusal.code)
    }
    expect(steps).toBeGreaterThan(150)
  },
)

test('a full disk refuses, says what to do, and goes on without being opened again', async () => {
  let full = false
  const disk = watched(forgetfulDisk(), ({ does, path }) => {
    if (full && ['write', 'open'].includes(does)) throw systemError('ENOSPC', path)
  })
  const log = value(await openOrMake(disk, dir))
  expect(value(await log.add([utf8('before')]))).toEqual([0])
  full = true
  expect(await log.add([utf8('meanwhile')])).toMatchObject({
    ok: false,
    refusal: { code: 'disk-full', message: expect.stringContaining('Free some space') },
  })
  expect(await log.checkpoint()).toMatchObject({ ok: false, refusal: { code: 'disk-full' } })
  full = false
  expect(value(await log.add([utf8('after')]))).toEqual([1])
  expect(value(await log.checkpoint()).size).toBe(2)
  value(await log.close())
})

test('what a sync failed to make durable is not acknowledged, and the log must be opened again', async () => {
  let failing = false
  const memory = forgetfulDisk()
  const disk = watched(memory, ({ does, path }) => {
    if (failing && does === 'sync') throw systemError('EIO', path)
  })
  const log = value(await openOrMake(disk, dir))
  failing = true
  expect(await log.add([utf8('one')])).toMatchObject({ ok: false, refusal: { code: 'must-reopen' } })
  failing = false
  expect(await log.add([utf8('two')])).toMatchObject({ ok: false, refusal: { code: 'must-reopen' } })
  await log.close()
  const again = value(await openOrMake(disk, dir))
  expect(value(await again.add([utf8('one'), utf8('two')]))).toEqual([0, 1])
  value(await again.close())
})

/** Runs `run` in a small disk of its own, where this machine lets us make one. */
async function inSmallDisk(
  options: string,
  skip: (reason: string) => void,
  run: (folder: string) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true })
    return skip('this user cannot mount a disk')
  }
  try {
    await run(folder)
  } finally {
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  }
}

test('a real full disk: everything acknowledged is there, and it goes on when space is freed', async ({
  skip,
}) => {
  await inSmallDisk('size=4m', skip, async folder => {
    writeFileSync(join(folder, 'ballast'), new Uint8Array(2_800_000))
    const at = join(folder, 'log')
    const log = value(await makeLog(at, { origin, interval: 20, entries: 64 }))
    const past = noPast()
    const add = async (i: number) => {
      const name = `${i}`.padStart(20_000, '.')
      const added = await log.add([utf8(name)])
      if (added.ok) hear(past, { entry: name, index: added.value[0]! })
      return added
    }
    let count = 0
    let refused: Result<unknown> = await add(count)
    while (refused.ok) refused = await add(++count)
    expect(refused).toMatchObject({ refusal: { code: 'disk-full' } })
    expect(count).toBeGreaterThan(5)
    rmSync(join(folder, 'ballast'))
    for (let i = count; i < count + 5; i++) value(await add(i))
    value(await log.close())
    const read = await readRecord(fromFiles(at), readFileSync(join(at, 'keys/log.vkey'), 'utf8').trim(), past)
    expect([...past.acknowledged].filter(([entry, index]) => read[index] !== entry)).toEqual([])
    expect(read.length).toBe(count + 5)
  })
})

test('a real read-only disk: the log does not open, says so, and is unchanged', async ({ skip }) => {
  await inSmallDisk('size=2m', skip, async folder => {
    const at = join(folder, 'log')
    await value(await makeLog(at, { origin })).close()
    const before = readFileSync(join(at, 'checkpoint'), 'utf8')
    expect(spawnSync('mount', ['-o', 'remount,ro', folder]).status).toBe(0)
    expect(await openLog(at)).toMatchObject({ ok: false, refusal: { code: 'read-only' } })
    expect(readFileSync(join(at, 'checkpoint'), 'utf8')).toBe(before)
  })
})

test('a folder without the right to write: the same', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may write everywhere')
  const folder = mkdtempSync(join(tmpdir(), 'read-only-'))
  mkdirSync(join(folder, 'log'))
  const log = join(folder, 'log')
  await value(await makeLog(log, { origin })).close()
  chmodSync(join(log, 'heads'), 0o500)
  expect(await openLog(log)).toMatchObject({ ok: false, refusal: { code: 'read-only' } })
  chmodSync(join(log, 'heads'), 0o700)
  rmSync(folder, { recursive: true })
})

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
