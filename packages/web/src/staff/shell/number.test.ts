import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCount } from './number.ts'

test('a count is read in the digits of either language, grouped or not', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom('en', 'fa', 'ar-EG'),
      fc.boolean(),
      (count, language, useGrouping) => {
        expect(readCount(count.toLocaleString(language, { useGrouping }))).toEqual({ ok: true, value: count })
      },
    ),
  )
})

test('an empty field is no zero; what is no whole number is refused', () => {
  expect(readCount('  ')).toEqual({ ok: true, value: undefined })
  expect(readCount('۰')).toEqual({ ok: true, value: 0 })
  for (const typed of ['-1', '1.5', '12a', 'یک']) expect(readCount(typed)).toMatchObject({ ok: false })
  expect(readCount('4294967296')).toMatchObject({ refusal: { code: 'count-too-large' } })
})
