import { expect, test } from 'vitest'
import { linkTo, subjectOf } from './subject.ts'

test.each([
  ['?area=IR-01', { kind: 'area', id: 'IR-01', chunk: 0 }],
  ['?area=IR-01&boxes=3', { kind: 'area', id: 'IR-01', chunk: 2 }],
  ['?box=000123', { kind: 'box', id: '000123' }],
  ['?box=000123&area=IR-01', { kind: 'box', id: '000123' }],
  ['', undefined],
  ['?utm=x', undefined],
  ['?box=', null],
  ['?area=../../secret', null],
  ['?area=IR-01&boxes=-1', null],
  ['?area=IR-01&boxes=x', null],
])('%s', (query, subject) => expect(subjectOf(query)).toEqual(subject))

test('a link leads back to what it was made for', () => {
  const area = { kind: 'area', id: 'N-1', chunk: 4 } as const
  expect(subjectOf(linkTo(area))).toEqual(area)
  expect(subjectOf(linkTo({ kind: 'box', id: 'b.1_x' }))).toEqual({ kind: 'box', id: 'b.1_x' })
})
