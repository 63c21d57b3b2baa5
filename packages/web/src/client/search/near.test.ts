import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNear } from './near.ts'

test.each([
  ['تهرن', 'تهران'],
  ['کرمنشاه', 'کرمانشاه'],
  ['اصفهلن', 'اصفهان'],
  ['isfhan', 'isfahan'],
  ['mahshad', 'mashhad'],
  ['tabrizz', 'tabriz'],
])('%s is %s with a slip', (typed, known) => {
  expect(isNear(typed, known)).toBe(true)
})

test.each([
  ['تهر', 'تبریز'],
  ['kerman', 'hormoz'],
  ['mashhad', 'mahabad'],
  ['qom', 'qam'],
])('%s is not %s', (typed, known) => {
  expect(isNear(typed, known)).toBe(false)
})

test('one slip anywhere after the first letter still finds the word, and what goes on from it', () => {
  const letter = fc.constantFrom(...'abcdeابپتث')
  const word = fc.array(letter, { minLength: 5, maxLength: 12 })
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      letter,
      fc.nat(3),
      fc.string({ maxLength: 3 }),
      (letters, n, other, slip, rest) => {
        const at = 1 + (n % (letters.length - 1))
        const typed = [...letters]
        if (slip === 0) typed.splice(at, 1)
        else if (slip === 1) typed.splice(at, 0, other)
        else if (slip === 2) typed[at] = other
        else if (at + 1 < typed.length) typed.splice(at, 2, typed[at + 1]!, typed[at]!)
        expect(isNear(typed.join(''), letters.join('') + rest)).toBe(true)
      },
    ),
  )
})
