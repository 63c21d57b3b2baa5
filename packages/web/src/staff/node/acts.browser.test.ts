import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../../.ci/test/browser.ts'
import { type Device, device, picture, readable, takeSeed } from './device.ts'
import { builtStaff, type Running, running } from './running.ts'
import { countersign, dayOf, figuresOf, makeTrial, send, staffOf, type Trial } from './trial.ts'

/** What bodies state besides the count, as its people do it: from a debate to the oath and the end of the record. */
const chromium = inject('chromium')
const patient = { timeout: 60_000 }
let trial: Trial
let server: Running
let browser: Browser
let ministry: Device
let council: Device

/** How many statements of a kind the record has, and whether the last has force. */
async function recorded(kind: string, round = 1): Promise<readonly [number, unknown]> {
  const response = await fetch(`${server.address}/statements?kind=${kind}&round=${round}`)
  const all = (await response.json()) as readonly { readonly force: unknown }[]
  return [all.length, all[0]?.force]
}

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

describe.skipIf(chromium.missing !== undefined)('the acts of the bodies', () => {
  test('the authority states a debate and decides a date, in its own words', async () => {
    ministry = await device(browser, server.address, { width: 1024 })
    await takeSeed(ministry, trial.seed('ministry'))
    await ministry.go('/acts')
    await ministry.page.getByRole('link', { name: ministry.say('act.event'), exact: true }).waitFor()
    await picture(ministry, 'acts')
    await readable(ministry)
    await ministry.go('/acts/state/event')
    const { page, say, button } = ministry
    await page.getByLabel(say('act.event.sort')).selectOption('debate')
    await page.getByLabel(/Its name, English/).fill('On the harbour')
    await page.locator('input[type=date]').fill('2031-05-28')
    await button('acts.sign').click()
    await page.getByText(say('acts.signed')).waitFor()
    await ministry.go('/acts/state/calendar')
    await page.getByLabel(say('act.calendar.id')).selectOption({ label: 'Campaign ends' })
    await page.locator('input[type=date]').fill('2031-06-05')
    await button('acts.sign').click()
    await page.getByText(say('acts.signed')).waitFor()
    await readable(ministry)
  })

  test('a recount that a ruling ordered: one body enters its figures, another signs the same', async () => {
    const [box] = trial.otherBoxes as [string]
    const { day, form } = dayOf(box, figuresOf(90, 70, 30, 10))
    const staff = staffOf(box)
    await send(server.address, [
      ...(await Promise.all(day.map(statement => trial.entry(statement, ...staff)))),
      await trial.entry({ kind: 'release' }, 'ministry'),
      await trial.entry(form, ...staff),
      await trial.entry(
        { kind: 'ruling', box, decision: 'recount', explanation: 'Asked for.' },
        'ministry',
        'council',
      ),
    ])
    await ministry.go('/acts/figures')
    await ministry.page.getByLabel(ministry.say('act.figures.ruling')).selectOption({ index: 1 })
    const figures = figuresOf(92, 70, 30, 10) as Readonly<Record<string, unknown>>
    await ministry.page.locator('[data-figure]').first().waitFor()
    expect(await ministry.button('acts.sign').isDisabled()).toBe(true)
    for (const field of await ministry.page.locator('[data-figure]').all()) {
      const path = (await field.getAttribute('data-figure'))!.split('.').slice(1)
      const value = path.reduce<unknown>(
        (at, key) => (at as Record<string, unknown> | undefined)?.[key],
        figures,
      )
      await field.fill(typeof value === 'number' ? String(value) : '-')
    }
    await ministry.button('acts.sign').click()
    await ministry.page.getByText(ministry.say('acts.signed.first')).waitFor()
    await expect
      .poll(() => recorded('recount'), patient)
      .toEqual([1, expect.objectContaining({ en: expect.any(String) })])

    council = await device(browser, server.address, { width: 390, language: 'fa' })
    await takeSeed(council, trial.seed('council'))
    await council.go('/acts')
    const waiting = council.page.locator('[data-waiting="recount"]')
    await waiting.waitFor()
    await waiting.getByText('۹۲').waitFor()
    await picture(council, 'acts-waiting', '[data-waiting="recount"]')
    await readable(council)
    await waiting.getByRole('button', { name: council.say('acts.signToo') }).click()
    await waiting.waitFor({ state: 'detached' })
    await expect.poll(() => recorded('recount'), patient).toEqual([1, true])
  })

  test('declared as the record has it, certified, confirmed; then the oath', async () => {
    await ministry.go('/acts/declare')
    await ministry.page.getByLabel(ministry.say('act.declare.total')).selectOption('preliminary')
    await ministry.page.locator('[data-outcome]').waitFor()
    await picture(ministry, 'acts-declare')
    await ministry.button('act.declare.sign').click()
    await ministry.page.getByText(ministry.say('acts.signed')).waitFor()
    await council.go('/acts/certify')
    await council.page.locator('[data-about]').waitFor()
    expect(await council.button('act.certify.refused.sign').isDisabled()).toBe(true)
    await council.button('act.certify.certified.sign').click()
    await council.page.getByText(council.say('acts.signed')).waitFor()

    const higher = await device(browser, server.address, { language: 'fa' })
    await takeSeed(higher, trial.seed('leader'))
    await higher.go('/acts/confirm')
    await higher.page.locator('[data-about]').waitFor()
    await higher.button('act.confirm.confirmed.sign').click()
    await higher.page.getByText(higher.say('acts.signed')).waitFor()
    await higher.go('/acts/state/office')
    await higher.page.getByLabel(higher.say('act.office.candidate')).selectOption('anna')
    await higher.page.getByLabel(higher.say('act.office.act')).selectOption('oath')
    await higher.page.locator('input[type=date]').fill('2031-06-20')
    await higher.button('acts.sign').click()
    await higher.page.getByText(higher.say('acts.signed')).waitFor()
    for (const kind of ['declare', 'certify'])
      await expect.poll(() => recorded(kind), patient).toEqual([1, true])
  })

  test('two bodies declare the record complete, and all of it verifies', async () => {
    await ministry.go('/acts/state/close')
    await ministry.button('acts.sign').click()
    await ministry.page.getByText(ministry.say('acts.signed.first')).waitFor()
    await council.go('/acts')
    const waiting = council.page.locator('[data-waiting="close"]')
    await waiting.getByRole('button', { name: council.say('acts.signToo') }).click()
    await waiting.waitFor({ state: 'detached' })
    await expect.poll(() => recorded('close', 0), patient).toEqual([1, true])
    const verified = JSON.parse(countersign('verify', `${trial.folder}/record`, '--json')) as {
      readonly intact: boolean
    }
    expect(verified.intact).toBe(true)
  })
})
