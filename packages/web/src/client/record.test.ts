import { buildLog } from '@countersign/tlog'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'
import { changedAt, digitsIn, violationsOn } from '../node/fixtures/browser.ts'
import { aCountry, anEveningOfForms } from '../node/fixtures/elections.ts'
import { type Served, serveSite } from '../node/fixtures/server.ts'
import { logSigner } from '../node/fixtures/signed.ts'
import { builtWeb, type Made, published, type Site, siteOf } from '../node/fixtures/site.ts'

const chromium = inject('chromium')

describe('the record, in Chromium', () => {
  let entries: readonly Uint8Array[]
  let country: Made
  let live: Made
  let whole: Site
  let served: Served
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    if (chromium.missing !== undefined) return
    entries = await aCountry()
    country = await published('country', entries)
    live = await published('live', await anEveningOfForms())
    whole = await siteOf(await builtWeb(), [country, live])
    served = await serveSite(new Map(whole))
    browser = await launchChromium(chromium.path)
  })
  afterAll(async () => {
    await browser?.close()
    served?.close()
  })
  beforeEach(async ({ skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    for (const [path, bytes] of whole) served.site.set(path, bytes)
    page = await (await browser.newContext()).newPage()
  })
  afterEach(async () => {
    await page?.context().close()
  })

  const textOf = async (locator: Locator) => (await locator.textContent()) ?? ''
  const open = (election = 'country', language = 'en') =>
    page.goto(`${served.address}${election}/${language}/record/`)
  async function verify(): Promise<string> {
    await page.locator('button.main').click()
    await page.locator('[data-result]').waitFor({ timeout: 30_000 })
    return textOf(page.locator('[data-result]'))
  }
  /** The checkpoint of a log of these entries, signed by the log. */
  const checkpointOf = async (of: readonly Uint8Array[]) =>
    new TextDecoder().decode((await buildLog(of, logSigner)).get('checkpoint'))
  async function compare(checkpoint: string): Promise<string> {
    await page.locator('#earlier-text').fill(checkpoint)
    await page.getByRole('button', { name: 'Compare' }).click()
    const compared = page.locator('[data-compared]').last()
    await compared.locator('.right, .wrong').first().waitFor()
    return textOf(compared)
  }

  test.for(['en', 'fa'])('everything is verified here, and the checkpoint is kept (%s)', async language => {
    await open('country', language)
    const said = await verify()
    expect(await page.locator('[data-result]').getAttribute('data-result')).toBe('intact')
    const size = country.election.size
    const derived = [...country.files.keys()].filter(path => /^(derived\/|feed)/.test(path)).length
    const counts = (await page.locator('[data-result] dd').allTextContents()).slice(0, 3).map(digitsIn)
    expect(counts).toEqual([size, size, derived].map(String))
    expect(said).not.toMatch(/result (is )?verified/i)
    await page.reload()
    await page.locator('.kept [data-compared="same"]').waitFor()
    expect(digitsIn(await textOf(page.locator('.kept [data-compared]')))).toBe(String(size))
  })

  test('a live record says whether what it states follows', async () => {
    await open('live')
    expect(await verify()).toContain('Every sum and outcome that it states follows from its forms.')
  })

  test('one changed byte of any file is caught, and the file is named', async () => {
    const { size } = country.election
    const derived = `derived/${size}/`
    const paths = [
      ...[...country.files.keys()].filter(path => path.startsWith('tile/')),
      ...['election.json', 'areas/N-1.json', 'boxes/N-1.2.json', 'statements/S-1.0.json'].map(
        path => derived + path,
      ),
      ...['index/boxes.json', 'index/search.json', 'findings/0.json'].map(path => derived + path),
      ...['exports/round-1-boxes.csv', 'exports/round-1.openelections.csv', 'exports/dictionary.json'].map(
        path => derived + path,
      ),
      'derived/latest.json',
      'feed.fa.xml',
    ]
    expect(paths.length).toBeGreaterThan(12)
    await open()
    for (const path of paths) {
      const bytes = whole.get(`country/${path}`)!
      served.site.set(`country/${path}`, changedAt(bytes, bytes.length >> 1))
      const said = await verify()
      expect([path, await page.locator('[data-result]').getAttribute('data-result')]).toEqual([
        path,
        'broken',
      ])
      expect([path, said]).toEqual([path, expect.stringContaining(path)])
      served.site.set(`country/${path}`, bytes)
    }
  })

  test('a file that is missing, a checkpoint that was changed', async () => {
    await open()
    const path = `derived/${country.election.size}/areas/N-1.json`
    served.site.delete(`country/${path}`)
    expect(await verify()).toContain(path)
    served.site.set(`country/${path}`, whole.get(`country/${path}`)!)
    served.site.set('country/checkpoint', changedAt(whole.get('country/checkpoint')!, 26))
    expect(await verify()).toMatch(/checkpoint/i)
    served.site.delete('country/checkpoint')
    expect(await verify()).toContain('It could not be run.')
    expect(await textOf(page.locator('[data-result="refused"]'))).toContain('checkpoint')
  })

  test('it is stopped at once', async () => {
    await open()
    await page.locator('button.main').click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Stopped. Nothing was found out.').waitFor()
    expect(await page.locator('[data-result]').count()).toBe(0)
    expect(await verify()).toContain('The record is intact')
  })

  test('another policy and definition judge it', async () => {
    await open()
    await page.getByText('Judge it by what you trust').click()
    await page.locator('.verify input').fill('00'.repeat(32))
    expect(await verify()).toContain('another election')
    await page.locator('.verify input').fill(country.election.definitionId)
    await page.locator('.verify textarea').fill(new TextDecoder().decode(whole.get('country/policy.txt')))
    expect(await verify()).toMatch(/The record is intact.*unwitnessed/s)
  })

  describe('an earlier checkpoint', () => {
    test('is continued', async () => {
      await open()
      expect(await compare(await checkpointOf(entries.slice(0, 300)))).toContain('300 entries then, 404 now')
      // As a mail or a form may have left it.
      const mailed = (await checkpointOf(entries.slice(0, 7))).replaceAll('\n', '\r\n').trimEnd()
      expect(await compare(mailed)).toContain('7 entries then, 404 now')
    })

    test('is not continued: a fork, with both to keep', async () => {
      await open()
      const other = await checkpointOf([...entries.slice(0, 299), entries[0]!])
      expect(await compare(other)).toContain('two different histories')
      expect(await page.getByRole('link', { name: 'Save the kept one' }).getAttribute('download')).toBe(
        'checkpoint-before.txt',
      )
    })

    test('is longer than the log', async () => {
      await open()
      expect(await compare(await checkpointOf([...entries, entries[0]!]))).toContain('had 405 entries')
    })

    test('is none of this log', async () => {
      await open()
      expect(await compare('hello')).toContain('it is not a checkpoint of this log')
      const changed = (await checkpointOf(entries.slice(0, 300))).replace('\n300\n', '\n301\n')
      expect(await compare(changed)).toContain('it is not a checkpoint of this log')
    })

    test('that this browser kept is held against the log on every visit, and on the page of a place', async () => {
      await open()
      await verify()
      const forked = await buildLog([...entries.slice(0, 300), ...entries.slice(301), entries[0]!], logSigner)
      for (const [path, bytes] of forked) served.site.set(`country/${path}`, bytes)
      await page.reload()
      await page.locator('.kept [data-compared="fork"]').waitFor()
      await page.goto(`${served.address}country/en/place/?box=000001`)
      await page.locator('.proof[data-proof="failed"]').waitFor()
    })
  })

  test.for(
    ['en', 'fa'].flatMap(language =>
      (
        [
          [320, 'dark'],
          [1280, 'light'],
        ] as const
      ).map(([width, scheme]) => [language, width, scheme] as const),
    ),
  )('is readable by everyone (%s, %i px, %s)', async ([language, width, colorScheme]) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await open('country', language)
    await verify()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await violationsOn(page)).toEqual([])
    const path = `country/derived/${country.election.size}/areas/N.json`
    served.site.set(path, changedAt(whole.get(path)!, 20))
    await verify()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await violationsOn(page)).toEqual([])
  })
})
