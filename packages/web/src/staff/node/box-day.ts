import type { Figures } from '@countersign/election'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { type Device, device, signOn, takeSeed } from './device.ts'
import type { Trial } from './trial.ts'

/** Milliseconds that a busy machine is given. */
export const patient = { timeout: 60_000 }

export interface Two {
  readonly chief: Device
  readonly other: Device
}

/** The leader and the supervisor of another box, prepared while there is a network. */
export async function twoDevices(
  browser: Browser,
  address: string,
  { seed }: Pick<Trial, 'seed'>,
  box: string,
): Promise<Two> {
  const chief = await device(browser, address)
  await takeSeed(chief, seed(`${box} leader`))
  await prepare(chief)
  const other = await device(browser, address)
  await takeSeed(other, seed(`${box} supervisor`))
  await other.go('/sign')
  await other.page.locator('.scan').waitFor()
  return { chief, other }
}

/** Brings everything that the box needs onto its leader's device. */
export async function prepare(chief: Device): Promise<void> {
  await chief.go('/place/prepare')
  await chief.button('prepare.get').click()
  await chief.page.getByText(chief.say('prepare.done')).waitFor()
}

/** Opening, closing, form: filled in, signed by both, put in the outbox. */
export async function wholeDay(two: Two, figures: Figures): Promise<void> {
  await morning(two)
  await evening(two, figures)
}

/** The opening: filled in, signed by both, put in the outbox. */
export async function morning(two: Two): Promise<void> {
  await two.chief.go('/place/open')
  await two.chief.fill({ inBox: 0 })
  await signAndSend(two)
}

/** Closing and form. */
export async function evening(two: Two, figures: Figures): Promise<void> {
  const { chief } = two
  const { issued, unused, spoiled, checkInsByComputer } = figures
  await chief.go('/place/close')
  await chief.fill({
    issued: issued!,
    unused: unused!,
    spoiled: spoiled!,
    checkInsByComputer: checkInsByComputer!,
  })
  await signAndSend(two)
  await chief.go('/place/count')
  await enterCount(chief, figures)
  await signAndSend(two)
}

/** The figures that the closing has not already given. */
async function enterCount(chief: Device, figures: Figures): Promise<void> {
  const { inBox, excessDrawn, notTaken, taken, invalid, valid, votes = {} } = figures
  const single = Object.entries({ inBox, excessDrawn, notTaken, taken, invalid, valid })
  for (const [name, figure] of single) await chief.fill({ [`figures.${name}`]: figure! })
  for (const [number, figure] of Object.entries(votes))
    await chief.fill({ [`figures.votes.${number}`]: figure })
  await chief.page.locator('.people > button').first().click()
}

async function signAndSend({ chief, other }: Two): Promise<void> {
  await chief.button('place.forSigning').click()
  await chief.button('signing.here').click()
  await chief.take(await signOn(other, await chief.shown()))
  await chief.page.locator('[data-signed="2"]').waitFor()
  await chief.button('sending.send').click()
  await chief.page.getByText(chief.say('sending.kept')).waitFor()
}

/** The texts of the codes that carry each entry of a device’s outbox. */
export async function codesInOutbox({ go, page }: Device, entries: number): Promise<readonly string[]> {
  await go('/outbox')
  const lines = page.locator('main li')
  await lines.nth(entries - 1).waitFor()
  const codes: string[] = []
  for (const line of await lines.all()) {
    await line.locator('summary').first().click()
    codes.push(await line.locator('textarea').inputValue())
  }
  return codes
}

/** Each code that is open in a device's outbox, as a picture. */
export async function photographsOfCodes({ page, say }: Device): Promise<readonly Picture[]> {
  const pictures: Picture[] = []
  for (const codes of await page.locator('.codes').all()) {
    const texts = (await codes.locator('textarea').inputValue()).split('\n')
    const button = (key: string) => codes.getByRole('button', { name: say(key), exact: true })
    for (const [i] of texts.entries()) {
      if (i > 0) await button('codes.next').click()
      pictures.push({
        name: `${pictures.length}.png`,
        mimeType: 'image/png',
        buffer: await codes.locator('.qr').screenshot(),
      })
    }
  }
  return pictures
}

interface Picture {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Waits until so many entries of a device’s outbox are on the record, with their proofs. */
export async function sent(holder: Device, entries: number): Promise<void> {
  await holder.go('/outbox')
  await expect.poll(() => holder.page.locator('li [data-state=proved]').count(), patient).toBe(entries)
}

/** A box as the server has it on the record. */
export async function boxOnRecord(
  address: string,
  box: string,
): Promise<{
  readonly state: string
  readonly entries: readonly { readonly kind: string; readonly force: unknown }[]
}> {
  return (await fetch(`${address}/boxes/${box}`)).json()
}

/** The figures of the box, from its count sheets; a few of them in Persian digits. */
export const counted = {
  countedAt: '2031-06-06T21:00',
  'figures.inBox': 211,
  'figures.excessDrawn': 0,
  'figures.notTakenBy.1': 0,
  'figures.notTakenBy.2': 0,
  'figures.notTakenBy.3': 0,
  'figures.notTakenBy.4': 1,
  'figures.notTakenBy.5': 0,
  'figures.notTakenBy.6': 0,
  'figures.notTaken': 1,
  'figures.taken': '۲۱۰',
  'figures.invalidBy.1': 2,
  'figures.invalidBy.2': 0,
  'figures.invalidBy.3': 0,
  'figures.invalidBy.4': 7,
  'figures.invalidBy.5': 1,
  'figures.invalid': 10,
  'figures.votes.1': '۹۰',
  'figures.votes.2': 70,
  'figures.votes.3': 30,
  'figures.votes.4': 10,
  'figures.valid': 200,
} as const
