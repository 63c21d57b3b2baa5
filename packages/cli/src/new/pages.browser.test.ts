import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type RunningServer, startServer } from '@countersign/server'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'

const chromium = inject('chromium')
const staff = process.env.STAFF ?? resolve(import.meta.dirname, '../../../web/dist/staff')
const pictures = process.env.PICTURES
let folder: string
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  if (chromium.path === undefined) return
  folder = mkdtempSync(join(tmpdir(), 'countersign-setup-'))
  const started = await startServer({ data: folder, staff, rehearsal: true, unasked: true, threads: 1 })
  if (!started.ok) throw new Error(started.refusal.message)
  server = started.value
  browser = await launchChromium(chromium.path)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** A device of its own: nothing is shared between two of them. */
async function device(language: 'en' | 'fa' = 'en', width = 1000): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: language,
    viewport: { width, height: 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', error => {
    throw error
  })
  await page.goto(`${server.address}/staff/`)
  return page
}

function go(page: Page, path: string): Promise<void> {
  return page.evaluate(hash => {
    location.hash = hash
  }, `#${path}`)
}

async function picture(page: Page, name: string): Promise<void> {
  const wrong = await violationsOn(page)
  expect.soft(wrong, name).toEqual([])
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  return found
}

async function give(page: Page, table: string, csv: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.locator(`[data-table=${table}] button`).click()
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
  await picture(authority, 'setup-template-en')
  await authority.getByRole('button', { name: /plain/i }).click()
  await authority.locator('[data-step=rules]').waitFor()
  await picture(authority, 'setup-begun-en')

  await authority.locator('[data-step=rules] a').click()
  await authority.getByLabel('Name of the election in English').fill('Spring election')
  await authority.getByLabel('Name of the election in Persian').fill('انتخابات بهار')
  await authority.getByLabel('Voting day').fill('2031-05-04')
  await authority.locator('[data-saving=saved]').waitFor()
  await picture(authority, 'setup-rules-en')

  const supervisors = await device('fa', 400)
  await go(supervisors, '/setup/key')
  await supervisors.locator('button.main').click()
  const key = await supervisors.locator('[data-key]').textContent()
  await picture(supervisors, 'setup-key-fa')
  await go(authority, '/setup/bodies')
  await authority.locator('[data-body=supervisors] input').nth(2).fill(key!.slice(1))
  await authority.getByText('This is not a public key').waitFor()
  await authority.locator('[data-body=supervisors] input').nth(2).fill(key!)
  await authority.locator('[data-saving=saved]').waitFor()
  await picture(authority, 'setup-bodies-en')

  await go(authority, '/setup/tables')
  await give(authority, 'places', places.replace('N-2,F-2', 'N-1,F-2'))
  await give(authority, 'candidates', candidates)
  await authority.locator('[data-code=box-twice]').waitFor()
  await picture(authority, 'setup-tables-en')
  await give(authority, 'places', places)
  await authority.getByText('3 boxes').waitFor()

  await go(authority, '/setup')
  await authority.locator('[data-stops="0"]').waitFor()
  await picture(authority, 'setup-ready-en')
  for (const step of ['definition', 'areas', 'boxes', 'seal']) {
    await authority.locator(`[data-step=sign-${step}-1] a`).click()
    await authority.getByRole('button', { name: /^Sign/ }).click()
    await authority.getByText('On the record').waitFor()
    await picture(authority, `setup-sign-${step}-en`)
    await authority.getByText('Back to the steps').click()
    await authority.locator(`[data-step=sign-${step}-1][data-state=done]`).waitFor()
  }
})
