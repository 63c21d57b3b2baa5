import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { kinds } from '@countersign/election'
import { expect, test } from 'vitest'
import { textIn } from '../../text/text.ts'

const web = resolve(import.meta.dirname, '../../..')
const messagesOf = (
  language: string,
  applications = ['staff', 'day', 'desk', 'compare'],
): Record<string, string> =>
  Object.assign(
    {},
    ...applications.map(of => JSON.parse(readFileSync(`${web}/messages/${of}/${language}.json`, 'utf8'))),
  )
const [english, persian] = [messagesOf('en'), messagesOf('fa')]
/** Said by several applications, and held where most of it is said. */
const others = messagesOf('en', ['centre', 'setup'])
const code = globSync(`${web}/src/staff/{shell,device,codes,place,day,desk,compare,copies,party}/*.{ts,tsx}`)
  .map(file => readFileSync(file, 'utf8'))
  .join('\n')

/** What is asked of every text, whoever says it. */
const ofText = ['language', 'dates', 'percent', 'moment', 'round.dateBoth', 'size.']

test('whatever is said in English is said in Persian, with the same values put in', () => {
  const own = (messages: Record<string, string>) =>
    Object.keys(messages)
      .filter(key => key !== 'dates')
      .sort()
  expect(own(persian)).toEqual(own(english))
  const values = (message: string) =>
    [...new Set([...message.matchAll(/\{(\w+) *[,}]/g)].map(([, name]) => name!))].sort()
  for (const [key, message] of Object.entries(english))
    expect([key, values(persian[key]!)]).toEqual([key, values(message)])
})

test('every message can be said', () => {
  const numbers = {
    waiting: 2,
    people: 2,
    boxes: 2,
    signatures: 2,
    codes: 2,
    versions: 2,
    copies: 2,
    lines: 2,
    units: 2,
  }
  for (const [language, messages] of [
    ['en', english],
    ['fa', persian],
  ] as const) {
    const text = textIn(language, messages)
    const words = new Proxy(numbers as Record<string, number | string>, {
      get: (known, name: string) => known[name] ?? 'x',
      has: () => true,
      ownKeys: () => [],
    })
    for (const key of Object.keys(messages)) expect(text.say(key, words), key).not.toBe('')
  }
})

test('every message is said somewhere, and what is said has its message', () => {
  const beginnings = [...code.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map(([, beginning]) => beginning!)
  const unsaid = Object.keys(english).filter(
    key =>
      !ofText.some(own => key.startsWith(own)) &&
      !key.startsWith('refusal.') &&
      !code.includes(`'${key}'`) &&
      !code.includes(`\`${key}\``) &&
      !code.includes(`"${key}"`) &&
      !beginnings.some(beginning => key.startsWith(beginning)) &&
      // `people.present` and `people.ink` are put before what is asked.
      !/^people\.(present|ink)\./.test(key),
  )
  expect(unsaid).toEqual([])
  const said = [...code.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key]) => key!)
  expect(said.filter(key => english[key] === undefined && others[key] === undefined)).toEqual([])
  expect(said.length).toBeGreaterThan(80)
})

test('whatever the server refuses at the box, or before, is said in the language of the page', () => {
  const folders = '{day,drafts,http,invitations,limits,people,places,print,sessions,setup}'
  const sources = globSync(resolve(web, `../server/src/${folders}/!(*.test).ts`)).map(file =>
    readFileSync(file, 'utf8'),
  )
  const refused = [...sources.join('\n').matchAll(/refuse\(\s*'([a-z-]+)'/g)]
  const codes = new Set(refused.map(([, code]) => code!))
  expect(codes.size).toBeGreaterThan(15)
  // A page joins what another device has saved, and says nothing of it.
  codes.delete('other-version')
  const applications = ['staff', 'day', 'setup', 'centre']
  for (const language of ['en', 'fa']) {
    const messages = messagesOf(language, applications)
    expect([...codes].filter(code => messages[`refusal.${code}`] === undefined)).toEqual([])
  }
})

test('every kind of statement has a name in the outbox', () => {
  for (const language of ['en', 'fa']) {
    const files = ['staff', 'setup', 'centre'].map(
      application => `${web}/messages/${application}/${language}.json`,
    )
    const known = Object.assign({}, ...files.map(file => JSON.parse(readFileSync(file, 'utf8'))))
    expect(kinds.filter(({ name }) => known[`kind.${name}`] === undefined).map(({ name }) => name)).toEqual(
      [],
    )
  }
})
