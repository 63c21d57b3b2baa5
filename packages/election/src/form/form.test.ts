import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFigures } from '../checks/figures.ts'
import { settingsOf } from '../checks/finding.ts'
import { type CheckCode, checks } from '../checks/table.ts'
import { figureFields } from '../statements/figures.ts'
import { type Form, form } from '../statements/form.ts'
import { parseStatement } from '../statements/statement.ts'
import { formLayout, linesOf } from './layout.ts'
import { linesSpokenOf } from './spoken.ts'
import { differences, sumAt, valueAt, withValueAt } from './value.ts'
import { saidOf } from './words.ts'

const definition = {
  voting: 'assigned',
  invalidGrounds: [
    { number: 1, id: 'blank', name: { en: 'Blank', fa: 'سفید' } },
    { number: 2, id: 'two-names', name: { en: 'Two names', fa: 'دو نام' } },
  ],
  notTakenGrounds: [{ number: 1, id: 'forged', name: { fa: 'جعلی' } }],
} as const
const ballot = {
  candidates: [
    { number: 11, id: 'anna', name: { en: 'Anna', fa: 'آنا' } },
    { number: 22, id: 'boris', name: { en: 'Boris' } },
  ],
}
const layout = formLayout(definition, ballot)
const lines = linesOf(layout)
const written: Form = {
  ...form.example,
  figures: {
    ...form.example.figures,
    invalidBy: { 1: 12, 2: 8 },
    notTakenBy: { 1: 1 },
    votes: { 11: 300, 22: 290 },
  },
}

test('it reads as the paper does', () => {
  expect(
    layout.sections.map(({ title, lines }) => [title.en, ...lines.map(({ label }) => label.en)].join(' · ')),
  ).toEqual([
    'The box · Ballot box · Form serial · Eligible voters',
    'Ballots and their stubs · Ballots delivered · Stubs used (ballots issued) · Stubs unused · Stubs spoiled',
    'Voters checked in · Check-ins by computer · Check-ins on paper',
    'Opened and counted · Ballots in the box · Excess ballots drawn, unread · جعلی · Ballots not taken',
    'Taken and invalid · Ballots taken (valid and invalid) · Blank · Two names · Invalid ballots',
    'Votes · Anna · Boris · Valid votes',
    'Times · Voting began · Voting ended · Count ended',
    'People present · Who was present, and who signed',
    'Explanations · Explanations of what differs',
  ])
})

test('every figure that a form can hold has its line', () => {
  const paths = lines.map(({ path }) => path)
  for (const name of Object.keys(figureFields))
    expect(
      paths.some(path => path.startsWith(`figures.${name}`)),
      name,
    ).toBe(true)
  expect(new Set(paths).size).toBe(paths.length)
})

test('where nobody is tied to a place, the form does not ask for eligible voters', () => {
  const anywhere = formLayout({ ...definition, voting: 'anywhere' }, ballot)
  expect(linesOf(anywhere).map(({ path }) => path)).not.toContain('figures.eligible')
})

test('what a line is a part of is on the form, and counts it among its parts', () => {
  for (const { path, partOf } of lines.filter(({ partOf }) => partOf !== undefined))
    expect(lines.find(line => line.path === partOf)?.sumOf, path).toContain(path)
})

test('a finding points to its lines: every sentence about a form’s figures', () => {
  expect(linesSpokenOf(layout, { code: 'B01', part: 'votes' }).map(({ label }) => label.en)).toEqual([
    'Anna',
    'Boris',
    'Valid votes',
  ])
  for (const code of ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B10', 'B11'] as const satisfies CheckCode[])
    for (const part of Object.keys(checks[code].says))
      expect(linesSpokenOf(layout, { code, part }).length, `${code} ${part}`).toBeGreaterThan(0)
  expect(linesSpokenOf(layout, { code: 'B14', part: 'code' })).toEqual([])
})

test('a wrong figure is in a line that its finding points to', () => {
  const numbers = { candidates: [11, 22], invalidGrounds: [1, 2], notTakenGrounds: [1] }
  const settings = settingsOf({ mode: 'live' })
  expect(checkFigures(written.figures, numbers, settings).findings).toEqual([])
  const figures = lines.filter(({ path, sort }) => sort === 'count' && path !== 'figures.eligible')
  for (const { path } of figures) {
    const wrong = withValueAt(written, path, ((valueAt(written, path) as number | undefined) ?? 0) + 40)
    const { findings } = checkFigures(wrong.figures, numbers, settings)
    // Excess drawn, and what is only written beside the rest, may be large without a contradiction of their own.
    if (findings.length === 0) continue
    const pointed = findings.flatMap(finding => linesSpokenOf(layout, finding)).map(line => line.path)
    expect(pointed, path).toContain(path)
  }
})

test('what is written at a path is read there, and what is taken away leaves nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lines.filter(({ sort }) => sort === 'count')),
      fc.nat(),
      ({ path }, count) => {
        const filled = withValueAt(written, path, count)
        expect(valueAt(filled, path)).toBe(count)
        expect(parseStatement(filled).ok).toBe(true)
        const others = lines.filter(line => line.path !== path)
        for (const line of others) expect(valueAt(filled, line.path)).toBe(valueAt(written, line.path))
        expect(valueAt(withValueAt(filled, path, undefined), path)).toBe(undefined)
      },
    ),
  )
  const one = withValueAt({}, 'figures.votes.11', 3)
  expect(one).toEqual({ figures: { votes: { 11: 3 } } })
  expect(withValueAt(one, 'figures.votes.11', undefined)).toEqual({})
})

test('a sum is offered once all of its parts are written', () => {
  const line = (path: string) => lines.find(line => line.path === path)!
  expect(sumAt(written, line('figures.valid'))).toBe(590)
  expect(sumAt(written, line('figures.invalid'))).toBe(20)
  expect(sumAt(written, line('figures.taken'))).toBe(610)
  expect(sumAt(withValueAt(written, 'figures.votes.11', undefined), line('figures.valid'))).toBe(undefined)
  expect(sumAt(written, line('figures.delivered'))).toBe(undefined)
})

test('two copies differ in one line, and zero is not nothing', () => {
  const there = withValueAt(written, 'figures.votes.22', 209)
  expect(
    differences(layout, written, there).map(({ line, here, there }) => [line.label.en, here, there]),
  ).toEqual([['Boris', 290, 209]])
  expect(differences(layout, written, withValueAt(written, 'figures.excessDrawn', undefined))).toHaveLength(1)
  expect(differences(layout, written, written)).toEqual([])
})

test('a name that is missing in one language stands in the other', () => {
  expect(saidOf({ fa: 'جعلی' })).toEqual({ en: 'جعلی', fa: 'جعلی' })
  expect(saidOf({ ckb: 'ناو' })).toEqual({ en: 'ناو', fa: 'ناو' })
})
