import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { doubleEntryRefusals } from '@countersign/election'
import { expect, test } from 'vitest'

const web = resolve(import.meta.dirname, '../../..')
const messagesOf = (language: string, ...applications: readonly string[]): Record<string, string> =>
  Object.assign(
    {},
    ...applications.map(of => JSON.parse(readFileSync(`${web}/messages/${of}/${language}.json`, 'utf8'))),
  )

test('what is said of papers is said in both languages, with the same values put in, and somewhere', () => {
  const [english, persian] = [messagesOf('en', 'papers'), messagesOf('fa', 'papers')]
  expect(Object.keys(persian)).toEqual(Object.keys(english))
  const values = (message: string) => [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name!).sort()
  const code = globSync(`${web}/src/staff/*/*.{ts,tsx}`)
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')
  const beginnings = [...code.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map(([, beginning]) => beginning!)
  for (const [key, message] of Object.entries(english)) {
    expect([key, values(persian[key]!)]).toEqual([key, values(message)])
    expect([key, code.includes(`'${key}'`) || beginnings.some(begins => key.startsWith(begins))]).toEqual([
      key,
      true,
    ])
  }
})

test('whatever the server refuses at a centre is said in the language of the page', () => {
  const sources = globSync(resolve(web, '../server/src/{blobs,boxes,centres,custody,rounds}/!(*.test).ts'))
  const text = sources.map(file => readFileSync(file, 'utf8')).join('\n')
  const codes = [...text.matchAll(/refuse\(\s*'([a-z-]+)'/g)].map(([, code]) => code!)
  expect(codes.length).toBeGreaterThan(15)
  for (const language of ['en', 'fa']) {
    const messages = messagesOf(language, 'staff', 'centre', 'papers')
    const unsaid = [...codes, ...Object.keys(doubleEntryRefusals)].filter(
      code => messages[`refusal.${code}`] === undefined,
    )
    expect(unsaid).toEqual([])
  }
})
