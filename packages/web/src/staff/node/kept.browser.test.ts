import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../../.ci/test/browser.ts'
import { patient, sent, twoDevices, wholeDay } from './box-day.ts'
import { device, installed, takeSeed } from './device.ts'
import { builtStaff, type Running, running } from './running.ts'
import { countersign, figuresOf, makeTrial, send, type Trial } from './trial.ts'

const chromium = inject('chromium')
let trial: Trial
let server: Running
let browser: Browser

beforeAll(async () => {
  if (chromium.path === undefined) return
  trial = makeTrial()
  server = await running(trial.folder, await builtStaff())
  browser = await launchChromium(chromium.path)
})
afterAll(async () => {
  await browser?.close()
  await server?.kill()
  trial?.remove()
})

describe.skipIf(chromium.missing !== undefined)('nothing that anyone entered is lost', () => {
  test('the browser is closed in the middle, with no network: the pages open, every figure is there, and what it was before', async () => {
    const { chief, other } = await twoDevices(browser, server.address, trial, 'C-01')
    await chief.go('/place/count')
    await chief.fill({ 'figures.votes.1': 110, 'figures.votes.2': '۷۰' })
    await chief.fill({ 'figures.votes.1': 101 })
    await installed(chief)
    await chief.context.setOffline(true)
    await chief.page.close({ runBeforeUnload: false })
    const page = await chief.context.newPage()
    await page.goto(`${server.address}/staff/#/place/count`)
    const field = (name: string) => page.locator(`[data-field="figures.votes.${name}"]`)
    await expect.poll(() => field('1').inputValue(), patient).toBe('101')
    expect(await field('2').inputValue()).toBe('۷۰')
    const history = await page.evaluate(
      () =>
        new Promise<readonly string[]>(done => {
          const opened = indexedDB.open('countersign')
          opened.onsuccess = () => {
            const rows = opened.result.transaction('changes').objectStore('changes').getAll()
            rows.onsuccess = () =>
              done(rows.result.filter(({ field }) => field === 'figures.votes.1').map(({ value }) => value))
          }
        }),
    )
    expect(history).toEqual(['110', '101'])
    for (const { context } of [chief, other]) await context.close()
  })

  test('two devices of one place write different figures: both are kept, and someone is asked', async () => {
    const seed = trial.seed('C-02 leader')
    const two = await Promise.all([device(browser, server.address), device(browser, server.address)])
    const [here, there] = two
    for (const each of two) {
      await takeSeed(each, seed)
      await each.go('/place/prepare')
      await each.button('prepare.get').click()
      await each.page.getByText(each.say('prepare.done')).waitFor()
      await each.go('/place/close')
    }
    await there.context.setOffline(true)
    await here.fill({ issued: 212 })
    await there.fill({ issued: 221, unused: 79 })
    // Here it is saved with the server after a moment of rest; there it is joined when the network is back.
    const saved = here.page.waitForResponse(answer => answer.request().method() === 'PUT' && answer.ok())
    await here.fill({ spoiled: 0 })
    await saved
    await there.context.setOffline(false)
    await there.fill({ spoiled: 0 })
    const asked = there.page.getByRole('alert')
    await asked.waitFor()
    expect(await asked.textContent()).toMatch(/212.*221|221.*212/)
    await asked.getByRole('button', { name: /^212/ }).click()
    await expect.poll(() => there.page.locator('[data-field=issued]').inputValue(), patient).toBe('212')
    expect(await there.page.locator('[data-field=unused]').inputValue()).toBe('79')
    for (const { context } of two) await context.close()
  })

  // threat: crash
  test('the server is killed again and again while a box’s day goes on: all that was signed is on the record', async () => {
    const two = await twoDevices(browser, server.address, trial, 'S-01')
    let over = false
    let kills = 0
    const killing = (async () => {
      while (!over || kills < 3) {
        await wait(Math.random() * 2_000)
        await server.kill()
        kills++
        await wait(Math.random() * 1_000)
        await server.again()
      }
    })()
    await wholeDay(two, figuresOf(90, 70, 30, 10))
    over = true
    await killing
    await send(server.address, [await trial.entry({ kind: 'release' }, 'ministry')])
    await two.chief.go('/outbox')
    await two.chief.button('outbox.now').click()
    await sent(two.chief, 4)
    expect(kills).toBeGreaterThanOrEqual(3)
    const report = JSON.parse(countersign('verify', `${trial.folder}/record`, '--json'))
    expect(report).toMatchObject({ intact: true, failures: [] })
  })
})
