import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { formatSeed } from '@countersign/record'
import type { SigningKey } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { digitsIn } from '../../node/fixtures/browser.ts'
import { patient } from './box-day.ts'
import type { Device } from './device.ts'
import { give } from './founding.ts'
import { entryOf, otherBoxes } from './trial.ts'

/** Everyone at the boxes without a device of their own: keys of seeds, by who holds them. */
export interface Others {
  readonly seed: (whose: string) => string
  readonly entry: (draft: object, ...whose: readonly string[]) => Promise<Uint8Array>
}

/** Boxes at which a supervisor has a device; elsewhere one has a whole province. */
const supervised = ['N-02', 'N-03', 'N-04'] as const

export interface Person {
  readonly role: string
  readonly card: string
  readonly box?: string
  readonly area?: string
}

/** Invites people from a table, and gives the code on each one's card. */
export async function inviteAll(
  side: Device,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  await side.go('/people/invite')
  const rows = people.map(({ role, card, box = '', area = '' }) => [role, card, box, area].join())
  await give(side, 'roster', ['role,card,box,area', ...rows].join('\n'))
  await side.page.locator('[data-table=roster] button.main').click()
  await side.page.waitForURL(/#\/people\/cards$/)
  await side.page.locator(`[data-card="${people.at(-1)!.card}"]`).waitFor()
  const links = await side.page
    .locator('[data-card]')
    .evaluateAll(cards =>
      cards.map(card => [card.getAttribute('data-card')!, card.querySelector('a')!.href] as const),
    )
  return new Map(links.map(([card, url]) => [card, url.split('/').at(-1)!]))
}

/** Signs the enrolment of all who have answered, once there are so many. */
export async function enrolAll(side: Device, answered: number): Promise<void> {
  await side.go('/people')
  const waiting = side.page.locator('[data-way="side.enrol"]')
  const count = async () => digitsIn((await waiting.textContent())!)
  await expect.poll(count, patient).toBe(String(answered))
  await side.go('/people/enrol')
  await side.page.locator('main button.main').click()
  await side.page.getByText(side.say('side.enrol.nobody')).waitFor()
}

/** Answers invitations for people without a device, each with the key of a seed. */
export async function answerForOthers(
  address: string,
  codes: ReadonlyMap<string, string>,
  people: readonly { readonly card: string; readonly whose: string }[],
): Promise<void> {
  const { origin } = await (await fetch(`${address}/election`)).json()
  for (const { card, whose } of people) {
    const code = codes.get(card)!
    const key = await keyOf(whose)
    const publicKey = Buffer.from(key.publicKey).toString('base64')
    const text = `countersign/invitation/v1\n${origin}\n${code}\n${publicKey}\n`
    const signature = Buffer.from(await key.sign(new TextEncoder().encode(text))).toString('base64')
    const body = JSON.stringify({ publicKey, kind: 'issued', signature })
    const headers = { 'Content-Type': 'application/json' }
    let answer = await fetch(`${address}/invitations/${code}/key`, { method: 'POST', headers, body })
    while (answer.status === 429) {
      await new Promise(go => setTimeout(go, 1_000))
      answer = await fetch(`${address}/invitations/${code}/key`, { method: 'POST', headers, body })
    }
    if (!answer.ok) throw new Error(`${whose}: ${await answer.text()}`)
  }
}

/** People at the other boxes: a leader each; supervisors and agents of Anna's, at some boxes or for a province. */
export function othersOf(side: 'ministry' | 'council' | 'anna'): readonly (Person & { whose: string })[] {
  if (side === 'ministry')
    return otherBoxes.map(box => ({ role: 'leader', card: `L-${box}`, box, whose: `${box} leader` }))
  const role = side === 'council' ? 'supervisor' : 'agent'
  const name = side === 'council' ? 'supervisor' : 'agent of anna'
  const areas = ['N', 'C', 'S'].map(area => ({
    role,
    card: `${role}-${area}`,
    area,
    whose: `${area} ${name}`,
  }))
  const atBoxes = supervised.map(box => ({ role, card: `${role}-${box}`, box, whose: `${box} ${name}` }))
  return side === 'council' ? [...areas, ...atBoxes] : areas
}

/** Those without a device who sign at a box: its leader, the province's supervisor and agent. */
export function signersAt(box: string): readonly string[] {
  return [`${box} leader`, `${box[0]} supervisor`, `${box[0]} agent of anna`]
}

const seedOf = (whose: string) => new Uint8Array(createHash('sha256').update(whose).digest())

function keyOf(whose: string): Promise<SigningKey> {
  return Promise.resolve(sodiumNative.signingKeyFromSeed(seedOf(whose)))
}

/** What those with seeds sign. @param definition the definition's ID */
export function othersSign(definition: string): Others {
  return {
    seed: whose => formatSeed(seedOf(whose)),
    entry: async (draft, ...whose) =>
      entryOf({ definition, round: 1, ...draft }, await Promise.all(whose.map(keyOf))),
  }
}

/** The address on a card as it is printed, read off a photograph of it: the path of its invitation. */
export async function pathOnCard({ page }: Device, card: string): Promise<string> {
  const [text] = await codesOnPaper(page, `[data-card="${card}"]`)
  return new URL(text!).hash.slice(1)
}

/** The texts of the codes on something that a page prints, read off a photograph of it. */
export async function codesOnPaper(page: Page, printed: string): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' })
  const photograph = await page.locator(printed).screenshot()
  await page.emulateMedia({ media: null })
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
  const codes = await readBarcodes(new Uint8Array(photograph), { formats: ['QRCode'], tryHarder: true })
  return codes.map(({ text }) => text)
}

/** Prints a sealed seed for somebody without a device, and gives what stands on it. */
export async function sealedSeedFor(side: Device, card: string): Promise<string> {
  await side.go('/people/seeds')
  await side.page.locator('.react-aria-Checkbox', { hasText: card }).click()
  await side.page.getByRole('button', { name: 'Make 1 seed' }).click()
  return (await side.page.locator(`[data-seed="${card}"] .long`).textContent())!.trim()
}

/** Two bodies take keys back: the second signs what the first shows as codes. */
export async function takeBack(
  first: Device,
  second: Device,
  cards: readonly string[],
  reason: string,
): Promise<void> {
  await first.go('/people/revoke')
  for (const card of cards) {
    await first.page.getByRole('searchbox').fill(card)
    await first.page.locator('.react-aria-Checkbox', { hasText: card }).click()
  }
  await first.page.getByLabel(first.say('side.reason')).fill(reason)
  await first.page.locator('main button.main').click()
  await first.page.getByText(first.say('side.revoke.second')).click()
  const codes = await first.shown()
  await second.go('/people/second')
  await second.take(codes)
  await second.page.locator('[data-second=revoke] button.main').click()
  await second.page.getByText(second.say('side.second.sent')).waitFor()
}
