import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'

const web = resolve(import.meta.dirname, '../../..')
const messages = (language: string) =>
  JSON.parse(readFileSync(resolve(web, 'messages/setup', `${language}.json`), 'utf8')) as Record<
    string,
    string
  >
const [english, persian] = [messages('en'), messages('fa')]

test('everything is said in both languages, of the same things', () => {
  expect(Object.keys(persian)).toEqual(Object.keys(english))
  for (const [key, says] of Object.entries(english)) {
    expect(named(persian[key]!), key).toEqual(named(says))
    expect(persian[key], key).toMatch(/[\u0600-\u06FF]/)
  }
})

test('every message is said somewhere, and none stands in another application’s name', () => {
  const sources = globSync('src/staff/**/*.{ts,tsx}', { cwd: web }).map(path =>
    readFileSync(resolve(web, path), 'utf8'),
  )
  const code = sources.join('\n')
  const said = (key: string) => {
    const parts = key.split('.')
    return (
      code.includes(`'${key}'`) ||
      code.includes(`"${key}"`) ||
      parts.some((_, i) => i > 0 && code.includes(`\`${parts.slice(0, i).join('.')}.$`)) ||
      parts[0] === 'refusal'
    )
  }
  expect(Object.keys(english).filter(key => !said(key))).toEqual([])
  const staff = JSON.parse(readFileSync(resolve(web, 'messages/staff/en.json'), 'utf8')) as object
  expect(Object.keys(english).filter(key => key in staff)).toEqual([])
})

/** What a message names, in any order. */
function named(text: string): readonly string[] {
  const names = new Set<string>()
  const walk = (parts: unknown): unknown =>
    JSON.stringify(parts, (key, value) => {
      if (
        typeof value === 'object' &&
        value !== null &&
        'type' in value &&
        value.type > 0 &&
        key !== 'options'
      )
        names.add((value as { readonly value?: string }).value ?? '')
      return value
    })
  walk(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst())
  return [...names].filter(name => name !== '').sort()
}
