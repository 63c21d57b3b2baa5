import { readFileSync } from 'node:fs'
import { parseStatement, toHex } from '@countersign/election'
import { formatSeed, pageCode, sign } from '@countersign/record'
import { sha256 } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../../.ci/test/browser.ts'
import { type Device, device, picture, readable, takeSeed } from './device.ts'
import { begin, compare, complain, greyAt, keyIn, shownIn, tabTo, textsOf } from './night-steps.ts'
import { paperPhotograph } from './paper-photograph.ts'
import { builtStaff, type Running, running } from './running.ts'
import { countersign, dayOf, figuresOf, makeTrial, send, staffOf, type Trial } from './trial.ts'

/**
 * The night after the vote, at a tally centre, at the national desk and with agents: packets keyed in twice, copies
 * compared, boxes held and ruled on, sums and announcements. A made-up election, as its people meet it.
 */
const chromium = inject('chromium')
const patient = { timeout: 60_000 }
let trial: Trial
let server: Running
let browser: Browser

/** The people of the night, each with a seed of their own. */
const people = {
  ada: { role: 'clerk', card: 'N-1', area: 'N', side: 'ministry' },
  ben: { role: 'clerk', card: 'N-2', area: 'N', side: 'ministry' },
  cyrus: { role: 'clerk', card: 'N-3', area: 'N', side: 'ministry' },
  head: { role: 'centreHead', card: 'N-4', area: 'N', side: 'ministry' },
  otherHead: { role: 'centreHead', card: 'C-4', area: 'C', side: 'ministry' },
  desk: { role: 'desk', card: 'D-1', side: 'ministry' },
  watcher: { role: 'representative', card: 'R-1', area: 'N', side: 'anna' },
} as const
type Name = keyof typeof people
const seedOf = (name: Name) => sha256(new TextEncoder().encode(`the night: ${name}`))
const keyOf = (name: Name) => sodiumNative.signingKeyFromSeed(seedOf(name))
const devices = {} as Record<Name, Device>

const figures = figuresOf(90, 70, 30, 10)
/** The boxes of the centre, but the one whose people have devices in the other test. */
const boxes = Array.from({ length: 13 }, (_, i) => `N-${String(i + 2).padStart(2, '0')}`)
const [plain, quarantined, second, differing, false_, unpacked] = boxes as [
  string,
  string,
  string,
  string,
  string,
  string,
]

let failed = false
/** A test that goes on from the one before. */
function scene(name: string, play: () => Promise<void>): void {
  test(name, async ({ skip }) => {
    skip(failed, 'an earlier scene failed')
    failed = true
    await play()
    failed = false
  })
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

describe.skipIf(chromium.missing !== undefined)('the night', () => {
  scene(
    'the forms of the night are on the record, and the people of the centre have their keys',
    async () => {
      for (const side of ['ministry', 'anna'] as const) {
        const keys = await Promise.all(
          (Object.keys(people) as Name[])
            .filter(name => people[name].side === side)
            .map(async name => {
              const { side: _, ...person } = people[name]
              return { key: toHex((await keyOf(name)).publicKey), ...person }
            }),
        )
        await send(server.address, [await trial.entry({ kind: 'enrol', round: 0, side, keys }, side)])
      }
      await reportAll()
      for (const name of ['ada', 'ben', 'cyrus', 'head', 'desk', 'watcher'] as const) {
        devices[name] = await device(browser, server.address, { width: name === 'watcher' ? 390 : 1024 })
        await takeSeed(devices[name], formatSeed(seedOf(name)))
      }
    },
  )

  // threat: opened-on-its-way
  scene(
    'packets are handed over and scanned in; a seal that differs, one that came twice and one of another centre are asked about',
    async () => {
      const { ada } = devices
      const leader = await device(browser, server.address)
      await takeSeed(leader, trial.seed(`${plain} leader`))
      await handOver(leader, 'A-1 A-2')
      const never = { kind: 'custody', box: unpacked, packet: '3', from: 'polling place', to: 'Centre N' }
      await send(server.address, [await trial.entry(never, `${unpacked} leader`)])
      await ada.go('/centre')
      await ada.page.getByText(ada.say('intake.title')).waitFor()
      await picture(ada, 'centre')
      await readable(ada)
      await ada.page.locator(`[data-awaited="${plain}"]`).waitFor()
      await ada.page.keyboard.press('Alt+i')
      await ada.page.locator('.scan').waitFor()
      await ada.page.getByLabel(ada.say('intake.seals')).fill('A-1 A-9')
      await scan(ada, plain, 'taken in', 1)
      await signFor(ada)
      await coSign(leader)
      await expect.poll(async () => kindsNow(plain, 'custody'), patient).toBe(2)
      await ada.page.locator('[data-arrival]').first().waitFor()
      await scan(ada, 'C-01', 'foreign', 2)
      await scan(ada, plain, 'again', 3)
      const asked = ada.page.locator('[data-arrival="again"]')
      await asked.getByRole('textbox').fill('The leader brought the same copy twice.')
      await picture(ada, 'intake')
      await asked.getByRole('button').click()
      await asked.getByText('brought the same copy twice').waitFor()
      await readable(ada)
      await ada.go(`/box/${plain}`)
      await ada.page.locator('[data-seals=differ]').waitFor()
      await ada.page.locator('[data-happened="taken in"]').first().waitFor()
      await picture(ada, 'box')
      await readable(ada)
      await leader.context.close()
    },
  )

  // threat: harvested-names
  scene(
    'a copy is photographed: names masked on the device, the original sealed, the rest published',
    async () => {
      const { cyrus } = devices
      const paper = await cyrus.context.newPage()
      const code = pageCode({
        definition: trial.definition,
        round: 1,
        copy: 3,
        page: 2,
        box: plain,
        serial: `F-${plain}`,
      })
      const original = await paperPhotograph(paper, code)
      await paper.close()
      await cyrus.go('/photograph')
      await cyrus.page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'copy.jpg', mimeType: 'image/jpeg', buffer: original })
      const mask = cyrus.page.locator('.masking button.mask')
      await mask.waitFor()
      expect(await cyrus.page.locator('[data-field=box]').inputValue()).toBe(plain)
      // The keyboard alone: a little larger, then once more for what it must not cover.
      await mask.focus()
      await cyrus.page.keyboard.press('Shift+ArrowDown')
      await picture(cyrus, 'photograph')
      await readable(cyrus)
      expect(await cyrus.button('photograph.sign').isDisabled()).toBe(true)
      await cyrus.page.getByText(cyrus.say('photograph.checked')).click()
      await cyrus.button('photograph.sign').click()
      await cyrus.page.locator('[data-brought="2"]').waitFor(patient)

      const { entries } = await boxNow(plain)
      const attached = entries.find(({ kind }) => kind === 'attach')!
      const { masked } = await shownIn(cyrus)
      const published = await fetch(`${server.address}/record/blob/sha256/${masked}`)
      const bytes = Buffer.from(await published.arrayBuffer())
      expect([toHex(sha256(bytes)), bytes.includes('51.3890')]).toEqual([masked, false])
      const digest = toHex(sha256(original))
      expect((await fetch(`${server.address}/record/blob/sha256/${digest}`)).status).toBe(404)
      expect(attached.id).toMatch(/^[0-9a-f]{64}$/)
      // Where the names were there is black, and where the figures are there is not.
      expect(await greyAt(cyrus, bytes, 0.3, 0.37)).toBeLessThan(8)
      expect(await greyAt(cyrus, bytes, 0.9, 0.9)).toBeGreaterThan(240)
    },
  )

  // threat: misreading
  scene('a typing error is caught by the second entry; a third person keys that line alone', async () => {
    const { ada, ben, cyrus } = devices
    await ada.go('/centre/key')
    await keyIn(ada, figures, { 'figures.votes.2': 7 })
    await begin(ben)
    expect(await ben.page.locator('[data-figure="figures.votes.1"]').inputValue()).toBe('')
    await ben.page.locator('.photograph img').waitFor()
    await picture(ben, 'keying')
    await readable(ben)
    await keyIn(ben, figures, {})
    await begin(cyrus)
    expect(await cyrus.page.locator('[data-figure]').count()).toBe(1)
    await picture(cyrus, 'keying-third')
    await cyrus.page.keyboard.type('70')
    await cyrus.page.keyboard.press('Alt+f')
    await cyrus.page.getByText(cyrus.say('keying.none')).waitFor()
  })

  scene('a network that is cut in mid-entry: it is said, and every figure stays', async () => {
    const { ada, ben, cyrus } = devices
    const cut = boxes[8]!
    // Two have gone for tea with the keying page open: it takes nothing by itself.
    for (const clerk of [ben, cyrus]) {
      await clerk.go('/centre/key')
      await clerk.page.getByText(clerk.say('keying.none')).waitFor()
    }
    await ada.go('/centre/intake')
    await ada.page.locator('.scan').waitFor()
    await scan(ada, cut, 'taken in', 1)
    await ada.go('/centre/key')
    await ada.page.getByText(cut, { exact: true }).waitFor()
    await ada.context.setOffline(true)
    await keyIn(ada, figures, {})
    await ada.page.getByText(ada.say('refusal.offline')).first().waitFor()
    expect(await ada.page.locator('[data-figure="figures.votes.1"]').inputValue()).toBe('90')
    await ada.context.setOffline(false)
    // The whole page is opened anew: what was typed is on the device.
    await ada.page.reload()
    await ada.page.locator('[data-figure]').first().waitFor()
    expect(await ada.page.locator('[data-figure="figures.votes.2"]').inputValue()).toBe('70')
    await ada.page.keyboard.press('Alt+f')
    await ada.page.getByText(ada.say('keying.none')).waitFor()
  })

  scene('three people read three figures: the head reads the paper, that line alone', async () => {
    const { ada, ben, cyrus, head } = devices
    // Another clerk keys the copy of before a second time.
    await ben.go('/centre/key')
    await keyIn(ben, figures, {})
    await ada.go('/centre/intake')
    await ada.page.locator('.scan').waitFor()
    await scan(ada, boxes[9]!, 'taken in', 1)
    await keyIn(ben, figures, {})
    await ada.go('/centre/key')
    await keyIn(ada, figures, { 'figures.votes.1': 91 })
    await ben.go('/centre')
    await begin(cyrus)
    await cyrus.page.locator('[data-figure="figures.votes.1"]').fill('19')
    await cyrus.page.keyboard.press('Alt+f')
    await cyrus.page.getByText(cyrus.say('keying.none')).waitFor()
    await head.go('/centre/settle')
    await head.page.locator('[data-figure="figures.votes.1"]').fill('90')
    await picture(head, 'settle')
    await readable(head)
    await head.button('settling.settle').click()
    await head.page.getByText(head.say('settling.none')).waitFor()
  })

  scene('a copy that is left lying is laid back for others; what was typed of it is not lost', async () => {
    const { ada, cyrus } = devices
    await ada.go('/centre/intake')
    await ada.page.locator('.scan').waitFor()
    await scan(ada, boxes[10]!, 'taken in', 1)
    const page = await cyrus.context.newPage()
    await page.clock.install()
    await page.goto(`${server.address}/staff/#/centre/key`)
    const field = page.locator('[data-figure="figures.votes.1"]')
    await field.fill('89')
    await page.clock.fastForward('11:00')
    const take = page.getByRole('button', { name: cyrus.say('keying.take') })
    await take.waitFor()
    expect(await waitsNow()).toMatchObject({ empty: 1 })
    await take.press('Enter')
    await field.waitFor()
    expect(await field.inputValue()).toBe('89')
    await page.getByRole('button', { name: cyrus.say('keying.giveUp') }).click()
    await expect.poll(waitsNow, patient).toMatchObject({ empty: 1 })
    await page.close()
  })

  scene('a packet is taken in and keyed without a mouse, in Persian', async () => {
    const { ben } = devices
    const { page } = ben
    const fields = page.locator('[data-figure]')
    await ben.go('/centre')
    await tabTo(page, 'header .plain')
    await page.keyboard.press('Enter')
    await page.locator('html[lang=fa]').waitFor()
    await page.keyboard.press('Alt+i')
    await tabTo(page, '.scan summary')
    await page.keyboard.press('Enter')
    await tabTo(page, '.scan textarea')
    const paper = { definition: trial.definition, round: 1, copy: 3, page: 1 }
    await page.keyboard.insertText(pageCode({ ...paper, box: boxes[11]!, serial: `F-${boxes[11]}` }))
    await tabTo(page, '.scan button[type=submit]')
    await page.keyboard.press('Enter')
    await page.locator('[data-arrival="taken in"]').waitFor()
    await page.keyboard.press('Alt+k')
    await fields.first().waitFor()
    expect(await fields.first().evaluate(field => field === document.activeElement)).toBe(true)
    await page.keyboard.type('۲۰۰')
    await page.keyboard.press('Enter')
    expect(await fields.nth(1).evaluate(field => field === document.activeElement)).toBe(true)
    await tabTo(page, 'form button:last-of-type')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await waitsNow()).empty, patient).toBe(2)
    await page.keyboard.press('Alt+b')
    await tabTo(page, 'header .plain')
    await page.keyboard.press('Enter')
    await page.locator('html[lang=en]').waitFor()
  })

  scene('what was read, by whom and when is shown once reading is over', async () => {
    const { ada } = devices
    await ada.go(`/box/${plain}`)
    await ada.page.locator('[data-history] table').waitFor()
    expect(await ada.page.locator('[data-happened=finish]').count()).toBe(3)
    await picture(ada, 'history', '[data-history]')
    await readable(ada)
  })

  scene('the transcript is signed by two clerks, on their own devices', async () => {
    for (const clerk of [devices.ben, devices.cyrus]) {
      await clerk.go('/centre/transcripts')
      await clerk.page.locator(`[data-box="${plain}"] summary`).click()
      await clerk.button('transcripts.sign').click()
      await clerk.page.getByText(clerk.say('transcripts.signed')).waitFor()
    }
    await picture(devices.ben, 'transcript')
    await expect.poll(async () => (await boxNow(plain)).transcripts, patient).toBe(2)
  })

  // threat: typed-copies, altered-form
  scene(
    'an agent’s copies: identical; signed by others and different; typed falsely, which only marks the box',
    async () => {
      const agent = await device(browser, server.address)
      await takeSeed(agent, trial.seed(`${differing} agent of anna`))
      const other = { ...dayOf(differing, figuresOf(88, 72, 30, 10)).form, blind: '77'.repeat(16) }
      await compare(agent, await trial.entry(other, ...staffOf(differing)))
      await agent.page.locator('[data-verdict="different"]').waitFor()
      expect(await agent.page.locator('tr:has([data-differs="votes.1"])').textContent()).toMatch(/90.*88/)
      await picture(agent, 'compare')
      await readable(agent)
      await complain(agent, 'The copy in my hand has other figures.')
      await expect.poll(async () => (await boxNow(differing)).state, patient).toBe('conflicting')
      await agent.context.close()

      const liar = await device(browser, server.address)
      await takeSeed(liar, trial.seed(`${false_} agent of anna`))
      await compare(liar, await trial.entry(dayOf(false_, figures).form, ...staffOf(false_)))
      await liar.page.locator('[data-verdict="identical"]').waitFor()
      await liar.button('compare.another').click()
      await liar.page.getByText(liar.say('compare.type'), { exact: true }).click()
      await liar.page.locator('[data-figure="figures.votes.1"]').fill('200')
      await liar.button('compare.compare').click()
      await liar.page.locator('[data-verdict="different"]').waitFor()
      await complain(liar, 'I remember two hundred.')
      await expect.poll(async () => (await boxNow(false_)).state, patient).toBe('disputed')
      const { findings } = await boxNow(false_)
      expect(findings.map(({ en }) => en).join()).toContain('A witness who signed the form claims another')
      await liar.context.close()
    },
  )

  // threat: stolen-key
  scene('a box that is held is ruled on by two bodies, and no sooner', async () => {
    const { head } = devices
    await head.go('/desk/held')
    await head.page.getByText(quarantined).first().waitFor()
    await picture(head, 'held')
    await readable(head)
    await head.go(`/desk/held/${quarantined}`)
    await head.page
      .getByRole('radio', { name: head.say('decision.accept'), exact: true })
      .check({ force: true })
    await head.page.locator('textarea').fill('Copied wrongly; all copies of the form say the same.')
    await head.button('ruling.propose').click()
    await head.page.getByText(head.say('ruling.proposed')).waitFor()
    await head.page.locator('[data-ruling]').waitFor(patient)
    expect((await boxNow(quarantined)).state).toBe('quarantined')
    const council = await device(browser, server.address, { language: 'fa' })
    await takeSeed(council, trial.seed('council'))
    await council.go(`/desk/held/${quarantined}`)
    await council.button('ruling.sign').click()
    await expect.poll(async () => (await boxNow(quarantined)).state, patient).toBe('accepted')
    await picture(council, 'ruling')
    await council.context.close()
  })

  scene('a second form makes its box conflicting; a recount that two bodies ordered settles it', async () => {
    expect((await boxNow(second)).state).toBe('conflicting')
    const { head } = devices
    await head.go(`/desk/held/${second}`)
    await head.page.locator('[data-differs="figures.votes.1"]').first().waitFor()
    await picture(head, 'two-forms')
    await readable(head)
    const ruling = { kind: 'ruling', box: second, decision: 'recount', explanation: 'Two forms.' }
    await send(server.address, [await trial.entry(ruling, 'ministry', 'council')])
    await head.page.locator('[data-ordered=recount]').waitFor(patient)
    const { entries } = await boxNow(second)
    const id = entries.find(({ kind }) => kind === 'ruling')!.id
    const recount = { kind: 'recount', box: second, ruling: id, figures: figuresOf(85, 75, 30, 10) }
    await send(server.address, [await trial.entry(recount, 'ministry', 'council')])
    expect((await boxNow(second)).state).toBe('accepted')
  })

  scene('a party counts its agents’ copies on its own device, and nothing of it is sent', async () => {
    const { watcher } = devices
    const unsent = boxes[7]!
    const seen = { ...dayOf(unsent, figuresOf(88, 72, 30, 10)).form, blind: '66'.repeat(16) }
    const same = await trial.entry(dayOf(plain, figures).form, ...staffOf(plain))
    const other = await trial.entry(seen, ...staffOf(unsent))
    await watcher.go('/party')
    await watcher.page.getByRole('button', { name: /everything here/ }).click()
    await expect.poll(() => watcher.page.locator('[data-kept=kept]').count(), patient).toBe(3)
    await watcher.take([same, other].flatMap(textsOf).join('\n'))
    await watcher.page.getByRole('button', { name: /^Keep what was scanned/ }).click()
    await watcher.page.locator(`[data-differing="${unsent}"] summary`).click()
    expect(await watcher.page.locator('[data-differing]').count()).toBe(1)
    await picture(watcher, 'party', '[data-differing]')
    await readable(watcher)
    await watcher.button('party.court.make').click()
    const [evidence] = await Promise.all([
      watcher.page.waitForEvent('download'),
      watcher.page.locator('a[download]').click(),
    ])
    expect(readFileSync(await evidence.path())).toSatisfy(zip =>
      zip.includes(`1-${unsent}/published.tlog-proof`),
    )
    expect((await boxNow(unsent)).entries.filter(({ kind }) => kind === 'form')).toHaveLength(1)
  })

  scene('a copy of a box that was never asked about is compared without a network', async () => {
    const { watcher } = devices
    await watcher.context.setOffline(true)
    const box = boxes[11]!
    await compare(watcher, await trial.entry(dayOf(box, figures).form, ...staffOf(box)))
    await watcher.page.locator('[data-verdict="identical"]').waitFor()
    await readable(watcher)
    await watcher.context.setOffline(false)
  })

  // threat: wrong-sum
  scene(
    'a centre signs its sum, a representative objects; another centre’s sum is wrong, and it is said',
    async () => {
      const { head, watcher } = devices
      await head.go('/centre/tally')
      await head.button('centreTally.sign').click()
      await head.page.getByText(head.say('centreTally.signed')).waitFor()
      await picture(head, 'tally')
      await readable(head)
      await watcher.go('/centre/sums')
      const sum = watcher.page.locator('[data-sum="N"]')
      await sum.waitFor(patient)
      await sum.locator('textarea').fill('The sum was not read aloud.')
      await watcher.button('sums.object').click()
      await sum.getByText(watcher.say('sums.said.object')).waitFor()
      await picture(watcher, 'sums')
      await readable(watcher)
      const wrong = {
        ...{ area: 'C', boxes: 13, digest: 'ab'.repeat(32), treeSize: 9 },
        figures: { taken: 1 },
      }
      const entry = await trialEntryBy('otherHead', { kind: 'tally', ...wrong })
      await send(server.address, [entry])
    },
  )

  scene('the national desk sees both totals and what is held, and issues three announcements', async () => {
    const { desk } = devices
    await desk.go('/desk')
    await desk.page.getByText(desk.say('desk.totals')).waitFor()
    await picture(desk, 'desk')
    await readable(desk)
    const version = await desk.page.locator('[data-version]').getAttribute('data-version')
    await send(server.address, [await trial.entry(dayOf('S-13', figures).form, ...staffOf('S-13'))])
    // The page hears of it by itself.
    await desk.page.locator(`[data-version]:not([data-version="${version}"])`).waitFor(patient)
    for (let i = 0; i < 3; i++) {
      await desk.go('/desk/announce')
      await desk.button('announce.sign').click()
      await desk.page.getByText(desk.say('announce.signed')).waitFor()
      await expect.poll(async () => (await statements('announce')).length, patient).toBe(i + 1)
      await desk.go('/desk')
    }
    await desk.go('/progress')
    await desk.page.getByText(desk.say('progress.caption')).waitFor()
    // A leader signed that a packet was handed over, and it never came.
    const wall = await (await fetch(`${server.address}/centres/progress`)).json()
    expect(wall).toContainEqual(expect.objectContaining({ area: 'N', sent: 1 }))
    await picture(desk, 'progress')
    await readable(desk)
  })

  scene('the record verifies and tells it all: only the wrong sum does not follow', async () => {
    for (const one of Object.values(devices)) {
      await one.go('/outbox')
      await one.button('outbox.now').click()
      await expect
        .poll(() => one.page.locator('li [data-state]:not([data-state=proved])').count(), patient)
        .toBe(0)
    }
    const report = verified()
    expect([report.intact, report.follows]).toEqual([true, false])
    expect(new Set(report.failures.map(({ code }) => code))).toEqual(new Set(['C01']))
    const tally = JSON.parse(countersign('tally', `${trial.folder}/record`, '--json'))
    expect(tally.rounds[0].boxes).toMatchObject({ conflicting: 1, disputed: 1, accepted: 2 })
    // A packet that never came: its box stands on the form that was sent directly.
    expect((await boxNow(unpacked)).transcripts).toBe(0)
    // Whoever reads the record, and nothing else, finds all of it.
    expect(toldOf(differing)).toEqual(expect.arrayContaining(['form', 'complaint']))
    expect(toldOf(second)).toEqual(expect.arrayContaining(['ruling', 'recount']))
    expect(toldOf(second).filter(kind => kind === 'form')).toHaveLength(2)
    expect(toldOf(false_)).toEqual(expect.arrayContaining(['form', 'transcript', 'complaint']))
  })
})

/** The kinds of what the record has of a box, as the command shows them. */
function toldOf(box: string): readonly string[] {
  const shown = JSON.parse(countersign('show', `${trial.folder}/record`, box, '--json'))
  return shown.entries.map(
    ({ statement }: { readonly statement: { readonly kind: string } }) => statement.kind,
  )
}

/** Every box of the country reports, but one; two of the centre's in ways that hold them. */
async function reportAll(): Promise<void> {
  const others = trial.otherBoxes.filter(box => box !== 'S-13')
  const forms = others.map(box => [box, dayOf(box, box === quarantined ? wrong : figures).form] as const)
  const again = { ...dayOf(second, figuresOf(80, 80, 30, 10)).form, blind: '88'.repeat(16) }
  const entries = await Promise.all(
    [...forms, [second, again] as const].map(([box, form]) => trial.entry(form, ...staffOf(box))),
  )
  await send(server.address, [await trial.entry({ kind: 'release' }, 'ministry')])
  await send(server.address, entries)
}

const wrong = { ...figures, taken: 201 }

async function scan(clerk: Device, box: string, arrival: string, packets: number): Promise<void> {
  const page = { definition: trial.definition, round: 1, copy: 3, page: 1, box, serial: `F-${box}` }
  await clerk.take(pageCode(page))
  await expect.poll(() => clerk.page.locator('[data-arrival]').count(), patient).toBe(packets)
  expect(await clerk.page.locator('[data-arrival]').first().getAttribute('data-arrival')).toBe(arrival)
}

/** A leader hands the packet with the centre's copy over. */
async function handOver(leader: Device, seals: string): Promise<void> {
  await leader.go('/custody')
  await leader.fill({ packet: 3, to: 'Centre N', seals })
  await picture(leader, 'hand-over', '[data-field=from]')
  await readable(leader)
  await leader.button('custody.signGiven').click()
  await leader.page.locator('[data-given] .codes').waitFor()
  await expect.poll(async () => (await statements('custody&waiting=true')).length, patient).toBeGreaterThan(0)
}

/** The receiving side finds another seal than was noted, and says so. */
async function signFor(clerk: Device): Promise<void> {
  const handing = clerk.page.locator(`[data-handing="${plain}"]`)
  await handing.getByRole('alert').waitFor(patient)
  expect(await clerk.button('custody.sign').isDisabled()).toBe(true)
  await handing.locator('textarea').fill('One seal was torn on the way and replaced before the police.')
  await picture(clerk, 'receive', '[data-handing]')
  await readable(clerk)
  await clerk.button('custody.sign').click()
  await clerk.page.locator(`[data-handed="${plain}"]`).waitFor()
}

/** The giving side signs what the other has found. */
async function coSign(leader: Device): Promise<void> {
  await leader.go('/')
  await leader.go('/custody')
  await leader.page.locator(`[data-handing="${plain}"]`).waitFor(patient)
  await leader.button('custody.sign').click()
  await leader.page.locator(`[data-handed="${plain}"]`).waitFor()
}

/** Entries of a kind about a box that have force. */
async function kindsNow(box: string, kind: string): Promise<number> {
  return (await boxNow(box)).entries.filter(entry => entry.kind === kind).length
}

/** The centre's packets by what became of them. */
async function waitsNow(): Promise<Readonly<Record<string, number>>> {
  const centres = await (await fetch(`${server.address}/centres/progress`)).json()
  return (centres as { area: string; packets: Record<string, number> }[]).find(({ area }) => area === 'N')!
    .packets
}

interface BoxNow {
  readonly state: string
  readonly entries: readonly { readonly kind: string; readonly id: string }[]
  readonly findings: readonly { readonly en: string }[]
  readonly transcripts: number
}

async function boxNow(box: string): Promise<BoxNow> {
  const answer = await fetch(`${server.address}/boxes/${box}`)
  const now = (await answer.json()) as Omit<BoxNow, 'transcripts'>
  return { ...now, transcripts: now.entries.filter(({ kind }) => kind === 'transcript').length }
}

async function statements(kind: string): Promise<readonly unknown[]> {
  return (await fetch(`${server.address}/statements?kind=${kind}`)).json() as Promise<readonly unknown[]>
}

async function trialEntryBy(name: Name, draft: object): Promise<Uint8Array> {
  const statement = parseStatement({ definition: trial.definition, round: 1, ...draft })
  if (!statement.ok) throw new Error(statement.refusal.message)
  const entry = await sign(statement.value, [await keyOf(name)])
  if (!entry.ok) throw new Error(entry.refusal.message)
  return entry.value
}

function verified(): { intact: boolean; follows: boolean; failures: readonly { code: string }[] } {
  try {
    return JSON.parse(countersign('verify', `${trial.folder}/record`, '--json'))
  } catch (error) {
    // What was stated does not follow: it ends with 1, and tells why on its output.
    const said = (error as Error).message
    return JSON.parse(said.slice(said.indexOf('{')))
  }
}
