import { percent, tally } from '@countersign/election'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../../../../.ci/test/browser.ts'
import { digitsIn, violationsOn } from './fixtures/browser.ts'
import { aCountry, aNight, anEveningOfForms } from './fixtures/elections.ts'
import { type Served, serveSite } from './fixtures/server.ts'
import { shipped } from './fixtures/shipped.ts'
import { builtWeb, type Made, published, siteOf } from './fixtures/site.ts'

const chromium = inject('chromium')
let made: readonly Made[]
let served: Served
let browser: Browser

beforeAll(async () => {
  if (chromium.path === undefined) return
  made = [
    await published('iran-2024', await shipped('iran-2024')),
    await published('iran-2009', await shipped('iran-2009')),
    await published('evening', await anEveningOfForms()),
    await published('country', await aCountry()),
    await published('night', await aNight()),
  ]
  served = await serveSite(await siteOf(await builtWeb(), made))
  browser = await launchChromium(chromium.path)
})
afterAll(async () => {
  await browser?.close()
  served?.close()
})

const routes = [
  '',
  'candidates/',
  'areas/',
  'versions/',
  'findings/',
  'record/',
  'downloads/',
  'sources/',
  'help/',
  'embed/',
]

/** Every kind of page once, in each election that has something of its own to show on it. */
const shown = [
  '',
  ...routes.map(route => `iran-2024/:/${route}`),
  ...['areas/', 'areas/IR-03/', 'versions/', 'findings/'].map(route => `iran-2009/:/${route}`),
  ...['', 'areas/east/', 'findings/'].map(route => `evening/:/${route}`),
  ...['', 'areas/N/', 'findings/'].map(route => `country/:/${route}`),
  ...['', 'docket/', 'areas/east/', 'findings/', 'candidates/', 'course/'].map(route => `night/:/${route}`),
].map(path => (path === '' ? ':/' : path))

const cases = ['en', 'fa'].flatMap(language => [320, 1280].map(width => [language, width] as const))

test.for(cases)('every page is readable by everyone (%s, %i px)', async ([language, width], { skip }) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const dark = (language === 'fa') === (width === 320)
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
  })
  // A wide page has the parts of a narrow one: of those, every kind of page is looked at, not every page.
  const looked = width === 320 ? shown : shown.filter(path => /^(:|iran-2024|night)/.test(path))
  for (const path of looked.map(path => path.replace(':', language))) {
    await page.goto(served.address + path)
    if (path.endsWith('/areas/')) await page.getByRole('combobox').waitFor()
    expect([path, await page.evaluate(() => [document.dir, document.documentElement.scrollWidth])]).toEqual([
      path,
      [language === 'fa' ? 'rtl' : 'ltr', width],
    ])
    expect([path, await violationsOn(page)]).toEqual([path, []])
    expect([path, await headingsOf(page)]).toEqual([path, 'in order'])
  }
  await page.close()
})

/** Whether no level of headings is left out: a reader who goes from heading to heading misses nothing. */
function headingsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]))
    const skipped = levels.findIndex((level, i) => level > (levels[i - 1] ?? 0) + 1)
    return skipped < 0 ? 'in order' : `h${levels[skipped]} after h${levels[skipped - 1]}`
  })
}

const rowsOf = (table: Locator) =>
  table
    .locator('tbody tr')
    .evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent ?? '')))

test.for(['en', 'fa'])(
  'the figures of every result are those of the tally (%s)',
  async (language, { skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await browser.newPage()
    for (const { folder, election } of made) {
      await page.goto(`${served.address}${folder}/${language}/`)
      for (const round of tally(election).rounds) {
        const section = `section[aria-labelledby="round-${round.round}"]`
        const standings = await rowsOf(page.locator(`${section} .standings table`))
        const tallied = Object.entries(round.candidates).sort(([, a], [, b]) => b - a)
        expect(standings.map(([, ...cells]) => cells.map(digitsIn))).toEqual(
          tallied.map(([, votes]) => [
            String(votes),
            digitsIn(percent(votes, round.taken!)),
            digitsIn(percent(votes, round.valid!)),
          ]),
        )
        const figures = await page.locator(`${section} dl dd`).allTextContents()
        for (const figure of [round.eligible, round.issued, round.taken, round.invalid, round.valid])
          if (figure !== null) expect(figures.map(digitsIn)).toContain(String(figure))
      }
    }
    await page.close()
  },
)

test.for(['en', 'fa'])(
  'the figures of every area are those of its tally (%s)',
  async (language, { skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await browser.newPage({ javaScriptEnabled: false })
    for (const { folder, election } of made) {
      await page.goto(`${served.address}${folder}/${language}/areas/`)
      for (const round of election.rounds.keys()) {
        const section = `section[aria-labelledby="round-${round}"]`
        const table = page.locator(`${section} table`).first()
        const rows = await rowsOf(table)
        const links = await table
          .locator('tbody th a')
          .evaluateAll(found => found.map(link => link.getAttribute('href')!))
        expect(rows.length).toBeGreaterThan(1)
        for (const [i, [, ...cells]] of rows.entries()) {
          const area = links[i]!.split('/').at(-2)!
          const counted = tally(election, { area, round }).rounds[0]!
          const known = counted.evidence.rows > 0
          const of = (id: string) => (counted.lacking[id] === undefined ? counted.candidates[id]! : null)
          const expected = [
            ...Object.keys(counted.candidates).map(of),
            counted.valid,
            counted.invalid,
            counted.taken,
            counted.eligible,
          ].map(figure => (known && figure !== null ? String(figure) : ''))
          expect([area, cells.slice(0, expected.length).map(digitsIn)]).toEqual([area, expected])
        }
      }
    }
    await page.close()
  },
)

test('the map says in words who leads where, and is not mirrored in a language that is', async ({ skip }) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const placeOf = async (name: string) => (await page.locator('.tile', { hasText: name }).boundingBox())!
  await page.goto(`${served.address}iran-2009/en/areas/`)
  expect(await page.getByRole('link', { name: 'Tehran Mahmoud Ahmadinejad 50.8 %' }).count()).toBe(1)
  expect((await placeOf('West Azerbaijan')).x).toBeLessThan((await placeOf('South Khorasan')).x)
  await page.goto(`${served.address}iran-2009/fa/areas/`)
  expect((await placeOf('آذربایجان غربی')).x).toBeLessThan((await placeOf('خراسان جنوبی')).x)
  await page.locator('.tile', { hasText: 'آذربایجان غربی' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/areas/IR-04/')
  await page.close()
})

test('a reader with a keyboard comes first to the text, then to the pages, then to what scrolls', async ({
  skip,
}) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
  await page.goto(`${served.address}iran-2024/en/`)
  const focused = async () => {
    await page.keyboard.press('Tab')
    return page.evaluate(() => {
      const { activeElement: element } = document
      return element?.getAttribute('aria-label')?.slice(0, 24).trim() ?? element?.textContent
    })
  }
  const walked: (string | null | undefined)[] = []
  for (let i = 0; i < 15; i++) walked.push(await focused())
  expect(walked).toEqual([
    'Skip to the result',
    'Countersign',
    'Iran, presidential election, 28 June and 5 July 2024',
    'فارسی',
    ...[
      'Result',
      'Candidates',
      'Areas',
      'Versions',
      'What did not add up',
      'Record',
      'Downloads',
      'Sources',
      'Help',
    ],
    'Check it yourself',
    'As published: votes, and',
  ])
  await page.close()
})

test('a screen reader hears the page in its order, each part by its name', async ({ skip }) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const page = await browser.newPage()
  await page.goto(`${served.address}iran-2024/en/`)
  const heard = await page.locator('body').ariaSnapshot()
  const parts = [
    'link "Skip to the result"',
    'navigation "Languages"',
    'navigation "Pages of: Iran, presidential election, 28 June and 5 July 2024"',
    'heading "Iran, presidential election, 28 June and 5 July 2024: result" [level=1]',
    'region "Round 2, 5 July 2024"',
    'rowheader "Masoud Pezeshkian"',
    'region "Round 1, 28 June 2024"',
    'region "The rounds side by side"',
    'contentinfo',
  ]
  const places = parts.map(part => heard.indexOf(part))
  expect(places.every(place => place >= 0) ? [] : parts.filter(part => !heard.includes(part))).toEqual([])
  expect(places).toEqual([...places].sort((a, b) => a - b))
  await page.close()
})

test('in print there is the report, without what leads elsewhere', async ({ skip }) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const page = await browser.newPage({ colorScheme: 'dark' })
  await page.goto(`${served.address}iran-2024/fa/`)
  await page.emulateMedia({ media: 'print' })
  expect(
    await page.locator('nav').evaluateAll(found => found.map(nav => getComputedStyle(nav).display)),
  ).toEqual(['none', 'none'])
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  )
  expect(await page.locator('h1').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  await page.goto(`${served.address}night/fa/place/?box=b3`)
  await page.locator('.proof[data-proof="ready"]').waitFor()
  await page.emulateMedia({ media: 'print' })
  const printed = ['table.form', '.sums', '.findings', '.proof', '.find', '.proof button']
  expect(
    await Promise.all(printed.map(async part => [part, await page.locator(part).first().isVisible()])),
  ).toEqual(printed.map(part => [part, !/find$|button$/.test(part)]))
  await page.close()
})

/** The printable width of A4 in CSS pixels: 210 mm less two margins of 15 mm. */
const printable = Math.floor(((210 - 30) / 25.4) * 96)

test.for(['en', 'fa'])(
  'printed, a report on A4 names its record and version, and no table is cut off (%s)',
  async (language, { skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const page = await browser.newPage({ viewport: { width: printable, height: 1000 } })
    const pagesOf: [path: string, pages: number][] = []
    for (const route of ['', 'areas/', 'areas/IR-03/', 'findings/', 'versions/', 'record/']) {
      const path = `iran-2009/${language}/${route}`
      await page.goto(served.address + path)
      await page.emulateMedia({ media: 'print' })
      const wide = await page.locator('table, figure, pre').evaluateAll(
        (found, width) =>
          found.flatMap(each => {
            const { left, right } = each.getBoundingClientRect()
            return left < -1 || right > width + 1 ? [each.textContent?.slice(0, 60)] : []
          }),
        printable,
      )
      expect([path, wide]).toEqual([path, []])
      const source = await page.locator('.printed').textContent()
      expect([path, source, await page.locator('header .election').textContent()]).toEqual([
        path,
        expect.stringContaining(made[1]!.election.definition.origin),
        made[1]!.election.definition.name[language],
      ])
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...of]) =>
        of.map(Number),
      )
      // A4 in points.
      for (const [width, height] of boxes) {
        expect(width).toBeCloseTo(595, -1)
        expect(height).toBeCloseTo(842, -1)
      }
      pagesOf.push([route, boxes.length])
    }
    const [[, result]] = pagesOf as [[string, number]]
    expect(result).toBeGreaterThanOrEqual(1)
    expect(result).toBeLessThanOrEqual(2)
    expect(pagesOf.filter(([, pages]) => pages < 1 || pages > 12)).toEqual([])
    await page.close()
  },
)

test.for(['en', 'fa'])(
  'a box in any state, and what is disputed, can be read (%s)',
  async (language, { skip }) => {
    skip(chromium.missing !== undefined, chromium.missing)
    const night = made.find(({ folder }) => folder === 'night')!
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
    await page.goto(`${served.address}night/${language}/docket/`)
    const docket = await page.locator('main').textContent()
    for (const { statement, force } of night.election.entries.values()) {
      if (force === undefined) continue
      if (statement.kind === 'complaint' || statement.kind === 'object')
        expect(docket).toContain(statement.ground)
      if (statement.kind === 'ruling') expect(docket).toContain(statement.explanation)
    }
    for (const { id, judgement } of night.election.rounds.get(1)!.boxes.values()) {
      await page.goto(`${served.address}night/${language}/place/?box=${id}`)
      await page.locator(`.state[data-state="${judgement.state}"]`).waitFor()
    }
    await page.close()
  },
)

test('the widget fits into a frame of another page', async ({ skip }) => {
  skip(chromium.missing !== undefined, chromium.missing)
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } })
  await page.goto(`${served.address}iran-2024/en/downloads/`)
  const snippet = await page.locator('#embed ~ pre').textContent()
  const address = `${served.address}iran-2024/en`
  await page.setContent(snippet!.replace('…', address))
  const widget = page.frameLocator('iframe')
  await widget.getByText('Masoud Pezeshkian is elected').waitFor()
  const size = await widget
    .locator('html')
    .evaluate(({ scrollWidth, scrollHeight }) => [scrollWidth, scrollHeight])
  expect(size[0]).toBeLessThanOrEqual(360)
  expect(size[1]).toBeLessThanOrEqual(420)
  await page.close()
})
