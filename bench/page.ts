/**
 * How soon the pages of a country of 86,488 polling tables can be used on a cheap phone: 1.6 Mb/s, 150 ms to the server,
 * a processor four times slower than this one, in Chromium. Files and bytes are compressed, as a server sends them.
 *
 *     npm run bench -- page [--json]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../.ci/test/browser.ts'
import { chromium } from '../.ci/test/found.ts'
import { type Served, serveSite } from '../packages/web/src/node/fixtures/server.ts'
import { pollingTables } from './made-up/polling-tables.ts'
import { type Line, report } from './made-up/report.ts'

const command = resolve(import.meta.dirname, '../packages/cli/bin/countersign.mjs')
const phone = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }

/** When these are first on a page, in milliseconds. */
interface Times {
  readonly shown?: number
  readonly proved?: number
}

const found = chromium()
if (found.path === undefined) {
  console.error(`page: ${found.missing}`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
try {
  const { table, map, election, what } = pollingTables()
  const record = join(folder, 'record')
  run('import', table, '--election', election, '--map', map, '--out', record)
  run('publish', record, '--out', join(folder, 'site'), '--name', 'peru', '--no-exports')
  const served = await serveSite(siteIn(join(folder, 'site')))
  const browser = await launchChromium(found.path)
  const lines: Line[] = []
  for (const language of ['en', 'fa'])
    for (const [name, path] of [
      ['result', ''],
      ['a box', 'place/?box=040123'],
    ] as const)
      lines.push(...(await measured(browser, served, `${name} (${language})`, `peru/${language}/${path}`)))
  await browser.close()
  served.close()
  report(`Pages of ${what}, on a throttled phone`, lines)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** The files of a folder, read as they are asked for. */
type Folder = Pick<Served['site'], 'get'>

function siteIn(folder: string): Folder {
  return {
    get: path => {
      const file = join(folder, path)
      return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined
    },
  }
}

async function measured(
  browser: Browser,
  served: Served<Folder>,
  name: string,
  path: string,
): Promise<Line[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', phone)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(watch)
  served.sent.length = 0
  await page.goto(served.address + path)
  const box = path.includes('box=')
  await page
    .locator(box ? '.proof[data-proof="ready"]' : 'main table')
    .first()
    .waitFor()
  await page.waitForLoadState('networkidle')
  const { shown = Number.NaN, proved } = await page.evaluate(
    () => (globalThis as { times?: Times }).times ?? {},
  )
  await context.close()
  const bytes = served.sent.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    [`${name}: figures shown after`, shown / 1000, 's'],
    ...(proved === undefined ? [] : [[`${name}: proved after`, proved / 1000, 's'] as const]),
    [`${name}: files`, served.sent.length, ''],
    [`${name}: sent in all`, bytes / 1000, 'kB'],
  ]
}

/** In the page, before anything else: notes when the figures, and the proof, are first there. */
function watch(): void {
  const times: { shown?: number; proved?: number } = {}
  Object.assign(globalThis, { times })
  const look = () => {
    if (document.querySelector('main table')) times.shown ??= performance.now()
    if (document.querySelector('.proof[data-proof="ready"]')) times.proved ??= performance.now()
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
}
