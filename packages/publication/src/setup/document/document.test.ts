import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { templateNames, templateOf } from '../templates.ts'
import { datesOf, dayAfter } from './calendar.ts'
import { parseSetupDocument, setupDocument } from './document.ts'

const root = resolve(import.meta.dirname, '../../../../..')

test('docs/schema/setup.json holds the schema of a setup (UPDATE=1 writes it)', () => {
  const schema = z.toJSONSchema(setupDocument, { io: 'input', unrepresentable: 'any', reused: 'ref' })
  const text = `${JSON.stringify({ title: 'An election before its definition is signed', ...schema }, null, 2)}\n`
  const path = join(root, 'docs/schema/setup.json')
  if (process.env.UPDATE) writeFileSync(path, text)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(text))
})

test('a template is a document; what is not of the format is refused with its place', () => {
  for (const name of templateNames) expect(templateOf(name).bodies.length).toBeGreaterThan(2)
  const plain = templateOf('plain')
  expect(parseSetupDocument({ ...plain, utcOffset: 'Tehran' })).toMatchObject({
    ok: false,
    refusal: { code: 'setup-document', message: expect.stringContaining('utcOffset') },
  })
  expect(parseSetupDocument({ ...plain, definition: { ...plain.definition, mode: 'archive' } }).ok).toBe(
    false,
  )
})

test('the calendar of 2024, from the template’s rules', () => {
  const rounds = templateOf('iran').rounds.map((round, i) => ({
    ...round,
    date: ['2024-06-28', '2024-07-05'][i]!,
  }))
  const dates = [{ round: 1, id: 'registration-opens', date: '2024-05-30' }]
  const known = datesOf({ ...templateOf('iran'), rounds, dates, trigger: '2024-05-19' }, 1)
  const day = (id: string) => known.get(id)?.date
  expect(day('latest-vote')).toBe('2024-07-08')
  expect(day('registration-closes')).toBe('2024-06-03')
  expect(day('campaign-ends')).toBe('2024-06-27')
  expect(day('complaints')).toBe('2024-07-01')
  expect(day('run-off')).toBe('2024-07-05')
  expect(known.get('registration-closes')!.by).toBe('rule')
  expect(known.get('vote')!.at).toBe(Date.parse('2024-06-28T08:00:00+03:30') / 1000)
  expect(dayAfter('2024-02-28', 2)).toBe('2024-03-01')
})
