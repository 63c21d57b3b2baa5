import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium as driver } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { elections, inOwnFolder, json, ran } from '../made-up/command.ts'

const folder = inOwnFolder()
const chromium = inject('chromium')
const data = inject('data')
const iran = join(elections, 'iran-2009')

test('Iran 2009: proofs first, then what would change it, then statistics; nothing claimed beyond them', async () => {
  const { exit, out } = await ran('report', iran, '--level', 'area')
  expect(exit).toBe(1)
  const at = (words: string) => {
    const place = out.indexOf(words)
    expect([words, place > -1]).toEqual([words, true])
    return place
  }
  expect(at('Proofs: what the figures')).toBeLessThan(at('How many ballots would change it'))
  expect(at('How many rows would change it')).toBeLessThan(at('Statistics: '))
  expect(at('Statistics: ')).toBeLessThan(at('What this report cannot show'))
  expect(out).toContain('9 rows do not add up')
  expect(out).toMatch(/Bandar Abas +\S+ +\S+ +\S+ +100,000/)
  expect(out.replace(/\s+/g, ' ')).toContain(
    'another outcome at least 4,892,214 ballots would have to be switched',
  )
  expect(out).toContain('nothing here is signed')
  expect(out.toLowerCase()).not.toMatch(/fraud|rigg|stolen/)
})

test('JSON: what is proved, what would change it, the family of tests', async () => {
  const { answer } = await json('report', iran)
  expect(answer.proofs.sums.gaps).toHaveLength(9)
  expect(answer.sensitivity.least.map(({ rows }: { rows: number }) => rows)).toEqual([187, 188, 197, 220])
  expect(answer.statistics.length).toBeGreaterThan(0)
})

test('too few rows: no statistics; both languages', async () => {
  const where = join(elections, 'iran-2024')
  const { exit, out } = await ran('report', where, '--round', '2', '--level', 'country', '--lang', 'fa')
  expect(exit).toBe(0)
  expect(out).toContain('از اندک نتیجه‌ای گرفته نمی‌شود')
  expect(out).toContain('۱٬۴۲۳٬۱۱۳')
})

test('PDF: the same bytes twice, in both languages; what is neither PDF nor HTML is refused', async () => {
  for (const language of ['en', 'fa']) {
    for (const file of ['a.pdf', 'b.pdf']) await ran('report', iran, '--lang', language, '--out', file)
    const [one, two] = ['a.pdf', 'b.pdf'].map(file => readFileSync(join(folder, file)))
    expect(one!.subarray(0, 5).toString()).toBe('%PDF-')
    expect(one!.equals(two!)).toBe(true)
  }
  const wrong = await ran('report', iran, '--out', 'report.doc')
  expect([wrong.exit, existsSync('report.doc')]).toEqual([2, false])
})

test('bulletins that are none are told', async () => {
  writeFileSync('bulletins.json', '[{"label": "x"}]')
  const { exit, err } = await ran('report', iran, '--bulletins', 'bulletins.json')
  expect([exit, err]).toEqual([2, expect.stringContaining('coveredPer10000')])
})

describe.skipIf(data.missing !== undefined)(
  `Venezuela 2024${data.missing ? `: ${data.missing}` : ''}`,
  () => {
    test('what the sheets alone settle stands first', async () => {
      const maps = (name: string) => join(elections, 'maps', `venezuela-2024.${name}.json`)
      const sheets = join(data.path!, 'venezuela-2024/actas_published_by_opposition.csv.gz')
      const options = ['--map', maps('map'), '--election', maps('election'), '--bulletins', maps('bulletins')]
      const { exit, out } = await ran('report', sheets, ...options)
      expect(exit).toBe(1)
      expect(out).toContain('Both cannot be true')
      for (const figure of ['1,518,056', '3,648', '4,588', '339,378', '919', '6,925'])
        expect(out).toContain(figure)
      expect(out.indexOf('Both cannot be true')).toBeLessThan(out.indexOf('Do the rows add up?'))
    })
  },
)

describe.skipIf(chromium.missing !== undefined)(
  `in a browser${chromium.missing ? `: ${chromium.missing}` : ''}`,
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await driver.launch({ executablePath: chromium.path!, args: ['--no-sandbox'] })
    })
    afterAll(() => browser?.close())

    test.each([
      ['en', 'light'],
      ['fa', 'dark'],
    ] as const)('the page in %s can be read by everyone, on a phone, %s', async (language, colorScheme) => {
      await ran('report', iran, '--lang', language, '--out', 'report.html')
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      const page = await browser.newPage({ viewport: { width: 320, height: 700 }, colorScheme })
      const asked: string[] = []
      page.on('request', request => asked.push(request.url()))
      await page.goto(`file://${join(folder, 'report.html')}`)
      expect(asked).toHaveLength(1)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await page.evaluate(axe)
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)
      })
      expect(violations).toEqual([])
    })
  },
)
