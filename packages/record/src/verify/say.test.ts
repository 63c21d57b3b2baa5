import { expect, it } from 'vitest'
import { logCodes } from './log-codes.ts'
import { sayFailure } from './say.ts'

const kid = '0011223344556677'

it('names entry, box and rule, in both languages', () => {
  const failure = { entry: 1234, box: 'b1', code: 'signature-fails', message: '', where: { kid } }
  expect(sayFailure(failure, 'en')).toMatch(new RegExp(`^Entry 1234 \\(b1\\): The signature of key ${kid} `))
  expect(sayFailure(failure, 'fa')).toMatch(new RegExp(`^مدخل ۱۲۳۴ \\(b1\\): امضای کلید ${kid} `))
})

it('of a file there is only the rule', () => {
  const failure = { entry: null, box: null, code: 'shrunk', message: '', where: { size: 1500, now: 70 } }
  expect(sayFailure(failure, 'en')).toBe('The log had 1500 entries and now has 70: entries were taken away.')
  expect(sayFailure(failure, 'fa')).toContain('۱۵۰۰ مدخل')
})

it('speaks for the log too', () => {
  for (const code of Object.keys(logCodes)) {
    const where = { path: 'tile/0/000', index: 7, name: 'log.example' }
    const said = sayFailure({ entry: null, box: null, code, message: '', where }, 'fa')
    expect(said).toMatch(/[\u0600-\u06FF]/)
    expect(said).not.toMatch(/[{}?]/)
  }
})

it('a wrong sum, with its numbers as the language writes them', () => {
  const where = { part: 'figure', figure: 'taken', stated: 1331, computed: 1330, difference: 1 }
  const failure = { entry: 9, box: null, code: 'C02', message: '', where }
  expect(sayFailure(failure, 'en')).toBe(
    'Entry 9: votes taken: 1,331 is stated; the parts add up to 1,330: a difference of 1.',
  )
  expect(sayFailure(failure, 'fa')).toMatch(/آرای مأخوذه: ۱٬۳۳۱/)
})

it('what it does not know, it says as it was told', () => {
  expect(sayFailure({ entry: 3, box: null, code: 'of-tomorrow', message: 'As told.' }, 'fa')).toBe(
    'مدخل ۳: As told.',
  )
})
