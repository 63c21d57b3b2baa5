import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSeed, readSeed } from './seed.ts'

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('a seed comes back from what is printed, however it is typed', () => {
  fc.assert(
    fc.property(seeds, seed => {
      const printed = formatSeed(seed)
      expect(printed).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/)
      for (const typed of [
        printed,
        printed.toLowerCase(),
        printed.replaceAll('-', ' '),
        printed.replaceAll('0', 'O'),
      ])
        expect(readSeed(typed)).toEqual({ ok: true, value: seed })
    }),
  )
})

test('a wrong character makes no other key', () => {
  const printed = formatSeed(new Uint8Array(32).fill(7))
  const wrong = printed.replace(/^./, first => (first === 'Z' ? 'Y' : 'Z'))
  expect(readSeed(wrong)).toMatchObject({ ok: false, refusal: { code: 'bad-seed' } })
  expect(readSeed(printed.slice(1))).toMatchObject({ ok: false, refusal: { code: 'bad-seed' } })
  expect(readSeed(printed.replace(/^./, 'U'))).toMatchObject({ ok: false, refusal: { code: 'bad-seed' } })
})
