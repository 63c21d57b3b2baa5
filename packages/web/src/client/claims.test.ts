import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'
import { aCountry } from '../node/fixtures/elections.ts'
import { readingTime, wordsOf } from '../node/fixtures/reading-time.ts'
import { type Served, serveSite } from '../node/fixtures/server.ts'
import { builtWeb, published, siteOf } from '../node/fixtures/site.ts'
import { fragmentOf, sharedIn } from './claims/link.ts'
import { passagesOf } from './claims/passages.ts'

const chromium = inject('chromium')

test('a link gives back the text and the day that it was made of; another address gives nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '2024-07-12'),
      async (text, date) => {
        expect(await sharedIn(await fragmentOf(text, date))).toEqual({ text, date })
      },
    ),
    { numRuns: 50 },
  )
  for (const hash of ['', '#note-3', '#text=', '#text=AAAA', '#text=zzzz_-'])
    expect(await sharedIn(hash)).toBeUndefined()
})

test('the pieces of a text are the text, whatever the claims', () => {
  const span = fc
    .tuple(fc.nat({ max: 60 }), fc.nat({ max: 20 }))
    .map(([start, length]) => ({ start, end: start + length + 1 }))
  fc.assert(
    fc.property(fc.stringMatching(/^[a-c\n ]{0,60}$/), fc.array(span, { maxLength: 6 }), (text, spans) => {
      const claims = spans.filter(({ end }) => end <= text.length) as never
      for (const { start, pieces } of passagesOf(text, claims)) {
        const whole = pieces.map(piece => piece.text).join('')
        expect(text.slice(start, start + whole.length)).toBe(whole)
      }
      const shown = passagesOf(text, claims).flatMap(({ pieces }) => pieces.map(piece => piece.text))
      expect(shown.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})

describe('an article read in Chromium', () => {
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

  const opened = async (language: string, width = 1280, scheme: 'light' | 'dark' = 'light') => {
    const page = await (
      await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
    ).newPage()
    const troubles: string[] = []
    page.on('pageerror', error => troubles.push(error.message))
    page.on('console', message => message.type() === 'error' && troubles.push(message.text()))
    await page.goto(`${served.address}${language}/claims/`)
    return { page, troubles }
  }
  const violations = async (page: Page) => {
    await page.evaluate(axe.source)
    const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
    return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])
  }

  test.for([
    ['en', 1280, 'light'],
    ['fa', 1280, 'dark'],
    ['en', 320, 'dark'],
    ['fa', 320, 'light'],
  ] as const)(
    '%s at %i pixels, %s: notes in the margin, nothing beside the page, nothing unreachable',
    async ([language, width, scheme], { skip }) => {
      skip(chromium.missing !== undefined, chromium.missing)
      const { page, troubles } = await opened(language, width, scheme)
      await page.locator('#app button[type=button]').first().click()
      await page.locator('.passage .notes').first().waitFor()
      for (const verdict of ['supported', 'supportedUnder', 'rounding', 'contradicted', 'cannotBeChecked'])
        expect([verdict, await page.locator(`mark.${verdict}`).count()]).not.toEqual([verdict, 0])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await violations(page)).toEqual([])
      expect(troubles).toEqual([])
    },
  )

  test('a province of the site’s own election is known; what cannot both be true stands side by side', async ({
    skip,
  }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const { page } = await opened('en')
    await page.fill(
      '#article',
      'In North, Anna Rivers won 38,838 votes, Hill 34,000.\n\nIn the runoff of 2024 Jalili won 53 percent of the vote. In that runoff Jalili won 44.3 percent.',
    )
    await page.locator('button.main').press('Enter')
    await page.locator('mark.supported').waitFor()
    expect(await page.locator('.notes .supported').first().textContent()).toContain('Anna Rivers, North')
    const pair = page.locator('.against blockquote')
    expect(await pair.count()).toBe(2)
    await pair.first().locator('a').press('Enter')
    expect(await page.locator('li:target').textContent()).toContain('44.344')
  })

  test('nothing that is pasted leaves the page, and a link brings it back', async ({ skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const { page } = await opened('en')
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.fill('#article', 'In the runoff of 2024 Jalili won 53 percent of the vote.')
    await page.keyboard.press('Tab')
    await page.locator('button.main').press('Enter')
    await page.locator('mark.contradicted').waitFor()
    expect(asked.filter(url => !url.includes('/assets/') && !url.includes('/fonts/'))).toEqual([])
    await page.locator('section button[type=button]').last().click()
    const href = await page.locator('a[href*="#text="]').getAttribute('href')
    const { page: other } = await opened('fa')
    await other.goto(href!.replace('/en/', '/fa/'))
    await other.reload()
    await other.locator('mark.contradicted').waitFor()
    expect(await other.locator('.notes').textContent()).toContain('با ارقام نمی‌خواند')
  })

  test('3,000 words are read in less than 200 ms of processor time', async ({ skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const { page } = await opened('en')
    await page.locator('#app button[type=button]').first().click()
    await page.locator('.passage').first().waitFor()
    const examples = readFileSync('packages/analysis/src/claims/examples/examples.ts', 'utf8')
    const texts = [...examples.matchAll(/text: ['"](.*)['"],/g)].map(([, text]) => text!)
    expect(texts.join(' ').length).toBeGreaterThan(3000)
    expect(await readingTime(browser, page, wordsOf(texts, 3000))).toBeLessThan(200)
  })
})
