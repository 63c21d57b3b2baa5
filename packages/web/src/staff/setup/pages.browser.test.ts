import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../../.ci/test/browser.ts'
import { violationsOn } from '../../node/fixtures/browser.ts'
import { builtStaff, type Running, running } from '../node/running.ts'
import { countersign } from '../node/trial.ts'

const chromium = inject('chromium')
/** Where the pictures of the documents go, when they are made anew. */
const pictures = process.env.PICTURES
let folder: string
let server: Running
let browser: Browser
let alive = false

beforeAll(async () => {
  if (chromium.path === undefined) return
  folder = mkdtempSync(join(tmpdir(), 'countersign-setup-'))
  server = await running(folder, await builtStaff())
  alive = true
  browser = await launchChromium(chromium.path)
})
afterAll(async () => {
  await browser?.close()
  if (alive) await server.kill()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** A device of its own: nothing is shared between two of them. */
async function device(language: 'en' | 'fa' = 'en', width = 1000): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: language,
    viewport: { width, height: 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('pageerror', error => {
    throw error
  })
  await page.goto(`${server.address}/staff/`)
  return page
}

/** Goes to a page of the application, and waits until the one before is gone: its buttons look much the same. */
async function go(page: Page, path: string): Promise<void> {
  if (new URL(page.url()).hash === `#${path}`) return
  const before = await page.locator('main h1').first().textContent()
  await page.evaluate(hash => {
    location.hash = hash
  }, `#${path}`)
  await page.waitForFunction(title => document.querySelector('main h1')?.textContent !== title, before)
}

/** The pictures that the documents show. */
const kept = new Set([
  'setup-begun',
  'setup-key',
  'setup-tables',
  'setup-sign-definition',
  'setup-sealed',
  'people-invite',
  'people-cards',
  'people-enrol',
  'people-revoke',
  'people-candidacies',
])

/** Looks for what keeps somebody from using the page; and takes its picture in both languages. */
async function picture(page: Page, name: string): Promise<void> {
  const wrong = await violationsOn(page)
  expect.soft(wrong, name).toEqual([])
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 800 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(wide, `${name} on a small phone`).toBeLessThanOrEqual(320)
  await page.setViewportSize(size)
  if (pictures === undefined || !kept.has(name)) return
  mkdirSync(pictures, { recursive: true })
  for (const language of ['en', 'fa']) {
    const other = page.locator(`header button[lang=${language}]`)
    if (await other.isVisible()) await other.click()
    await page.screenshot({ path: join(pictures, `${name}-${language}.png`), fullPage: true })
  }
  await page.locator('header button[lang=en]').click()
}

/** Ticks a box, and looks whether it stays ticked: a list may be drawn anew just then. */
async function tick(page: Page, name: RegExp): Promise<void> {
  const box = page.getByRole('checkbox', { name })
  await box.waitFor({ state: 'attached' })
  await expect
    .poll(
      async () => {
        if (!(await box.isChecked())) await page.locator('label', { hasText: name }).click()
        return box.isChecked()
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(true)
}

async function give(page: Page, table: string, csv: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.locator(`[data-table=${table}] button`).first().click()
  await (await choosing).setFiles({ name: `${table}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) })
}

const places = `district,district_name_en,place,name_en,box,form,first_stub,last_stub,delivered
N,North,P-1,School,N-1,F-1,1,300,300
N,North,P-1,School,N-2,F-2,301,600,300
S,South,P-2,Hall,S-1,F-3,601,900,300
`
const candidates =
  'candidate,number,name_en,name_fa,spellings\nanna,1,Anna Andersen,آنا آندرسن,Ana Andersen\nboris,2,Boris Bloom,بوریس بلوم,\n'

test('from the first code to a sealed list and enrolled people, each on a device of their own', async ({
  skip,
}) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const authority = await device()
  await authority.getByText('The first key').click()
  await authority.getByLabel('Setup code').fill(server.setupCode!)
  await authority.getByRole('button', { name: 'Make the key and begin' }).click()
  await authority.getByRole('button', { name: /plain/i }).waitFor()
  await picture(authority, 'setup-template')
  await authority.getByRole('button', { name: /plain/i }).click()
  await authority.locator('[data-step=rules]').waitFor()
  await picture(authority, 'setup-begun')

  await authority.locator('[data-step=rules] a').click()
  await authority.getByLabel('Name of the election in English').fill('Spring election')
  await authority.getByLabel('Name of the election in Persian').fill('انتخابات بهار')
  await authority.getByLabel('Voting day').fill('2031-05-04')
  await authority.locator('[data-saving=saved]').waitFor()
  await picture(authority, 'setup-rules')

  const supervisors = await device('fa', 400)
  await go(supervisors, '/setup/key')
  await supervisors.locator('button.main').click()
  const key = await supervisors.locator('[data-key]').textContent()
  await picture(supervisors, 'setup-key')
  await go(authority, '/setup/bodies')
  await authority.locator('[data-body=supervisors] input').nth(2).fill(key!.slice(1))
  await authority.getByText('This is not a public key').waitFor()
  await authority.locator('[data-body=supervisors] input').nth(2).fill(key!)
  await authority.locator('[data-saving=saved]').waitFor()
  await picture(authority, 'setup-bodies')

  await go(authority, '/setup/tables')
  await give(authority, 'places', places.replace('N-2,F-2', 'N-1,F-2'))
  await give(authority, 'candidates', candidates)
  await authority.locator('[data-code=box-twice]').waitFor()
  await picture(authority, 'setup-tables')
  await give(authority, 'places', places)
  await authority.getByText('3 boxes').waitFor()

  await go(authority, '/setup')
  await authority.locator('[data-stops="0"]').waitFor()
  await picture(authority, 'setup-ready')
  for (const step of ['definition', 'areas', 'boxes', 'seal']) {
    await authority.locator(`[data-step=sign-${step}-1] a`).click()
    await authority.getByRole('button', { name: /^Sign/ }).click()
    await authority.getByText('On the record').waitFor()
    if (step === 'definition') await picture(authority, 'setup-sign-definition')
    await authority.getByText('Back to the steps').click()
    await authority.locator(`[data-step=sign-${step}-1][data-state=done]`).waitFor()
  }

  const anna = await files('anna', 'Anna Andersen')
  await files('boris', 'Boris Bloom')
  await go(supervisors, '/people/candidacies')
  for (const candidate of ['anna', 'boris']) {
    await supervisors.locator(`[data-candidate=${candidate}] button.main`).click()
    await supervisors.locator(`[data-candidate=${candidate}][data-decided=approved]`).waitFor()
  }
  await picture(supervisors, 'people-candidacies')
  await go(authority, '/setup')
  for (const step of ['ballot', 'calendar']) {
    await authority.locator(`[data-step=sign-${step}-1] a`).click()
    const sign = authority.getByRole('button', { name: /^Sign/ })
    const nothing = authority.getByText(/nothing to sign/)
    await sign.or(nothing).first().waitFor()
    if (await sign.isVisible()) await sign.click()
    await authority.getByText('On the record').waitFor()
    await authority.getByText('Back to the steps').click()
  }
  await authority.locator('[data-step=sign-ballot-1][data-state=done]').waitFor()
  await picture(authority, 'setup-sealed')

  await go(authority, '/people/invite')
  await authority.getByLabel('Number of the card').fill('L-1')
  await authority.getByLabel('Ballot box').fill('N-1')
  await authority.getByLabel('Name, for the card').fill('Lena')
  await picture(authority, 'people-invite')
  await authority.getByRole('button', { name: 'Invite', exact: true }).click()
  await authority.locator('[data-card=L-1]').waitFor()
  const link = await authority.locator('[data-card=L-1] a').getAttribute('href')
  await go(authority, '/people/invite')
  await give(
    authority,
    'roster',
    'role,card,box,name\nleader,L-2,N-2,Omid\nsupervisor,S-1,N-1,\nofficial,O-1,N-1,\n',
  )
  await authority.locator('[data-code=role-of-another-side]').waitFor()
  await give(authority, 'roster', 'role,card,box,name\nleader,L-2,N-2,Omid\nofficial,O-1,N-1,\n')
  await authority.getByRole('button', { name: 'Invite all 2 people' }).click()
  await authority.locator('[data-card=O-1]').waitFor()
  await picture(authority, 'people-cards')

  const leader = await device('fa', 400)
  await go(leader, new URL(link!).hash.slice(1))
  await leader.locator('button.main').click()
  await leader.locator('main [role=status]').waitFor()
  await go(authority, '/people/enrol')
  await authority.getByText('card L-1').waitFor()
  await picture(authority, 'people-enrol')
  await authority.getByRole('button', { name: /Sign the enrolment/ }).click()
  await authority.getByText('Nobody has answered').waitFor()
  await go(authority, '/people')
  await authority.locator('[data-card=L-1][data-state=enrolled]').waitFor()
  await picture(authority, 'people')

  // Somebody without a device gets a sealed seed, which their side enrols as it does everyone.
  await go(authority, '/people/seeds')
  await tick(authority, /official · card O-1/)
  await authority.getByRole('button', { name: 'Make 1 seed' }).click()
  await authority.locator('[data-seed=O-1]').waitFor()
  await picture(authority, 'people-seeds')
  await go(authority, '/people/enrol')
  await authority.getByText('card O-1').waitFor()
  await authority.getByRole('button', { name: /Sign the enrolment/ }).click()
  await authority.getByText('Nobody has answered').waitFor()

  // A candidate's agent: invited and enrolled by the candidate, admitted by the authority.
  await go(anna, '/people/invite')
  await anna.getByLabel('Number of the card').fill('A-1')
  await anna.getByLabel('Ballot box').fill('N-1')
  await anna.getByRole('button', { name: 'Invite', exact: true }).click()
  const agent = await device('en', 320)
  const own = (await anna.locator('[data-card=A-1] a').getAttribute('href'))!
  await go(agent, new URL(own).hash.slice(1))
  await agent.locator('button.main').click()
  await agent.locator('main [role=status]').waitFor()
  await go(anna, '/people/enrol')
  await anna.getByRole('button', { name: /Sign the enrolment/ }).click()
  await anna.getByText('Nobody has answered').waitFor()
  await go(authority, '/people/agents')
  await authority.getByText('agent of anna').waitFor()
  await picture(authority, 'people-agents')
  await authority.getByRole('button', { name: 'Admit 1 agent' }).click()
  await authority.getByText('1 decision signed').waitFor()

  // The record holds what the devices signed, and a key that is taken back.
  await go(authority, '/people/revoke')
  await tick(authority, /card L-1/)
  await authority.getByLabel('Reason').fill('The telephone was lost.')
  await picture(authority, 'people-revoke')
  await authority.getByRole('button', { name: 'Take 1 key back' }).click()
  await authority.getByText('Signed and on its way').waitFor()
  // Another body signs the same, from the codes on the screen: after a box has opened it takes both.
  await authority.getByText('If a box has opened').click()
  await authority.getByText('The same as text').click()
  const codes = await authority.locator('figure textarea').inputValue()
  await go(supervisors, '/people/second')
  await supervisors.locator('summary').click()
  await supervisors.locator('main textarea').fill(codes)
  await supervisors.locator('main form button').click()
  await supervisors.locator('[data-second=revoke] button.main').click()
  await supervisors.locator('[data-second=revoke] [role=status]').filter({ hasText: /./ }).waitFor()

  const leaders = async () =>
    (await (await fetch(`${server.address}/people?role=leader`)).json()) as readonly {
      card: string
      revoked: boolean
    }[]
  await expect.poll(leaders).toMatchObject([{ card: 'L-1', revoked: true }])
  await server.kill()
  alive = false
  expect(JSON.parse(countersign('verify', join(folder, 'record'), '--json'))).toMatchObject({
    intact: true,
    failures: [],
  })
  const kept = recorded(folder)
  expect(kept.includes('The telephone was lost.')).toBe(true)
  expect(kept.includes('Lena'), 'a name is on the server').toBe(false)
})

/** All bytes under a folder, as one text. */
function recorded(path: string): string {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  return files.map(file => readFileSync(join(file.parentPath, file.name), 'latin1')).join('\n')
}

/** A candidate files on a device of their own. */
async function files(id: string, name: string): Promise<Page> {
  const page = await device()
  await go(page, '/people/candidacy')
  await page.getByLabel('ID of the candidate').fill(id)
  await page.getByLabel('Name in English').fill(name)
  await page.getByLabel('Number of the card').fill('1')
  if (id === 'anna') await picture(page, 'people-candidacy')
  await page.getByRole('button', { name: /file/i }).click()
  await page.locator(`[data-filed=${id}]`).waitFor()
  return page
}
