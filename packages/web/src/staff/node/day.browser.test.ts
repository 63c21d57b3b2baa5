import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../../.ci/test/browser.ts'
import { releaseVotes, signTurnout } from './authority.ts'
import {
  boxOnRecord,
  codesInOutbox,
  counted,
  evening,
  morning,
  patient,
  photographsOfCodes,
  prepare,
  sent,
  twoDevices,
  wholeDay,
} from './box-day.ts'
import { answerHere, type Device, device, picture, readable, signOn, withoutEd25519 } from './device.ts'
import { emptyFolder, type Founders, foundElection } from './founding.ts'
import {
  answerForOthers,
  codesOnPaper,
  enrolAll,
  inviteAll,
  type Others,
  othersOf,
  othersSign,
  type Person,
  pathOnCard,
  sealedSeedFor,
  signersAt,
} from './inviting.ts'
import { lostDevice } from './lost-device.ts'
import { builtStaff, type Running, running } from './running.ts'
import { countersign, dayOf, figuresOf, otherBoxes, send, theBox } from './trial.ts'

/**
 * A small election from the first key to the published result, as its people meet it: each side's people on devices of
 * their own, a box without a network, two whose leader's device is lost, and thirty-six others.
 */
const chromium = inject('chromium')
const folder = emptyFolder()
let server: Running
let browser: Browser
let founders: Founders
let others: Others
let leader: Device
/** Everyone with a device at the box but its leader: thirteen officials, a supervisor, four agents. */
const signers: Device[] = []

beforeAll(async () => {
  if (chromium.path === undefined) return
  server = await running(folder, await builtStaff())
  browser = await launchChromium(chromium.path)
})
afterAll(async () => {
  await browser?.close()
  await server?.kill()
})

let failed = false

/** A test that goes on from the one before. Eighteen devices share what the machine has: it is given time. */
function scene(name: string, play: () => Promise<void>): void {
  const run = async () => {
    failed = true
    await play()
    failed = false
  }
  test(name, { timeout: 400_000 }, async ({ skip }) => {
    skip(failed, 'an earlier scene failed')
    await run()
  })
}

describe.skipIf(chromium.missing !== undefined)('an election day', () => {
  scene('a page over plain http, and a clock that is wrong, say what to do', async () => {
    const page = await browser.newPage({ locale: 'en' })
    await page.route('http://box.example/**', async route => {
      const { pathname } = new URL(route.request().url())
      await route.fulfill({ response: await route.fetch({ url: `${server.address}${pathname}` }) })
    })
    await page.goto('http://box.example/staff/#/sign')
    const trouble = page.locator('[data-trouble=no-secure-context]')
    expect(await trouble.textContent(patient)).toContain('over plain http')
    expect(await trouble.locator('a').getAttribute('href')).toBe('https://box.example/staff/#/sign')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.close()
    const late = await device(browser, server.address, { before: twelveMinutesBehind })
    const told = await late.page.locator('[data-trouble=clock]').textContent(patient)
    expect(told).toContain('clock is 12 minutes behind')
    await late.context.close()
  })

  scene('two bodies and four candidates set the election up, each on a device of their own', async () => {
    founders = await foundElection(browser, server)
    const { id } = (await (await fetch(`${server.address}/election`)).json()) as { readonly id: string }
    others = othersSign(id)
  })

  scene('each side invites its own people, who make their keys on their own devices', async () => {
    const { authority, council, candidates } = founders
    const officials = Array.from({ length: 13 }, (_, i) => ({ role: 'official', card: `O-${i + 1}` }))
    const ministry = [{ role: 'leader', card: 'L-1' }, ...officials, { role: 'police', card: 'P-1' }]
    const here = (people: readonly Person[]) => people.map(person => ({ ...person, box: theBox }))
    const cards = {
      ministry: await inviteAll(authority, [...here(ministry), ...othersOf('ministry')]),
      council: await inviteAll(council, [
        ...here(['S-1', 'S-2'].map(card => ({ role: 'supervisor', card }))),
        ...othersOf('council'),
      ]),
    }
    leader = await device(browser, server.address, { path: await pathOnCard(authority, 'L-1') })
    await picture(leader, 'join')
    await answerHere(leader)
    const agents = [...candidates].map(async ([id, candidate]) => {
      const codes = await inviteAll(candidate, [
        ...here([{ role: 'agent', card: 'A-1' }]),
        ...(id === 'anna' ? othersOf('anna') : []),
      ])
      if (id === 'anna') await answerForOthers(server.address, codes, othersOf('anna'))
      return codes.get('A-1')!
    })
    const codes = [
      ...officials.map(({ card }) => cards.ministry.get(card)!),
      cards.council.get('S-2')!,
      ...(await Promise.all(agents)),
    ]
    // A few at a time: eighteen pages that load at once keep a busy machine past every patience.
    for (let at = 0; at < codes.length; at += 3)
      signers.push(...(await Promise.all(codes.slice(at, at + 3).map((code, i) => join(code, at + i)))))
    expect(signers).toHaveLength(18)
    for (const [id, candidate] of candidates) await enrolAll(candidate, id === 'anna' ? 4 : 1)
    await answerForOthers(server.address, cards.ministry, othersOf('ministry'))
    await answerForOthers(server.address, cards.council, [
      ...othersOf('council'),
      { card: 'S-1', whose: `${theBox} supervisor` },
    ])
    policeSeed = await sealedSeedFor(authority, 'P-1')
    await enrolAll(authority, cards.ministry.size)
    await enrolAll(council, cards.council.size)
    // Their pages ask again and again: nobody looks at them until they are needed.
    for (const { context } of candidates.values()) await context.close()
    for (const body of [authority, council]) await body.go('/device')
  })

  scene('the leader prepares the device; everyone who will sign the form signs the opening', async () => {
    await leader.page.reload()
    await prepare(leader)
    await picture(leader, 'prepare')
    await leader.go('/place/open')
    await leader.fill({ inBox: 0, seals: 'A-1204 A-1205', at: '2031-06-06T08:00' })
    await leader.page.locator('.people > button').first().click()
    await picture(leader, 'open')
    await readable(leader)
    await leader.button('place.forSigning').click()
    await leader.button('signing.here').click()
    await everyoneSigns(signers)
    await readable(leader)
    await leader.button('sending.send').click()
    await sent(leader, 1)
  })

  scene('during the day counts are saved, in the evening the box is closed', async () => {
    await leader.go('/place/hourly')
    await leader.button('hourly.add').click()
    await leader.fill({ '0.computer': '۱۲۰' })
    await picture(leader, 'hourly')
    await signTurnout(founders.authority)
    await leader.go('/place/close')
    await leader.fill({
      at: '2031-06-06T18:00',
      checkInsByComputer: 212,
      duplicates: 1,
      issued: 212,
      unused: 86,
      spoiled: 2,
    })
    await picture(leader, 'close')
    await readable(leader)
    await leader.button('place.forSigning').click()
    await leader.button('signing.here').click()
    await everyoneSigns(signers.slice(13, 15))
    await leader.button('sending.send').click()
    await sent(leader, 2)
  })

  // threat: misreading
  scene('what does not add up is shown as it is typed, and asked twice; the paper decides', async () => {
    await leader.go('/place/count')
    await leader.fill(counted)
    await leader.page.locator('.people > button').first().click()
    const refusing = leader.page.locator('.person', { hasText: 'S-1' })
    await refusing.getByText(leader.say('people.ink.refused')).click()
    await refusing.locator('input[data-field$=".ground"]').fill('The seals were not shown.')
    await leader.fill({ 'figures.valid': 199 })
    const shown = leader.page.locator('[data-check="B01"]')
    await expect.poll(() => shown.first().textContent(), patient).toContain('add up to 200')
    await picture(leader, 'count', '[data-check=B01]')
    await leader.button('asked.1.same').click()
    await leader.fill({ 'explanation.B01': 'As on the paper.' })
    await leader.page.locator('.asked').scrollIntoViewIfNeeded()
    await leader.button('asked.2.same').click()
    await leader.button('place.forSigning').click()
    await leader.button('signing.here').click()
    await leader.page.getByText('Signed: 1 of').waitFor()
  })

  scene('a correction before signing: the former version stays, with who signed it', async () => {
    const early = signers[1]!
    const wrong = await signOn(early, await leader.shown())
    await leader.take(wrong)
    await leader.page.locator('[data-signed="2"]').waitFor()
    await leader.page.getByText(leader.say('signing.correct')).click()
    await leader.fill({ 'figures.valid': 200 })
    await leader.button('place.forSigning').click()
    await leader.page.getByText('1 earlier version').waitFor()
    await leader.button('signing.here').click()
    // An answer to the former version is not taken for this one.
    await leader.take(wrong.replace(/\/$/, '/ '))
    await leader.page.getByText('This answer belongs to another statement').waitFor()
  })

  // threat: refusal-to-sign, claimed-ink
  scene(
    'thirteen officials, a supervisor and four agents sign on their devices, the police by a sealed seed',
    async () => {
      await everyoneSigns(signers, async signer => {
        if (signer === signers[0]) {
          await picture(signer, 'signed', '.codes')
          await readable(signer)
        }
        // Only the last agent is met again.
        if (signer !== signers.at(-1)) await signer.context.close()
      })
      await leader.page.getByText(leader.say('signing.seed')).click()
      await leader.page.locator('input[type=password]').fill(policeSeed)
      await leader.button('signing.seedSign').click()
      await leader.page.getByText(leader.say('signing.issued')).waitFor()
      expect(await leader.page.locator('[data-signed]').getAttribute('data-signed')).toBe('20')
      await picture(leader, 'signing', '.codes')
    },
  )

  scene('the signed form is printed from the leader’s device, which no figure leaves for it', async () => {
    await leader.page.getByText(leader.say('sending.carry')).click()
    const carried = await leader.shown(leader.page.locator('section details'))
    await leader.context.setOffline(true)
    await leader.go('/place/paper')
    expect(await leader.page.locator('[data-copy]').count()).toBe(5)
    await picture(leader, 'paper')
    const read = await codesOnPaper(leader.page, '[data-copy="3"] .paper-codes')
    expect([...read].sort()).toEqual(carried.split('\n').sort())
    await leader.context.setOffline(false)
    await leader.go('/place/signing/form')
  })

  // threat: early-publication
  scene('an agent objects; before the release only the commitment goes out', async () => {
    const agent = signers.at(-1)!
    await agent.page.getByText(agent.say('object.title')).click()
    await agent.page.locator('details[open] textarea').last().fill('Ballots were read out of sight.')
    await agent.button('object.sign').click()
    await agent.page.getByText(agent.say('object.done')).waitFor()
    await picture(agent, 'object', 'form textarea')
    await leader.button('sending.send').click()
    await sent(leader, 3)
    const states = leader.page.locator('li [data-state]')
    expect(await states.first().getAttribute('data-state')).toBe('waiting')
    await leader.page.getByText(leader.say('outbox.state.held')).waitFor()
    await picture(leader, 'outbox')
    expect((await boxOnRecord(server.address, theBox)).entries.map(({ kind }) => kind)).not.toContain('form')
  })

  // threat: interception, stopped-feed
  scene('a box without a network: anyone’s phone carries what it has signed', async () => {
    const [box, carrier] = ['N-02', await device(browser, server.address, { path: '/relay' })]
    const two = await twoDevices(browser, server.address, others, box)
    await morning(two)
    await sent(two.chief, 1)
    await two.chief.context.setOffline(true)
    await two.other.context.setOffline(true)
    const { authority, council } = founders
    const lost = { box: 'N-04', cards: ['L-N-02', 'L-N-04'], seed: others.seed }
    replaced = await lostDevice(browser, server.address, { authority, council, ...lost })
    await evening(two, figuresOf(80, 60, 40, 20))
    const carried = await codesInOutbox(two.chief, 4)
    const photographs = await photographsOfCodes(two.chief)
    expect(await two.chief.page.locator('li [data-state=waiting]').count()).toBe(3)
    await picture(carrier, 'carry')
    for (const photograph of photographs)
      await carrier.page.locator('input[type=file]').setInputFiles(photograph)
    await carrier.page.locator('main li').first().waitFor()
    // Whatever a photograph did not give is sent as a message.
    for (const codes of carried) await carrier.take(codes)
    await sent(carrier, 3)
    for (const { context } of [two.chief, two.other, carrier]) await context.close().catch(() => undefined)
    // The carrier’s phone still holds the form: it is asked for again below, by another carrier.
    const later = await device(browser, server.address, { path: '/relay' })
    for (const codes of carried) await later.take(codes)
    await later.go('/outbox')
    await later.page.locator('li [data-state]').nth(3).waitFor()
    offline = later
  })

  // threat: interception
  scene(
    'a leader’s device that dies before it sends: a copy on another’s device goes to the record',
    async () => {
      const box = 'N-03'
      const two = await twoDevices(browser, server.address, others, box)
      await wholeDay(two, figuresOf(70, 70, 30, 30))
      const carried = await codesInOutbox(two.chief, 4)
      await two.chief.context.close()
      await two.other.go('/relay')
      for (const codes of carried) await two.other.take(codes)
      await sent(two.other, 3)
      survivor = two.other
    },
  )

  scene('after the release every form is on the record; it verifies, and the site shows it', async () => {
    const days = otherBoxes
      .filter(box => !['N-02', 'N-03', 'N-04'].includes(box))
      .map((box, i) => [box, dayOf(box, figuresOf(90 + i, 70, 30, 10))] as const)
    const entriesOf = (of: readonly (readonly [string, object])[]) =>
      Promise.all(of.map(([box, draft]) => others.entry(draft, ...signersAt(box))))
    await send(
      server.address,
      await entriesOf(days.flatMap(([box, { day }]) => day.map(draft => [box, draft] as const))),
    )
    await releaseVotes(founders.authority)
    await send(server.address, await entriesOf(days.map(([box, { form }]) => [box, form] as const)))
    for (const holder of [leader, signers.at(-1)!, offline, survivor, replaced]) {
      await holder.go('/outbox')
      await holder.button('outbox.now').click()
      await expect
        .poll(() => holder.page.locator('li [data-state]:not([data-state=proved])').count(), {
          timeout: 60_000,
        })
        .toBe(0)
    }
    await leader.go('/place')
    await leader.page.locator('[data-step=send][data-state=done]').waitFor()
    await picture(leader, 'place')
    await readable(leader)
    const report = JSON.parse(countersign('verify', `${folder}/record`, '--json'))
    expect(report).toMatchObject({ intact: true, follows: true, failures: [] })
    // A revocation is no veto on a box without a network: its form is held for a ruling. A new device’s is not.
    const saysRevoked = async (box: string) =>
      JSON.stringify(await boxOnRecord(server.address, box)).includes('was revoked after')
    expect([await saysRevoked('N-02'), await saysRevoked('N-04')]).toEqual([true, false])
    expect(
      (await boxOnRecord(server.address, 'N-02')).entries.find(({ kind }) => kind === 'form'),
    ).toMatchObject({
      force: true,
    })
    await shownOnSite()
  })
})

let offline: Device
let survivor: Device
let replaced: Device
let policeSeed: string

/** Each scans what the leader shows, signs, and shows the answer, which the leader takes in. */
async function everyoneSigns(
  who: readonly Device[],
  after: (signer: Device) => Promise<void> = async () => {},
): Promise<void> {
  const question = await leader.shown()
  const before = Number(await leader.page.locator('[data-signed]').getAttribute('data-signed'))
  for (const [i, signer] of who.entries()) {
    await leader.take(await signOn(signer, question))
    await leader.page.locator(`[data-signed="${before + i + 1}"]`).waitFor()
    await after(signer)
  }
}

function twelveMinutesBehind(): void {
  const { now } = Date
  Date.now = () => now() - 720_000
}

/** Another signer answers an invitation. One in three reads Persian; the third one’s browser has no Ed25519. */
async function join(code: string, at: number): Promise<Device> {
  const language = at % 3 === 2 ? 'fa' : 'en'
  const without = at === 2 ? withoutEd25519 : undefined
  const signer = await device(browser, server.address, { language, path: `/join/${code}`, before: without })
  await answerHere(signer)
  if (without) {
    await signer.go('/')
    await signer.page.getByText(signer.say('device.kind.wrapped')).waitFor()
  }
  return signer
}

async function shownOnSite(): Promise<void> {
  countersign('publish', `${folder}/record`, '--out', `${folder}/site`, '--name', 'results')
  const page = await browser.newPage()
  await page.goto(`${server.address}/results/en/place/?box=${theBox}`)
  await page.getByText('Objection').first().waitFor(patient)
  expect(await page.locator('main').textContent()).toContain('210')
  // The turnout that was signed during the day, from the one box that had told a count.
  await page.goto(`${server.address}/results/en/course/`)
  expect(await page.locator('table', { hasText: 'Check-ins' }).first().textContent()).toContain('120')
  await page.close()
}
