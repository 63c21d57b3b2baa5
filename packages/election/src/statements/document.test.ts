import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { boxesDocument } from '../boxes/document.ts'
import { life } from '../boxes/life.ts'
import { type Check, checks } from '../checks/table.ts'
import { statementsDocument, statementsSchema } from './document.ts'
import { kindNames } from './kind-names.ts'
import { kinds } from './statement.ts'

const docs = resolve(import.meta.dirname, '../../../../docs')

test('docs/statements.md is what the table of kinds says', async () => {
  await expect(statementsDocument()).toMatchFileSnapshot(join(docs, 'statements.md'))
})

test('docs/schema/statement.json is the JSON form of every kind', async () => {
  await expect(statementsSchema()).toMatchFileSnapshot(join(docs, 'schema/statement.json'))
})

test('docs/boxes-and-checks.md is what the tables of states and checks say', async () => {
  await expect(boxesDocument()).toMatchFileSnapshot(join(docs, 'boxes-and-checks.md'))
})

test('the names that a definition may use are those of the kinds', () => {
  expect([...kindNames].sort()).toEqual(kinds.map(({ name }) => name).sort())
})

test('every file of a kind is in the table', () => {
  const notKinds = [
    'document.ts',
    'field.ts',
    'figures.ts',
    'kind-names.ts',
    'kind.ts',
    'repeated.ts',
    'roles.ts',
    'statement.ts',
    'values.ts',
    'wire.ts',
  ]
  const files = readdirSync(import.meta.dirname).filter(
    name => name.endsWith('.ts') && !name.includes('.test.'),
  )
  const names = files.filter(name => !notKinds.includes(name)).map(name => name.replace('.ts', ''))
  expect(names.sort()).toEqual(kinds.map(({ name }) => name).sort())
})

test.each(Object.entries(checks as Readonly<Record<string, Check>>))(
  '%s is said in two languages with the same figures',
  (_, { says }) => {
    const figuresOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    for (const { en, fa } of Object.values(says)) expect(figuresOf(fa)).toEqual(figuresOf(en))
  },
)

test('every state is reached from another, and leads only to states', () => {
  const reached = new Set(Object.values(life).flatMap(({ next }) => [...next]))
  expect(
    Object.keys(life).filter(state => state !== 'extra' && !reached.has(state as keyof typeof life)),
  ).toEqual([])
})
