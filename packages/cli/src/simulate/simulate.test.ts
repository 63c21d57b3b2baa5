import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inOwnFolder, json, ran } from '../made-up/command.ts'

inOwnFolder()
const small = ['--runs', '2', '--counties', '2', '--kind', 'rounding']

test('the same seed makes the same tables; the file says how it was made, and that it is synthetic', async () => {
  const { exit, answer } = await json('simulate', 'tables', ...small)
  expect(exit).toBe(0)
  expect(answer.tables).toHaveLength(3)
  expect((await json('simulate', 'tables', ...small)).answer).toEqual(answer)
  await ran('simulate', 'tables', ...small, '--out', 'tables.md')
  const text = readFileSync('tables.md', 'utf8')
  expect(text).toContain('Synthetic')
  expect(text).toContain('countersign simulate tables --runs 2 --counties 2 --seed 1')
})

test('what is no number or no kind is refused', async () => {
  const wrong = await json('simulate', 'tables', '--runs', 'many')
  expect([wrong.exit, wrong.answer.error.code]).toEqual([2, 'usage'])
  const kind = await json('simulate', 'tables', '--kind', 'magic')
  expect(kind.answer.error.todo).toContain('clean, rounding')
})
