import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeImports } from './imports.ts'

test('every import in packages/ follows the direction of docs/architecture.md', async () => {
  const { modules, violations } = await judgeImports('packages')
  expect(modules).toBeGreaterThanOrEqual(globSync('packages/*/src/**/*.ts').length)
  expect(violations).toEqual([])
})

test('imports that break each rule are caught', async () => {
  const { violations } = await judgeImports('.ci/house/planted/packages')
  expect(violations.map(violation => violation.split(':')[0])).toEqual([
    'election may use no other package',
    'no circle, but of types',
    'node',
    'of another package, only an index is reached',
  ])
})
