import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex } from '../hex.ts'
import { repeatedHex, repeatedText } from './repeated.ts'

test('whatever was read before, bytes give their own hexadecimal and a text itself', () => {
  const hexOf = repeatedHex()
  const once = repeatedText()
  const few = fc.constantFrom(...Array.from({ length: 7 }, (_, i) => i))
  fc.assert(
    fc.property(fc.array(few, { maxLength: 40 }), numbers => {
      for (const number of numbers) {
        const bytes = new Uint8Array([1, number, 255])
        expect(hexOf(bytes)).toBe(toHex(bytes))
        bytes.fill(0)
        expect(once(`text ${number}`)).toBe(`text ${number}`)
      }
    }),
  )
})
