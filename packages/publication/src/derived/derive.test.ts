import { join, resolve } from 'node:path'
import { type Election, tally } from '@countersign/election'
import { aForm } from '@countersign/election/made-up'
import { describe, expect, inject, test } from 'vitest'
import { readElection } from '../import/node/index.ts'
import { evening, replayedArchive, shipped } from '../node/fixtures/elections.ts'
import type { AreaFile } from './areas.ts'
import type { BoxIndex, BoxIndexPart } from './box-index.ts'
import type { BoxFile } from './boxes.ts'
import { canonicalJson } from './canonical.ts'
import { derive } from './derive.ts'
import type { Latest } from './latest.ts'
import type { Overview } from './overview.ts'
import { type SearchIndex, type SearchPart, searchPath, wordsOf } from './search.ts'
import type { StatementsFile } from './statements.ts'

const root = resolve(import.meta.dirname, '../../../..')

/** The derived files by path, those of this version without their folder, JSON read. */
function filesOf(election: Election): Map<string, unknown> {
  const text = new TextDecoder()
  const folder = `derived/${election.size}/`
  return new Map(
    [...derive(election, { root: 'cm9vdA==' })].map(({ path, bytes }) => {
      const name = path.startsWith(folder) ? path.slice(folder.length) : path
      return [name, name.endsWith('.json') ? JSON.parse(text.decode(bytes)) : text.decode(bytes)]
    }),
  )
}

describe.each(['iran-2024', 'iran-2009'])('%s', id => {
  test('the same state gives the same bytes, in one canonical form', async () => {
    const [one, two] = [await shipped(id), await shipped(id)].map(election => [...derive(election)])
    expect(one!.length).toBeGreaterThan(20)
    expect(one!.map(({ path }) => path)).toEqual(two!.map(({ path }) => path))
    for (const [i, { path, bytes }] of one!.entries()) {
      expect(bytes, path).toEqual(two![i]!.bytes)
      if (!path.endsWith('.json')) continue
      const text = new TextDecoder().decode(bytes)
      expect(text, path).toBe(`${canonicalJson(JSON.parse(text))}\n`)
    }
  })

  test('no path is written twice, and latest.json, which names the others, comes last', async () => {
    const paths = [...derive(await shipped(id))].map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.at(-1)).toBe('derived/latest.json')
  })

  test('the totals are those of the tally', async () => {
    const election = await shipped(id)
    const files = filesOf(election)
    const overview = files.get('election.json') as Overview
    const latest = files.get('derived/latest.json') as Latest
    expect(overview.root).toBe('cm9vdA==')
    expect(latest).toMatchObject({ treeSize: election.size, derived: `derived/${election.size}/` })
    for (const [i, round] of tally(election).rounds.entries()) {
      const votes = Object.values(round.candidates)
      expect(overview.rounds[i]!.candidates.map(candidate => candidate.votes)).toEqual(votes)
      expect(overview.rounds[i]!.totals[0]).toMatchObject({ taken: round.taken, votes })
      expect(latest.rounds[i]).toMatchObject({ outcome: round.outcome })
      expect(latest.rounds[i]!.totals).toEqual(overview.rounds[i]!.totals)
    }
  })
})

test('an archive with tables of two levels has a total of each, the counted one first', async () => {
  const files = filesOf(await shipped('iran-2009'))
  const { rounds } = files.get('election.json') as Overview
  expect(rounds[0]!.totals.map(({ level, taken, invalid }) => [level, taken, invalid])).toEqual([
    ['province', 39_145_990, 417_191],
    ['area', 39_245_991, 418_408],
  ])
})

test('an area has its own figures and those in it, the name of what it lies in, and its row as published', async () => {
  const election = await shipped('iran-2009')
  const files = filesOf(election)
  const province = [...election.areas.values()].find(({ area }) => area.name.en === 'Hormozgan')!
  const file = files.get(`areas/${province.area.id}.json`) as AreaFile
  expect(file.path.map(({ level }) => level)).toEqual(['country'])
  const nation = files.get(`areas/${file.path[0]!.id}.json`) as AreaFile
  expect(nation.rounds[0]!.taken).toBe(39_145_990)
  expect(file.children.map(({ id }) => id)).toEqual(province.children)
  expect(file.published[0]!.figures).toMatchObject({ taken: file.rounds[0]!.taken })
  expect(file.findings.map(({ code, figures }) => [code, figures.difference])).toContainEqual([
    'C02',
    -100_000,
  ])
})

test('running announcements are a series in the order of the record', async () => {
  const { rounds } = filesOf(await shipped('iran-2024')).get('election.json') as Overview
  const taken = rounds[0]!.announcements.map(({ figures }) => figures.taken)
  expect(taken.slice(0, 3)).toEqual([3_889_248, 10_366_410, 12_058_843])
})

describe('a live election', () => {
  const election = evening()
  const files = filesOf(election)
  const overview = files.get('election.json') as Overview

  test('has three totals, each labelled, and shows its boxes by state', () => {
    const [round] = overview.rounds
    expect(round!.totals.map(({ total, votes }) => [total, votes])).toEqual([
      ['preliminary', [330, 350, 89, 19]],
      ['undisputed', [270, 290, 49, 11]],
      ['reconciled', [180, 140, 30, 8]],
    ])
    expect(round!.boxes).toEqual({ agreed: 2, conflicting: 1, reported: 2, opened: 1 })
  })

  test('a box has its figures as printed, its state, findings, and every entry about it', () => {
    const { boxes } = files.get('boxes/east.0.json') as { boxes: readonly BoxFile[] }
    expect(boxes.map(({ id, rounds }) => [id, rounds[0]!.state])).toEqual([
      ['b1', 'agreed'],
      ['b2', 'agreed'],
      ['b3', 'conflicting'],
    ])
    const [box] = boxes[2]!.rounds
    expect(box!.figures).toEqual({ ...aForm(60, 60, 40, 8) })
    expect(box!.findings.map(({ code }) => code)).toContain('B07')
    const about = [...election.entries.values()].filter(
      ({ statement, why }) => 'box' in statement && statement.box === 'b3' && why === undefined,
    )
    expect(box!.entries).toEqual(about.map(({ index }) => index))
  })

  test('beside a box stand its statements in order, who signed each, and the record’s time', () => {
    const { people, boxes } = files.get('statements/east.0.json') as StatementsFile
    const chunk = files.get('boxes/east.0.json') as { boxes: readonly BoxFile[] }
    for (const [i, { id, statements }] of boxes.entries()) {
      expect(id).toBe(chunk.boxes[i]!.id)
      expect(statements.map(({ entry }) => entry)).toEqual(
        chunk.boxes[i]!.rounds.flatMap(({ entries }) => entries),
      )
    }
    const form = boxes[2]!.statements.find(({ kind }) => kind === 'form')!
    const roles = form.by.map(n => people[n]!.role)
    expect(roles.filter(role => role === 'leader')).toHaveLength(1)
    expect(roles.filter(role => role === 'agent')).toHaveLength(4)
    expect(people.every(({ kid }) => election.people.has(kid))).toBe(true)
  })

  test('the index leads from every box to its chunk', () => {
    const index = files.get('index/boxes.json') as BoxIndex
    expect(index.count).toBe(6)
    for (const { path, first, last } of index.parts) {
      const { boxes } = files.get(path) as BoxIndexPart
      expect([boxes[0]![0], boxes.at(-1)![0]]).toEqual([first, last])
      for (const [id, area, chunk, entries] of boxes) {
        const found = (files.get(`boxes/${area}.${chunk}.json`) as { boxes: readonly BoxFile[] }).boxes.find(
          box => box.id === id,
        )
        expect(found!.rounds.flatMap(round => round.entries)).toEqual(entries)
      }
    }
  })

  test('what has no force is published with the reason', () => {
    const why = [...election.entries.values()].filter(entry => entry.why !== undefined)
    expect((files.get('unforced.json') as { count: number }).count).toBe(why.length)
  })
})

describe('search', () => {
  test.each([
    ['Ñuñoa, São-João', ['nunoa', 'sao', 'joao']],
    ['خراسان‌رضوي', ['خراسانرضوی']],
    ['كرمان', ['کرمان']],
    ['درۀ بالا، دره‌ی پایین، مدينة', ['دره', 'بالا', 'درهی', 'پایین', 'مدینه']],
    ['', []],
  ])('%s is looked for as %j', (name, words) => expect(wordsOf(name)).toEqual(words))

  test('every area is found by the beginning of any word of any of its names', async () => {
    const election = await shipped('iran-2009')
    const files = filesOf(election)
    const { beginnings, common } = files.get('index/search.json') as SearchIndex
    for (const { area } of election.areas.values())
      for (const word of Object.values(area.name).flatMap(wordsOf)) {
        if (common.includes(word)) continue
        const beginning = beginnings
          .filter(letters => word.startsWith(letters))
          .sort()
          .at(-1)!
        const { names } = files.get(searchPath(beginning)) as SearchPart
        expect(names.map(named => named.area)).toContain(area.id)
      }
  })
})

test('no file of a country of 86,488 boxes is large', async ({ skip }) => {
  const { path: data, missing } = inject('data')
  skip(missing !== undefined, missing)
  const maps = join(root, 'elections/maps/peru-2021-runoff')
  const table = join(data!, 'peru-2021/runoff_polling_tables.csv.gz')
  const read = await readElection(`${maps}.election.json`, [{ table, map: `${maps}.map.json` }])
  if (!read.ok) throw new Error(read.refusal.message)
  const files = [...derive(replayedArchive(read.value))]
  const large = files
    .filter(({ bytes }) => bytes.length > 200_000)
    .map(({ path, bytes }) => [path, bytes.length])
  expect(large).toEqual([])
  expect(files.length).toBeGreaterThan(2_000)
})
