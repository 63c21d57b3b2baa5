import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMemory } from '../../../source/memory.ts'
import { watched } from '../disk.ts'
import { type Fate, type ForgetfulDisk, forgetfulDisk } from './forgetful.ts'
import { checkPast, hear, noPast, type Past, readRecord } from './past.ts'
import { allEntries, openOrMake, stepsOf, workload } from './workload.ts'

const dir = '/log'

/** Runs the workload until the power goes at step `last`; what had been told by then is in `past`. */
async function runUntil(disk: ForgetfulDisk, last: number, past: Past): Promise<'ended' | 'dark'> {
  let dark = () => {}
  const darkness = new Promise<'dark'>(resolve => {
    dark = () => resolve('dark')
  })
  let isDark = false
  const dying = watched(disk, ({ number }) => {
    if (number < last && !isDark) return
    isDark = true
    dark()
    return new Promise<never>(() => {})
  })
  const ended = workload(dying, dir, told => {
    if (!isDark) hear(past, told)
  }).then(refusal => {
    expect(refusal).toBeUndefined()
    return 'ended' as const
  })
  return Promise.race([ended, darkness])
}

const vkeyOn = (disk: ForgetfulDisk) => {
  const file = disk.files(dir).get('keys/log.vkey')
  return file && new TextDecoder().decode(file).trim()
}

/** What a reader sees, then what is there when the log is opened, then the workload once more to its end. */
async function recover(disk: ForgetfulDisk, past: Past): Promise<void> {
  const read = () => readRecord(fromMemory(disk.files(dir)), vkeyOn(disk), past)
  await read()
  const opened = await openOrMake(disk, dir)
  if (!opened.ok) throw new Error(opened.refusal.message)
  checkPast(past, await read())
  await opened.value.close()

  expect(await runUntil(disk, Number.POSITIVE_INFINITY, past)).toBe('ended')
  const entries = await read()
  checkPast(past, entries)
  expect(entries.toSorted()).toEqual(allEntries.toSorted())
}

// threat: crash
test('the power goes before any step, and all that was not synced is gone', async () => {
  const steps = await stepsOf(forgetfulDisk(), dir)
  expect(steps).toBeGreaterThan(150)
  for (let step = 1; step <= steps; step++) {
    const disk = forgetfulDisk()
    const past = noPast()
    expect(await runUntil(disk, step, past)).toBe('dark')
    await recover(
      disk.afterPowerLoss(() => 0),
      past,
    )
  }
})

test('the power goes again and again, and chance decides what of the unsynced is left', async () => {
  const steps = await stepsOf(forgetfulDisk(), dir)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: steps }), { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.nat()),
      async (deaths, chances) => {
        const fate: Fate = choices => (chances.next().value as number) % choices
        const past = noPast()
        let disk = forgetfulDisk()
        for (const death of deaths) {
          await runUntil(disk, death, past)
          disk = disk.afterPowerLoss(fate)
          await readRecord(fromMemory(disk.files(dir)), vkeyOn(disk), past)
        }
        await recover(disk, past)
      },
    ),
    { numRuns: 150 },
  )
}, 300_000)
