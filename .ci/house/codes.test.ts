import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codes } from '../../packages/record/src/codes.ts'
import { logCodes } from '../../packages/record/src/verify/log-codes.ts'
import { codesDocument, sections } from './codes.ts'

test('docs/codes.md is what the tables say', async () => {
  await expect(codesDocument()).toMatchFileSnapshot('../../docs/codes.md')
})

test('every code speaks both languages, of the same things', () => {
  const rows = sections.flatMap(section => section.rows)
  expect(rows.length).toBeGreaterThan(100)
  for (const { code, en, fa } of rows) {
    expect(en, code).toMatch(/[a-z]/)
    expect(fa, code).toMatch(/[\u0600-\u06FF]/)
    expect(named(fa), code).toEqual(named(en))
  }
})

test('no code means two things: of a table, and of those that meet in one report', () => {
  for (const { rows, title } of sections)
    expect(new Set(rows.map(({ code }) => code)).size, title).toBe(rows.length)
  expect(Object.keys(codes).filter(code => code in logCodes)).toEqual([])
})

test('a test triggers every code of the record and the log', () => {
  const tests = globSync([
    'packages/{record,tlog,cli}/src/**/*.test.ts',
    'packages/record/src/**/malformed*.json',
  ])
  const said = tests.map(path => readFileSync(path, 'utf8')).join('\n')
  const silent = Object.keys({ ...codes, ...logCodes }).filter(
    code => !said.includes(`'${code}'`) && !said.includes(`"${code}"`),
  )
  expect(silent).toEqual([])
})

/** What a text names, in any order. */
function named(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort()
}
