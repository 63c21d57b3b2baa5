import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Messages, textIn } from './text.ts'

const read = (language: string): Messages =>
  JSON.parse(readFileSync(`packages/web/messages/${language}.json`, 'utf8'))

test('Persian figures, shares and days are in Persian digits and the Solar Hijri calendar', () => {
  const text = textIn('fa', read('fa'))
  expect(text.direction).toBe('rtl')
  expect(text.count(24535185)).toBe('۲۴٬۵۳۵٬۱۸۵')
  expect(text.percent('38.611')).toBe('۳۸٫۶۱۱٪')
  expect(text.day('2024-06-28')).toBe('۸ تیر ۱۴۰۳')
  expect(text.gregorianDay('2024-06-28')).toBe('۲۸ ژوئن ۲۰۲۴')
})

test('a percentage keeps the decimals that it was computed to', () => {
  expect(textIn('en', read('en')).percent('50.000')).toBe('50.000 %')
})

test('every language has every message, with the same values to put in', () => {
  const valuesIn = (message: string) => [...new Set(message.match(/\{\s*\w+/g))].sort()
  const english = read('en')
  for (const file of globSync('packages/web/messages/*.json')) {
    const other = JSON.parse(readFileSync(file, 'utf8')) as Messages
    expect([file, Object.keys(other).sort()]).toEqual([file, Object.keys(english).sort()])
    for (const [key, message] of Object.entries(other))
      expect([file, key, valuesIn(message)]).toEqual([file, key, valuesIn(english[key] ?? '')])
  }
})

test('a missing message is a bug, not a blank', () => {
  expect(() => textIn('en', {}).say('round', { round: 1 })).toThrow('no message "round" in en')
})
