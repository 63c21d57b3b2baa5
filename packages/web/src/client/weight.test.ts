import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'
import { aCountry } from '../node/fixtures/elections.ts'
import { type Served, serveSite } from '../node/fixtures/server.ts'
import { builtWeb, published, siteOf } from '../node/fixtures/site.ts'

const chromium = inject('chromium')

/**
 * What a page may send, compressed and with its font; and what of it before it shows what it is for. The first is 200 kB
 * in all; what is left of it is for longer names and another check.
 */
const most = { page: 185_000, firstView: 100_000 }

describe('what a page weighs, in Chromium', () => {
  let served: Served
  let browser: Browser

  beforeAll(async () => {
    if (chromium.missing !== undefined) return
    served = await serveSite(await siteOf(await builtWeb(), [await published('country', await aCountry())]))
    browser = await launchChromium(chromium.path)
  })
  afterAll(async () => {
    await browser?.close()
    served?.close()
  })

  const bytes = () => served.sent.reduce((sum, { bytes }) => sum + bytes, 0)

  test.for(
    ['en', 'fa'].flatMap(language =>
      (
        [
          ['', 'main table'],
          ['areas/', 'main table'],
          ['record/', 'button.main'],
          ['place/?area=N-1', 'nav.chunks'],
          ['place/?box=000042', 'table.form'],
        ] as const
      ).map(([path, shows]) => [language, path, shows] as const),
    ),
  )('%s/%s', async ([language, path, shows], { skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await (await browser.newContext()).newPage()
    served.sent.length = 0
    // What a script asks for later, the proof's code and its evidence, waits until the first view has been weighed.
    const html = new TextDecoder().decode(
      served.site.get(`country/${language}/${path.replace(/\?.*/, '')}index.html`),
    )
    await page.route(/\/assets\/|\/tile\//, async route => {
      const file = new URL(route.request().url()).pathname.split('/').at(-1)!
      if (!html.includes(`assets/${file}`)) await weighed
      await route.continue()
    })
    let go: () => void = () => undefined
    const weighed = new Promise<void>(resolve => {
      go = resolve
    })
    await page.goto(`${served.address}country/${language}/${path}`)
    await page.locator(shows).first().waitFor()
    const firstView = bytes()
    go()
    if (path.includes('box=')) await page.locator('.proof[data-proof="ready"]').waitFor()
    await page.waitForLoadState('networkidle')
    expect(firstView).toBeLessThan(most.firstView)
    expect(bytes()).toBeLessThan(most.page)
    expect(served.sent.length).toBeLessThan(30)
    const chunks = served.sent.filter(({ path }) => path.includes('/boxes/') && !path.includes('/index/'))
    expect(chunks.length).toBeLessThanOrEqual(path.startsWith('place') ? 1 : 0)
    expect(served.sent.some(({ path }) => path.endsWith('.woff2'))).toBe(language === 'fa')
    await page.context().close()
  })

  test('the script of every page is small', () => {
    if (chromium.missing !== undefined) return
    const site = [...served.site].filter(([path]) => /^assets\/(site|sortable)-/.test(path))
    expect(site.length).toBeGreaterThan(0)
    expect(site.reduce((sum, [, bytes]) => sum + bytes.length, 0)).toBeLessThan(5_000)
  })
})
