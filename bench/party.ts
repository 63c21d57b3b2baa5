/**
 * A candidate's team on its own computer: everything published of 60,000 boxes is brought onto the device, a file with
 * copies of half of them is taken in, and they are counted, in Chromium over HTTP on this machine. Tells how long each
 * takes, how much comes, and how much memory the page has when all is shown.
 *
 *     npm run bench -- party [--boxes 60000] [--json]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { launchChromium } from '../.ci/test/browser.ts'
import { chromium } from '../.ci/test/found.ts'
import { figuresOf } from '../packages/server/src/fixtures/election.ts'
import { served } from '../packages/server/src/fixtures/served.ts'
import { builtStaff } from '../packages/web/src/staff/node/running.ts'
import { nightOf } from './made-up/night.ts'
import { nightApp } from './made-up/night-app.ts'
import { report, timed } from './made-up/report.ts'

const { values: options } = parseArgs({
  options: { boxes: { type: 'string', default: '60000' }, json: { type: 'boolean' } },
})
const boxes = Number(options.boxes)
const found = chromium()
if (found.path === undefined) {
  console.error(`party: ${found.missing}`)
  process.exit(2)
}
const { election, reported } = nightOf(boxes)
const app = nightApp({ election, staff: await builtStaff() })
let bytes = 0
const { address, close } = await served(async request => {
  const response = await app.fetch(request)
  if (new URL(request.url).pathname.endsWith('/boxes'))
    bytes += (await response.clone().arrayBuffer()).byteLength
  return response
})
const browser = await launchChromium(found.path)
const page = await browser.newPage({ locale: 'en' })
page.setDefaultTimeout(600_000)
await page.goto(`${address}/staff/#/party`)

const [toBring] = await timed(async () => {
  await page.getByRole('button', { name: /everything here/ }).click()
  await page.locator('[data-kept=not]').first().waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.querySelectorAll('[data-kept=not]').length === 0)
})
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
const file = join(folder, 'copies.json')
writeFileSync(file, JSON.stringify(copiesOf(Math.floor(reported / 2))))
const [toTakeIn] = await timed(async () => {
  await page.locator('input[type=file]').last().setInputFiles(file)
  await page.locator('[data-took]').waitFor()
  await page.locator('[data-differing]').first().waitFor()
})
const [toCount] = await timed(() => reopened(page))
report(`A team's own count, ${boxes.toLocaleString('en')} boxes, copies of half of them`, [
  ['everything published is brought in', toBring / 1000, 's'],
  ['of which came over the line, compressed', bytes / 1e6, 'MB'],
  ['copies', Math.floor(reported / 2), ''],
  ['they are taken in, counted and shown in', toTakeIn / 1000, 's'],
  ['the page is opened anew, with its count, in', toCount / 1000, 's'],
  ['memory of the page’s scripts then', (await heapOf(page)) / 1e6, 'MB'],
])
await browser.close()
close()
rmSync(folder, { recursive: true })
process.exit(0)

/** Typed copies: one in 500 differs from what is published. */
function copiesOf(count: number): readonly object[] {
  return Array.from({ length: count }, (_, box) => ({
    ...{ box: `b${box}`, serial: `F-b${box}` },
    figures: figuresOf(box % 500 === 9 ? 80 : 90, 70, 30, 10),
  }))
}

async function reopened(page: Page): Promise<void> {
  await page.reload()
  await page.locator('[data-differing]').first().waitFor()
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}
