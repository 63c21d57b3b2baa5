import { sha256 } from '@countersign/tlog'
import { describe, expect, test } from 'vitest'
import { aNightOfDisputes } from '../made-up/night.ts'
import { feedOf } from './feed.ts'

const night = aNightOfDisputes(sha256)
const election = night.log.replay()
const feed = (language: 'en' | 'fa', of = election) => new TextDecoder().decode(feedOf(of, language))
const all = (tag: string, xml: string) =>
  [...xml.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, inside]) => inside!)

describe.each(['en', 'fa'] as const)('the feed of a night (%s)', language => {
  const xml = feed(language)
  const entries = all('entry', xml)

  test('has what RFC 4287 asks of a feed and of each entry', () => {
    const head = xml.slice(0, xml.indexOf('<entry>'))
    for (const tag of ['id', 'title', 'updated', 'name'])
      expect([tag, all(tag, head).length]).toEqual([tag, 1])
    expect(entries.length).toBeGreaterThan(6)
    for (const entry of entries)
      for (const tag of ['id', 'title', 'updated', 'content'])
        expect([tag, all(tag, entry).length]).toEqual([tag, 1])
    const times = all('updated', xml)
    expect(times.filter(time => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time))).toEqual([])
    expect(times[0]).toBe(times.slice(1).sort().at(-1))
    expect(new Set(all('id', xml)).size).toBe(entries.length + 1)
  })

  test('says decisions in words', () => {
    expect(xml).toContain({ en: 'annulled; Two supervisors', fa: 'ابطال شد; Two supervisors' }[language])
    expect(xml).not.toMatch(/>(annul|accept|refuse|openBox);/)
  })
})

test('what was told once keeps its ID and its words as the record grows', () => {
  const later = night.fork()
  const label = { en: 'In the morning', fa: 'بامداد' }
  later.say(
    { kind: 'announce', round: 1, area: 'land', label, at: election.time + 60, figures: { taken: 3 } },
    'authority',
  )
  const before = all('entry', feed('en'))
  const [added, ...rest] = all('entry', feed('en', later.log.replay()))
  expect(added).toContain('In the morning')
  expect(rest).toEqual(before)
})
