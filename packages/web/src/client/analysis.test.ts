import { fromElection } from '@countersign/analysis'
import { forensics } from '@countersign/analysis/forensics'
import { exportsOf } from '@countersign/publication/exports'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'
import { type Served, serveSite } from '../node/fixtures/server.ts'
import { shipped } from '../node/fixtures/shipped.ts'
import { builtWeb, type Made, published, siteOf } from '../node/fixtures/site.ts'
import { farBox, twoRoundCountry } from '../node/fixtures/two-rounds.ts'
import { rowsFromTables } from './analysis/rows.ts'

const chromium = inject('chromium')

/** A publication with its tables for other programs, which these pages read. */
async function withExports(folder: string, entries: readonly Uint8Array[]): Promise<Made> {
  const made = await published(folder, entries)
  for (const { path, parts } of exportsOf(made.election)) {
    if (!path.endsWith('.csv')) continue
    const bytes = Buffer.concat([...parts()].map(part => part.bytes()))
    made.files.set(`derived/${made.election.size}/${path}`, bytes)
  }
  return made
}

const unwrap = <T>(result: { ok: true; value: T } | { ok: false }) => {
  if (!result.ok) throw new Error('refused')
  return result.value
}

test('the rows read from published tables are those of the election', async () => {
  for (const [id, round, level] of [
    ['iran-2009', 1, 'area'],
    ['two-rounds', 2, 'box'],
  ] as const) {
    const made = await withExports(id, id === 'two-rounds' ? await twoRoundCountry() : await shipped(id))
    const file = (path: string) =>
      new TextDecoder().decode(made.files.get(`derived/${made.election.size}/${path}`))
    const tables = {
      areas: file(`exports/round-${round}-areas.csv`),
      ...(level === 'box' && { boxes: file(`exports/round-${round}-boxes.csv`) }),
    }
    const read = rowsFromTables(JSON.parse(file('election.json')), { round, level }, tables)
    const own = unwrap(fromElection(made.election, { round, level }))
    const byId = (rows: typeof own) =>
      Object.fromEntries(
        rows.ids.map((id, i) => [id, [...rows.votes, ...Object.values(rows.figures)].map(c => c[i])]),
      )
    expect(byId(read)).toEqual(byId(own))
    const [found, wanted] = [forensics(read).tests, forensics(own).tests]
    expect(found.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name))
    for (const [i, { p }] of found.entries()) expect(p).toBeCloseTo(wanted[i]!.p, 9)
  }
})

describe('what the numbers can prove, in Chromium', () => {
  let served: Served
  let browser: Browser

  beforeAll(async () => {
    if (chromium.missing !== undefined) return
    const made = [
      await withExports('iran-2009', await shipped('iran-2009')),
      await withExports('country', await twoRoundCountry()),
    ]
    served = await serveSite(await siteOf(await builtWeb(), made))
    browser = await launchChromium(chromium.path)
  })
  afterAll(async () => {
    await browser?.close()
    served?.close()
  })

  const opened = async (path: string, width: number, dark = false) => {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
    })
    await page.goto(served.address + path)
    await page.locator('button.main').click()
    await page.locator('.study section').first().waitFor({ timeout: 120_000 })
    return page
  }

  test.for([
    ['iran-2009/en', 1280, false],
    ['country/fa', 320, true],
    ['country/en', 1280, true],
    ['iran-2009/fa', 320, false],
  ] as const)('%s at %i px can be read by everyone', async ([path, width, dark], { skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await opened(`${path}/analysis/`, width, dark)
    await page.locator('.suppose table').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await page.evaluate(`${axe.source}; globalThis.checker = axe`)
    const { violations } = await page.evaluate(() => checker.run({ resultTypes: ['violations'] }))
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const charts = await page.locator('.study figure').count()
    expect(charts).toBeGreaterThan(0)
    expect(await page.locator('.study figure svg[role="img"]').count()).toBe(charts)
    expect(await page.locator('.study figure details table').count()).toBe(charts)
    expect(await page.locator('.study figure a[download]').count()).toBe(charts)
    await pictured(page, `${path.replace('/', '-')}-${width}`)
    await page.close()
  })

  test('the page alone is light: what computes is loaded when it is asked for', async ({ skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    for (const language of ['en', 'fa']) {
      const page = await browser.newPage()
      served.sent.length = 0
      await page.goto(`${served.address}iran-2009/${language}/analysis/`)
      await page.locator('button.main').waitFor()
      await page.waitForLoadState('networkidle')
      expect(served.sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(200_000)
      expect(served.sent.filter(({ path }) => path.endsWith('.csv'))).toEqual([])
      await page.close()
    }
  })

  test('two rounds: the far box, the map of tiles, and where voters went', async ({ skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await opened('country/en/analysis/', 1280)
    const study = page.locator('.study')
    expect(await study.locator('table', { hasText: farBox }).count()).toBeGreaterThan(0)
    expect(await study.locator('svg .tile-edge').count()).toBe(12)
    expect(await study.locator('svg .ribbon').count()).toBeGreaterThan(4)
    expect(await study.locator('h2').allTextContents()).toEqual(
      expect.arrayContaining([
        'Against the earlier round',
        'Least squares',
        'Fitting with local preferences',
      ]),
    )
    await page.close()
  })

  test('the slider says what would change, by keyboard', async ({ skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await opened('iran-2009/en/analysis/', 1280)
    const suppose = page.locator('.suppose')
    const said = suppose.locator('[aria-live] p')
    await said.waitFor()
    expect(await said.textContent()).toContain('is the same: elected: Mahmoud Ahmadinejad')
    await suppose.locator('input[type="range"]').first().focus()
    await page.keyboard.press('End')
    await expect.poll(() => said.textContent()).toContain('is another: run-off')
    await page.keyboard.press('Home')
    await expect.poll(() => said.textContent()).toContain('is the same')
    await suppose.locator('summary').click()
    await suppose.getByRole('checkbox').first().check()
    await expect.poll(() => said.textContent()).not.toContain(' 0 rows left out')
    await page.close()
  })

  test('a table that is not there is told, with what to do', async ({ skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await browser.newPage()
    await page.route(/round-.*\.csv$/, route => route.fulfill({ status: 404 }))
    await page.goto(`${served.address}iran-2009/en/analysis/`)
    await page.locator('button.main').click()
    await page.locator('.trouble button').waitFor()
    await page.close()
  })
})

declare global {
  var checker: typeof axe
}

/** Pictures for whoever looks at them; none where no folder is named. */
async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env.COUNTERSIGN_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/analysis-${name}.png`, fullPage: true })
}
