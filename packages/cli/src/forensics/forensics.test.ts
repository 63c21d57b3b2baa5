import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { elections, inOwnFolder, json, ran } from '../made-up/command.ts'

inOwnFolder()
const data = inject('data')
const map = (name: string) => join(elections, 'maps', name)

describe('forensics', () => {
  test('Iran 2009 by areas: what is computed, what cannot be, and nothing claimed', async () => {
    const { exit, answer } = await json('forensics', join(elections, 'iran-2009'), '--level', 'area')
    expect(exit).toBe(0)
    expect(answer.rows).toBe(366)
    expect(answer.tests.map(({ name }: { name: string }) => name)).toEqual(['last-digits', 'adjacent-digits'])
    expect(answer.leftOut).toEqual([
      { what: 'whole-percentages', lacking: 'eligible' },
      { what: 'turnout', lacking: 'eligible' },
      { what: 'residuals', lacking: 'earlier' },
    ])
    expect(
      answer.benford.find(({ candidate }: { candidate: string }) => candidate === 'karroubi').first.excess,
    ).toMatchObject({
      digit: 7,
      seen: 41,
    })
  })

  test.for(['en', 'fa'])('a report that stands alone, and never the word (%s)', async language => {
    const file = `report-${language}.html`
    const { exit, out } = await ran(
      'forensics',
      join(elections, 'iran-2009'),
      '--html',
      file,
      '--lang',
      language,
    )
    expect(exit).toBe(0)
    const html = readFileSync(file, 'utf8')
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).not.toMatch(/<script|<link/)
    for (const text of [html, out]) expect(text).not.toMatch(/fraud|تقلب/i)
  })

  test('Peru 2021 between its rounds; the tests on the clean election are those that reports show beside', async ({
    skip,
  }) => {
    skip(data.missing !== undefined, data.missing)
    const peru = join(data.path!, 'peru-2021')
    const tables = [
      join(peru, 'runoff_polling_tables.csv.gz'),
      ...['--map', map('peru-2021-runoff.map.json'), '--election', map('peru-2021-runoff.election.json')],
      ...['--earlier', join(peru, 'round1_polling_tables_partial.csv.gz')],
      ...['--earlier-map', map('peru-2021-round1.map.json')],
      ...['--earlier-election', map('peru-2021-round1.election.json')],
    ]
    const { answer } = await json('forensics', ...tables)
    expect(answer.tests.map(({ p }: { p: number }) => p.toFixed(3))).toEqual(['0.417', '0.222', '0.543'])
    expect(answer.residuals.boxes).toBe(76_061)
    expect(answer.residuals.furthest).toHaveLength(answer.residuals.far.boxes)
    const transfer = await json('transfer', ...tables, '--html', 'transfer.html')
    expect(existsSync('transfer.html')).toBe(true)
    expect(transfer.answer.units).toBeGreaterThan(75_000)
    const castillo = transfer.answer.localPreferences[0]
    expect(castillo[0] / castillo.reduce((sum: number, votes: number) => sum + votes)).toBeGreaterThan(0.85)
  })
})

describe('what cannot be run', () => {
  test('transfer without an earlier round, or between rounds of too few places', async () => {
    const none = await json('transfer', join(elections, 'iran-2009'))
    expect([none.exit, none.answer.error.code]).toEqual([2, 'no-earlier'])
    const few = await json('transfer', join(elections, 'iran-2024'), '--round', '2', '--level', 'province')
    expect([few.exit, few.answer.error.code]).toEqual([2, 'too-few-places'])
    const map = await json('forensics', join(elections, 'iran-2009'), '--earlier-map', 'x.json')
    expect([map.exit, map.answer.error.code]).toEqual([2, 'usage'])
  })
})
