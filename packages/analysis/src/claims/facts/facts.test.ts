import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Facts, factsSchema } from './facts.ts'

const root = join(import.meta.dirname, '../../../../../elections')
const files = globSync('*.json', { cwd: join(root, 'facts') })
const all: readonly (readonly [string, Facts])[] = files.map(file => [
  file,
  factsSchema.parse(JSON.parse(readFileSync(join(root, 'facts', file), 'utf8'))),
])

test('every fact has its source and how certain it is', () => {
  expect(all.length).toBeGreaterThan(0)
  for (const [file, { elections, groups }] of all) {
    const facts = elections.flatMap(({ totals, byArea, stated, counts, events, polls, statements }) => [
      ...totals,
      ...byArea,
      ...stated,
      ...counts,
      ...events,
      ...polls,
      ...statements,
    ])
    expect(facts.length, file).toBeGreaterThan(1)
    for (const fact of [...facts, ...groups]) {
      expect(fact.source.length, JSON.stringify(fact)).toBeGreaterThan(3)
      expect(['official', 'press', 'unverified']).toContain(fact.mark)
    }
  }
})

test('nobody and no election of one country has the id of another', () => {
  const ids = all.flatMap(([, { people, elections }]) => [...people, ...elections].map(({ id }) => id))
  expect(ids.length - new Set(ids).size).toBe(0)
})

test('a fact without its source is refused', () => {
  const [, facts] = all[0]!
  const [first, ...rest] = facts.elections
  const { source: _, ...without } = first!.totals[0]!
  const broken = { ...facts, elections: [{ ...first!, totals: [without] }, ...rest] }
  expect(factsSchema.safeParse(broken).success).toBe(false)
})

test('whoever is named in a fact is in the list of people', () => {
  for (const [, { people, elections, groups }] of all) {
    const known = new Set(people.map(({ id }) => id))
    const named = elections.flatMap(({ rounds, totals, events, polls }) => [
      ...rounds.flatMap(({ candidates = [] }) => candidates),
      ...totals.flatMap(({ votes }) => Object.keys(votes)),
      ...events.flatMap(({ who, infavour }) => [who, infavour].filter(id => id !== undefined)),
      ...polls.flatMap(({ shares }) => Object.keys(shares)),
    ])
    expect(
      [...named, ...groups.flatMap(({ members }) => Object.values(members).flat())].filter(
        id => !known.has(id),
      ),
    ).toEqual([])
  }
})

test('votes never exceed what they are part of, and add up where the source says nothing else', () => {
  for (const [, { elections }] of all)
    for (const { id, rounds, totals } of elections)
      for (const { round, figures, votes, note } of totals) {
        const sum = Object.values(votes).reduce((all, count) => all + count, 0)
        const { eligible, taken, valid, invalid } = figures
        if (taken !== undefined && eligible !== undefined) expect([id, taken <= eligible]).toEqual([id, true])
        if (taken !== undefined) expect([id, sum <= taken]).toEqual([id, true])
        if (valid !== undefined && invalid !== undefined && taken !== undefined)
          expect([id, valid + invalid]).toEqual([id, taken])
        const complete = rounds
          .find(({ number }) => number === round)
          ?.candidates?.every(name => votes[name] !== undefined)
        if (complete && valid !== undefined && !note) expect([id, sum]).toEqual([id, valid])
      }
})

test('the totals of shipped elections are those of their tables', () => {
  const facts = all.find(([file]) => file === 'iran.json')![1]
  const of = (id: string) => facts.elections.find(election => election.id === id)!
  const rows = readFileSync(join(root, 'iran-2009/announcements.csv'), 'utf8').trim().split('\n').slice(1)
  for (const [i, row] of rows.entries()) {
    const [taken, a, m, r, k] = row.split(',').slice(3, 8).map(Number)
    expect(of('iran-2009').totals[i]).toMatchObject({
      figures: { taken },
      votes: { ahmadinejad: a, mousavi: m, rezaee: r, karroubi: k },
    })
  }
  const [first, second] = readFileSync(join(root, 'iran-2024/results-national.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  expect(of('iran-2024').totals[0]!.figures).toEqual({
    eligible: +first!.split(',')[2]!,
    taken: +first!.split(',')[4]!,
    invalid: +first!.split(',')[5]!,
  })
  expect(of('iran-2024').totals[1]!.votes).toEqual({
    pezeshkian: +second!.split(',')[6]!,
    jalili: +second!.split(',')[7]!,
  })
})

test('the provinces of 2009 add up to the total of their table', () => {
  const { totals, byArea } = all
    .find(([file]) => file === 'iran.json')![1]
    .elections.find(({ id }) => id === 'iran-2009')!
  const [{ columns, rows }] = byArea as [(typeof byArea)[number]]
  expect(Object.keys(rows)).toHaveLength(30)
  const sum = (name: string) =>
    Object.values(rows).reduce((all, row) => all + (row[columns.indexOf(name)] ?? 0), 0)
  expect(totals.at(-1)).toMatchObject({
    figures: { taken: sum('taken'), invalid: sum('invalid') },
    votes: { mousavi: sum('mousavi') },
  })
})
