import { expect, test } from 'vitest'
import { tests, threats, threatsDocument } from './threats.ts'

test('docs/threats.md is what the tests say', async () => {
  await expect(threatsDocument()).toMatchFileSnapshot('../../docs/threats.md')
})

test('a test that shows the control of a threat names one that there is', () => {
  const shown = tests()
  expect(shown.length).toBeGreaterThan(20)
  expect(shown.filter(({ threat }) => !(threat in threats))).toEqual([])
})
