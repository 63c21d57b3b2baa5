import { type Import, tally, toHex } from '@countersign/election'
import type { BoxFile, BoxRound } from '@countersign/publication'
import { sha256 } from '@countersign/tlog'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'
import { changedAt, digitsIn, violationsOn } from '../node/fixtures/browser.ts'
import { aCountry, anEveningOfForms, aPicture, oddBoxes } from '../node/fixtures/elections.ts'
import { type Served, serveSite } from '../node/fixtures/server.ts'
import { builtWeb, type Made, published, type Site, siteOf } from '../node/fixtures/site.ts'

const chromium = inject('chromium')
/** A character for each byte: where a text is found is where its bytes are. */
const bytesAsText = new TextDecoder('latin1')

describe('any place, in Chromium', () => {
  const photographed = `blob/sha256/${toHex(sha256(aPicture))}`
  let country: Made
  let live: Made
  let whole: Site
  let served: Served
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    if (chromium.missing !== undefined) return
    country = await published('country', await aCountry())
    live = await published('live', await anEveningOfForms())
    live.files.set(photographed, aPicture)
    whole = await siteOf(await builtWeb(), [country, live])
    // Below a folder of another name: nothing may depend on where a site lies.
    served = await serveSite(new Map(whole), 'copied/to/')
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

  const open = (path: string) => page.goto(served.address + path)
  const proved = (state: 'ready' | 'failed' = 'ready') =>
    page.locator(`.proof[data-proof="${state}"]`).first().waitFor({ timeout: 20_000 })
  const textOf = async (locator: Locator) => (await locator.textContent()) ?? ''
  const proof = () => textOf(page.locator('.proof').first())
  const alert = () => textOf(page.getByRole('alert'))
  const json = ({ files, election }: Made, path: string) =>
    JSON.parse(new TextDecoder().decode(files.get(`derived/${election.size}/${path}`)))

  /** One round of a box, as the publication has it. */
  function roundOf(made: Made, path: string, id: string): BoxRound {
    const { boxes } = json(made, path) as { readonly boxes: readonly BoxFile[] }
    return boxes.find(box => box.id === id)!.rounds[0]!
  }

  /** Every figure of the form on the page, by its name. */
  async function figuresShown(): Promise<Record<string, number>> {
    const cells = await page.locator('table.form td').all()
    const pairs = await Promise.all(
      cells.map(async cell => [await cell.getAttribute('data-figure'), digitsIn(await textOf(cell))]),
    )
    return Object.fromEntries(pairs.map(([name, digits]) => [name, Number(digits)]))
  }

  test.for(['en', 'fa'])('a box shows the figures of its entry, and proves them (%s)', async language => {
    await open(`country/${language}/place/?box=000123`)
    await proved()
    const { entry } = roundOf(country, 'boxes/N-1.1.json', '000123')
    const stated = [...country.election.entries.values()].find(({ index }) => index === entry)!.statement
    const { votes = {}, invalidBy = {}, ...singles } = (stated as Import).figures
    const numbered = (name: string, of: Readonly<Record<number, number>>) =>
      Object.entries(of).map(([number, value]) => [`${name}.${number}`, value])
    expect(await figuresShown()).toEqual({
      ...singles,
      ...Object.fromEntries([...numbered('votes', votes), ...numbered('invalidBy', invalidBy)]),
    })
    expect(digitsIn(await proof())).toContain(String(country.election.size))
  })

  test('an area shows what the tally has', async () => {
    await open('country/fa/place/?area=N-1')
    await page.locator('h1').waitFor()
    const [round] = tally(country.election, { area: 'N-1' }).rounds
    const cells = await page
      .locator('main table >> nth=0')
      .locator('tbody tr td:nth-of-type(1)')
      .allTextContents()
    expect(cells.map(digitsIn)).toEqual(Object.values(round!.candidates).map(String))
    await page.locator('nav.chunks a').nth(2).click()
    await page.locator('nav.chunks a[aria-current]').getByText('000201').waitFor()
    expect(await page.locator('section[aria-labelledby="boxes-1"] tbody tr').count()).toBe(30)
  })

  test('a sum that does not hold stands there written out', async () => {
    await open(`country/en/place/?box=${oddBoxes.wrong}`)
    await proved()
    expect(await textOf(page.locator('[data-sum="differs"]'))).toMatch(
      /Valid 250 \+ Blank 2 \+ Null 0 = 252\..*255: a difference of 3/,
    )
    expect(await textOf(page.locator('ul.findings'))).toContain('B02')
    await open(`country/en/place/?box=${oddBoxes.lacking}`)
    await proved()
    expect(await page.locator('[data-sum="differs"]').count()).toBe(0)
    expect(await page.locator('[data-figure="taken"]').count()).toBe(0)
  })

  test('a box of a live election: its state in words, its statements in order, all of them proved', async () => {
    await open('live/en/place/?box=b2')
    await proved()
    expect(await textOf(page.locator('.state'))).toMatch(/^conflicting: two signed sources differ/)
    const kinds = await page.locator('section[data-round="1"] tbody th[scope="row"]').allTextContents()
    // The centre's copy stands beside the form, in the line in which they differ.
    const other = page.locator('tr', { has: page.locator('th', { hasText: 'Boris' }) }).last()
    expect((await other.locator('td').allTextContents()).map(digitsIn)).toEqual(['90', '91'])
    expect(kinds.slice(-10, -6)).toEqual(['Opened', 'Closed', 'Result form', 'Copy keyed in'])
    const form = page.locator('tr', { hasText: 'Result form' })
    expect(await textOf(form)).toContain('leader (Ministry of Elections)')
    expect(await textOf(form)).toContain('UTC')
    await page.getByRole('button', { name: 'Prove all 8 statements' }).click()
    await page.locator('[data-others="ready"]').waitFor()
    expect(await textOf(page.locator('[data-others]'))).toContain('All 8 statements are in the log')
  })

  describe('one changed byte is told, with its place:', () => {
    const changed = (path: string, at: (bytes: Uint8Array) => number) => {
      const bytes = whole.get(path)!
      served.site.set(path, changedAt(bytes, at(bytes)))
    }
    const indexOf = (text: string) => (bytes: Uint8Array) => bytesAsText.decode(bytes).indexOf(text)

    test('a figure in a published file', async () => {
      const path = `country/derived/${country.election.size}/boxes/N-1.0.json`
      const { figures } = roundOf(country, 'boxes/N-1.0.json', '000042')
      // The last digit of the first candidate's votes in that box.
      const before = new TextDecoder().decode(whole.get(path))
      const at = before.indexOf(`"votes":{"1":${figures!.votes![1]}`, before.indexOf('"id":"000041"'))
      changed(path, () => at + `"votes":{"1":${figures!.votes![1]}`.length - 1)
      await open('country/en/place/?box=000042')
      await proved('failed')
      expect(await proof()).toContain(`boxes/N-1.0.json`)
      expect(await proof()).toMatch(/What this page shows does not hold/)
      expect(await proof()).toMatch(/Anna Rivers: this page shows \d+; the statement in entry \d+ gives \d+/)
    })

    test('an entry of the log', async () => {
      const bundle = `country/tile/entries/001.p/${country.election.size - 256}`
      changed(bundle, bytes => bytes.length - 70)
      await open('country/fa/place/?box=000400')
      await proved('failed')
      expect(await proof()).toContain(bundle.replace('country/', ''))
    })

    test('a hash of the log', async () => {
      changed('country/tile/0/000', () => 32 * 20)
      await open('country/en/place/?box=000042')
      await proved('failed')
      expect(await proof()).toContain('tile/0/000')
    })

    test('the checkpoint', async () => {
      changed('country/checkpoint', indexOf('404'))
      await open('country/en/place/?box=000042')
      await proved('failed')
      expect(await proof()).toMatch(/signature by countersign\.example\/test does not verify/)
    })

    test('the root in the published overview', async () => {
      const path = `country/derived/${country.election.size}/election.json`
      changed(path, bytes => indexOf('"root":"')(bytes) + '"root":"'.length + 3)
      await open('country/en/place/?box=000042')
      await proved('failed')
      expect(await proof()).toContain(`derived/${country.election.size}/election.json`)
      expect(await proof()).toContain('another log')
    })

    test('the shape of a file', async () => {
      changed(`country/derived/${country.election.size}/boxes/N-1.0.json`, indexOf('{'))
      await open('country/en/place/?box=000042')
      await page.getByRole('alert').waitFor()
      expect(await alert()).toContain('boxes/N-1.0.json')
    })

    test('who signed', async () => {
      const path = `live/derived/${live.election.size}/statements/east.0.json`
      changed(path, bytes => indexOf('"kid":"')(bytes) + '"kid":"'.length)
      await open('live/en/place/?box=b1')
      await proved()
      await page.getByRole('button', { name: /^Prove all/ }).click()
      await page.locator('[data-others="failed"]').waitFor()
      expect(await textOf(page.locator('[data-others]'))).toContain('statements/east.0.json')
    })
  })

  test('what cannot be reached is told, and says nothing about the figures', async () => {
    await open('country/en/place/?box=000042')
    await proved()
    await page.context().setOffline(true)
    // What was loaded for this page is still shown; the province was not.
    await page.locator('nav.path a').nth(1).click()
    await page.getByRole('alert').waitFor()
    expect(await alert()).toContain('You are offline')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: /North/ }).waitFor()

    served.site.delete('country/tile/0/000')
    await open('country/en/place/?box=000043')
    await proved('failed')
    expect(await proof()).toContain('tile/0/000')
  })

  test.for([
    ['country/en/place/?box=nowhere', 'There is no box'],
    ['country/en/place/?area=nowhere', 'There is no area'],
    ['country/en/place/?box=../../x', 'names no place'],
  ] as const)('%s is told', async ([path, words]) => {
    await open(path)
    await page.getByRole('alert').waitFor()
    expect(await alert()).toContain(words)
  })

  test('everything is done by keyboard: search, go, read, go back', async () => {
    await open('country/en/place/')
    await page.getByRole('heading', { level: 1, name: /The country/ }).waitFor()
    const input = page.getByRole('combobox')
    for (let i = 0; i < 30 && !(await input.evaluate(one => one === document.activeElement)); i++)
      await page.keyboard.press('Tab')
    await page.keyboard.type('upp')
    await page.getByRole('option').first().waitFor()
    expect(await page.getByRole('option').allTextContents()).toEqual(['Upper Vale N-1'])
    await page.keyboard.press('ArrowDown')
    const active = await input.getAttribute('aria-activedescendant')
    expect(await page.getByRole('option', { selected: true }).getAttribute('id')).toBe(active)
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { level: 1, name: /Upper Vale/ })
    await heading.waitFor()
    await expect.poll(() => heading.evaluate(one => one === document.activeElement)).toBe(true)
    expect(await page.title()).toContain('Upper Vale')
    expect(await page.locator('header a[hreflang="fa"]').getAttribute('href')).toContain('?area=N-1')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /The country/ }).waitFor()
  })

  test.for([
    ['en', '0000', ['000001', '000002']],
    ['fa', '۰۰۰۱۲', ['000120', '000121']],
    ['fa', 'دره', ['N-1', 'N-2']],
    ['fa', 'درة بالا', ['N-1']],
    ['en', 'low', ['N-2']],
    ['en', 'harbuor', ['S-1']],
    ['fa', 'درهٔ پاین', ['N-2']],
  ] as const)(
    'a place is found by code or name, as either keyboard writes it (%s, %s)',
    async ([language, typed, ids]) => {
      await open(`country/${language}/areas/`)
      await page.getByRole('combobox').fill(typed)
      await page.getByRole('option').first().waitFor()
      const found = await page.getByRole('option').allTextContents()
      for (const id of ids) expect(found.join('\n')).toContain(id)
      await page.getByRole('option').first().click()
      await page.waitForURL(/place\/\?/)
      await page.locator('h1').waitFor()
    },
  )

  // threat: opened-on-its-way
  test('a box’s photographs are held against their digests; its handovers say which seals differ', async () => {
    const show = async () => {
      await open('live/en/place/?box=b2')
      await page.getByRole('button', { name: 'Show the photograph' }).click()
    }
    await show()
    const image = page.locator('[data-photograph] img')
    await image.waitFor()
    expect(
      await image.evaluate((shown: HTMLImageElement) => shown.decode().then(() => shown.naturalWidth)),
    ).toBe(1)
    expect(await page.locator('[data-seals=differ]').textContent()).toMatch(
      /no longer there: A-2.*not there before: A-7/,
    )
    expect(await page.locator('[data-seals=same]').count()).toBe(1)
    await page.getByText('Later delivery: 50 ballots').waitFor()

    const path = `copied/to/live/${photographed}`
    const key = [...served.site.keys()].find(key => path.endsWith(key))!
    served.site.set(key, changedAt(aPicture, 60))
    await show()
    await page.getByText('not the photograph that was signed for').waitFor()
    served.site.delete(key)
    await show()
    await page.getByText('its file is not here').waitFor()
  })

  test('a table is ordered by a column, and put back', async () => {
    await open('country/en/place/?area=N-1')
    const table = page.locator('section[aria-labelledby="boxes-1"] table')
    const heading = table.locator('th', { hasText: 'Anna Rivers' })
    const votes = async () =>
      (await table.locator('tbody tr td:nth-child(3)').allTextContents()).map(text => Number(digitsIn(text)))
    await table.locator('tbody tr').first().waitFor()
    const asItCame = await votes()
    await heading.getByRole('button').click()
    expect(await heading.getAttribute('aria-sort')).toBe('descending')
    expect(await votes()).toEqual([...asItCame].sort((a, b) => b - a))
    await heading.getByRole('button').click()
    expect(await votes()).toEqual([...asItCame].sort((a, b) => a - b))
    await heading.getByRole('button').click()
    expect(await votes()).toEqual(asItCame)
    // What is not given is last, whichever way.
    const taken = table.locator('th', { hasText: 'Taken' })
    await taken.getByRole('button').click()
    await taken.getByRole('button').click()
    expect(await textOf(table.locator('tbody tr').last().locator('.code'))).toBe(oddBoxes.lacking)
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
    for (const path of [
      'country/L/place/?area=N-1',
      `country/L/place/?box=${oddBoxes.wrong}`,
      'live/L/place/?box=b2',
    ]) {
      await open(path.replace('L', language))
      if (path.includes('box=')) await proved()
      else await page.locator('nav.chunks').waitFor()
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width])
      expect([path, await violationsOn(page)]).toEqual([path, []])
    }
    await page.getByRole('combobox').fill('b')
    await page.getByRole('option').first().waitFor()
    expect(await violationsOn(page)).toEqual([])
  })
})
