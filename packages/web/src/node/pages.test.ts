import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { gzipSync } from 'node:zlib'
import { tally } from '@countersign/election'
import { beforeAll, expect, test } from 'vitest'
import { aCourse, anEveningOfForms } from './fixtures/elections.ts'
import { shipped } from './fixtures/shipped.ts'
import { type Made, published, type Site, siteOf } from './fixtures/site.ts'
import { prerender } from './prerender.ts'

const languages = ['en', 'fa']
let made: readonly Made[]
let site: Site
let pages: ReadonlyMap<string, string>

beforeAll(async () => {
  made = [
    await published('iran-2024', await shipped('iran-2024')),
    await published('iran-2009', await shipped('iran-2009')),
    await published('evening', await anEveningOfForms()),
    await published('course', await aCourse()),
  ]
  const names = ['site.js', 'place.js', 'record.js', 'search.js', 'analysis.js', 'claims.js'].map(
    name => `assets/${name}`,
  )
  const fonts = ['NL-Regular', 'NL-Bold', 'Regular', 'Bold'].map(name => `fonts/Vazirmatn-${name}.woff2`)
  const files = new Map([...names, ...fonts].map(path => [path, new Uint8Array(1)] as const))
  site = await siteOf({ files, prerender }, made)
  pages = new Map(
    [...site]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  )
})

test('every election has all its pages in every language', () => {
  for (const { folder, election } of made)
    for (const language of languages) {
      const of = [...pages.keys()].filter(
        path => path.startsWith(`${folder}/${language}/`) && !path.includes('/analysis/'),
      )
      const provinces = [...election.areas.values()].filter(({ area }) => area.level === 'province').length
      const docketAndCourse = election.definition.mode === 'live' ? 2 : 0
      expect([folder, of.length]).toEqual([folder, 11 + provinces + docketAndCourse])
    }
})

test('the course of an election is told from the day that calls it to the oath', () => {
  const textOf = (path: string) =>
    pages
      .get(path)!
      .replace(/<style>.*?<\/style>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
  const course = textOf('course/en/course/index.html')
  for (const said of [
    'Registration closes 6 May 2031 4 May 2031 (14 days after: The day from which the calendar counts) 2 days later',
    'Anna Rivers 34.50 % 66.667 %',
    'Confirmed: the certification, entry',
    'Debate on 28 May 2031: Debate on the harbour.',
    'Council of Supervisors (supervising body)',
    'Anna Rivers takes the oath on 20 June 2031.',
    'The record is declared complete.',
  ])
    expect(course).toContain(said)
  const [debate, declared, oath] = ['Debate on', 'is declared at tree size', 'takes the oath'].map(part =>
    course.indexOf(part),
  )
  expect(debate).toBeLessThan(declared!)
  expect(declared).toBeLessThan(oath!)
  const candidates = textOf('course/en/candidates/index.html')
  expect(candidates).toContain('Edda Marsh')
  expect(candidates).toContain('Filed two days after the day on which registration closed.')
  expect(textOf('course/fa/candidates/index.html')).toContain('حمایت از کلارا دشتی')
  expect(textOf('iran-2024/en/candidates/index.html')).toContain('Round 2, number 1: 16,384,403')
})

test('every link of every page leads somewhere; outside only to where the record says that figures were published', () => {
  const broken: string[] = []
  for (const [path, html] of pages)
    for (const [, link] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const [address = '', hash] = link!.split('#')
      if (link!.startsWith('data:')) continue
      if (/^https?:/.test(link!)) {
        const { election } = made.find(({ folder }) => path.startsWith(`${folder}/`))!
        const said = [...election.entries.values()].map(
          ({ statement }) => 'source' in statement && statement.source,
        )
        expect([path, html.includes(`href="${link}" rel="noreferrer nofollow"`)]).toEqual([path, true])
        expect(said.join(' ')).toContain(link!.replaceAll('&amp;', '&'))
        continue
      }
      const to = address === '' ? path : normalize(join(dirname(path), address.split('?')[0]!))
      const file = to === '.' || to === './' || to.endsWith('/') ? normalize(join(to, 'index.html')) : to
      if (!site.has(file)) broken.push(`${path}: ${link}`)
      else if (hash && !pages.get(file)?.includes(` id="${hash}"`)) broken.push(`${path}: ${link}`)
    }
  expect(broken).toEqual([])
})

test('every page names its language, itself and what it says in a sentence, once', () => {
  for (const [path, html] of pages) {
    const language = path === 'index.html' ? 'en' : languages.find(tag => path.includes(`${tag}/`))
    const direction = language === 'fa' ? 'rtl' : 'ltr'
    expect(html).toContain(`<html lang="${language}" dir="${direction}"`)
    expect([path, html.match(/<h1/g)?.length]).toEqual([path, 1])
    expect([path, html.match(/<title>[^<]{8,}<\/title>/g)?.length]).toEqual([path, 1])
    if (!path.includes('/embed/')) expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/)
  }
})

test('no page calls a result verified, or anything by a name that the record does not give', () => {
  for (const [path, html] of pages)
    expect([path, html.match(/fraud|rigg|result (is )?verified|تقلب/gi)]).toEqual([path, null])
})

test('a page of an archive says whose figures they are, and that no form stands behind them', () => {
  const html = pages.get('iran-2009/en/index.html')!
  expect(html).toContain('figures as published by Ministry of Interior of Iran; signed forms 0')
  expect(html).toContain('The result itself is not thereby verified.')
  expect(html).not.toContain('Reconciled')
})

test('a live page labels every total, says what is settled, and warns of early boxes', () => {
  const html = pages.get('evening/en/index.html')!
  for (const label of ['Preliminary', 'Preliminary without what is disputed', 'Reconciled', 'conflicting'])
    expect(html).toContain(`>${label}<`)
  expect(html).toContain('The boxes that report early are not a sample')
  expect(html).toContain('not settled')
  expect(html).toContain('signed forms 3 of 6 boxes, 3 of them with an agent’s signature')
})

test('the totals of a live page are those of the tally', () => {
  const { election } = made.find(({ folder }) => folder === 'evening')!
  const html = pages.get('evening/en/index.html')!
  const table = html.slice(html.indexOf('The two totals'))
  const rowOf = (name: string) =>
    [
      ...(table.match(new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`))?.[1] ?? '').matchAll(
        />([^<>]+)</g,
      ),
    ].map(([, cell]) => cell)
  const totals = (['preliminary', 'undisputed', 'reconciled'] as const).map(
    total => tally(election, { total }).rounds[0]!,
  )
  for (const { id, name } of election.rounds.get(1)!.ballot.statement.candidates)
    expect(rowOf(name.en!)).toEqual(totals.map(({ candidates }) => String(candidates[id])))
  expect(rowOf('Invalid')).toEqual(totals.map(({ invalid }) => String(invalid)))
  expect(rowOf('Boxes in it')).toEqual(['3', '2', '1'])
})

test('announcements are shown in the order of the record with a chart, and are no totals', () => {
  const html = pages.get('iran-2024/en/versions/index.html')!
  const round = html.slice(html.indexOf('id="round-1"'))
  const labels = [...round.matchAll(/<th scope="row">\d\. ([^<]*)</g)].map(([, label]) => label)
  expect(labels).toEqual([
    '2nd announcement',
    '5th announcement',
    'Announcement at 06:50',
    'Announcement at 08:20',
    'Announcement at 47,604 polling places',
    '9th announcement, final',
  ])
  expect(round.match(/<polyline/g)?.length).toBe(8)
  const announced = round.slice(0, round.indexOf('The totals of this page'))
  expect(announced.match(/\btotals?\b/gi)).toBeNull()
})

test('the versions of one total stand beside each other with their differences', () => {
  const html = pages.get('iran-2009/en/versions/index.html')!
  expect(html).toContain('39,245,991 (+100,001)')
  expect(html).toContain('418,408 (+1,217)')
  expect(html).toContain('39,371,214')
})

test('a check’s findings stand below what it tests, and what could not be checked is counted', () => {
  const html = pages.get('iran-2009/en/findings/index.html')!
  expect(html).toContain('a difference of 100,000.')
  expect(html.match(/<h2 id="[ABCT]\d\d"/g)?.length).toBe(4)
  expect(html).toContain('792 checks could not be made')
})

test('the first view of every page, with its typeface, is under 100 kB', () => {
  const font = ['Regular', 'Bold'].map(
    weight =>
      readFileSync(`node_modules/vazirmatn/misc/Non-Latin/fonts/webfonts/Vazirmatn-NL-${weight}.woff2`)
        .length,
  )
  for (const [path, html] of pages) {
    const persian = path.includes('/fa/') ? font.reduce((a, b) => a + b) : 0
    expect([path, gzipSync(html).length + persian < 100_000]).toEqual([path, true])
  }
})

test('a widget is small and loads nothing', () => {
  for (const { folder } of made)
    for (const language of languages) {
      const html = pages.get(`${folder}/${language}/embed/index.html`)!
      expect(html.length).toBeLessThan(20_000)
      expect(html).not.toMatch(/<script|<link rel="stylesheet"|@font-face|<img/)
    }
})

test('a picture of 1200 × 630 stands for each election in each language', () => {
  for (const { folder } of made)
    for (const language of languages) {
      const png = site.get(`${folder}/${language}/card.png`)!
      expect([...png.subarray(1, 4)]).toEqual([...new TextEncoder().encode('PNG')])
      const view = new DataView(png.buffer, png.byteOffset)
      expect([view.getUint32(16), view.getUint32(20)]).toEqual([1200, 630])
      expect(pages.get(`${folder}/${language}/index.html`)).toContain(
        'property="og:image" content="card.png"',
      )
    }
})

test('the same elections give the same bytes', async () => {
  const again = await siteOf({ files: new Map(), prerender }, made)
  for (const [path, bytes] of again) expect([path, Buffer.compare(bytes, site.get(path)!)]).toEqual([path, 0])
})

test('where the site will be is named in what is shown of a pasted link', async () => {
  const election = made[0]!
  const derived = (path: string) =>
    JSON.parse(new TextDecoder().decode(election.files.get(`derived/${election.election.size}/${path}`)))
  for await (const [path, content] of prerender([{ folder: 'here', derived }], {
    address: 'https://results.example/',
  }))
    if (path === 'here/fa/areas/IR-01/index.html') {
      expect(content).toContain('property="og:image" content="https://results.example/here/fa/card.png"')
      expect(content).toContain('rel="canonical" href="https://results.example/here/fa/areas/IR-01/"')
    }
})
