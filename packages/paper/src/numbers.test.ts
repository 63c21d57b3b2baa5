import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inWords } from './numbers.ts'

test.each([
  [0, 'zero', 'صفر'],
  [7, 'seven', 'هفت'],
  [16, 'sixteen', 'شانزده'],
  [20, 'twenty', 'بیست'],
  [61, 'sixty-one', 'شصت و یک'],
  [100, 'one hundred', 'صد'],
  [402, 'four hundred two', 'چهارصد و دو'],
  [786, 'seven hundred eighty-six', 'هفتصد و هشتاد و شش'],
  [1_000, 'one thousand', 'یک هزار'],
  [1_010, 'one thousand ten', 'یک هزار و ده'],
  [
    24_535_185,
    'twenty-four million five hundred thirty-five thousand one hundred eighty-five',
    'بیست و چهار میلیون و پانصد و سی و پنج هزار و صد و هشتاد و پنج',
  ],
  [
    4_294_967_295,
    'four billion two hundred ninety-four million nine hundred sixty-seven thousand two hundred ninety-five',
    'چهار میلیارد و دویست و نود و چهار میلیون و نهصد و شصت و هفت هزار و دویست و نود و پنج',
  ],
])('%i is “%s”, «%s»', (number, en, fa) => {
  expect(inWords(number, 'en')).toBe(en)
  expect(inWords(number, 'fa')).toBe(fa)
})

test('no two figures are the same in words', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 2 ** 31 - 1 }),
      fc.nat({ max: 2 ** 31 - 1 }),
      fc.constantFrom('en', 'fa'),
      (a, b, language) => {
        expect(inWords(a, language) === inWords(b, language)).toBe(a === b)
      },
    ),
  )
  for (const language of ['en', 'fa'] as const) {
    const all = Array.from({ length: 10_000 }, (_, i) => inWords(i, language))
    expect(new Set(all).size).toBe(10_000)
  }
})
