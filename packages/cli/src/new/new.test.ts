import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { toHex } from '@countersign/election'
import { replayLog } from '@countersign/publication'
import { sodiumNative } from '@countersign/tlog/node'
import { expect, test } from 'vitest'
import { inOwnFolder, json, ran } from '../made-up/command.ts'
import { openRecord } from '../record/log.ts'

inOwnFolder()

const places = `district,district_name_en,place,name_en,box,form,delivered
N,North,P-1,School,N-1,F-1,300
N,North,P-1,School,N-2,F-2,300
S,South,P-2,Hall,S-1,F-3,300
`
const candidates = 'candidate,number,name_en\nanna,1,Anna\nboris,2,Boris\n'
const boxes = ['N-1', 'N-2', 'S-1']
const roster = `side,role,card,box,name
${boxes
  .flatMap(box => [
    `committee,leader,L-${box},${box},Lena`,
    `committee,official,O-${box},${box},`,
    `supervisors,supervisor,S-${box},${box},`,
    `anna,agent,A-${box},${box},`,
  ])
  .join('\n')}
`

function tables(): readonly string[] {
  writeFileSync('places.csv', places)
  writeFileSync('candidates.csv', candidates)
  writeFileSync('roster.csv', roster)
  return ['--places', 'places.csv', '--candidates', 'candidates.csv', '--roster', 'roster.csv']
}

test('a folder is begun from a template and tables, checked, and sealed for a rehearsal', async () => {
  const begun = await json(
    'new',
    'spring',
    '--template',
    'plain',
    ...tables(),
    '--name',
    'Spring',
    '--date',
    '2031-05-04',
  )
  expect(begun.exit).toBe(0)
  expect(begun.answer).toMatchObject({ areas: 3, boxes: 3, candidates: 2, people: 12, ready: false })
  // All that is missing are the bodies' own keys.
  const checked = await json('new', 'spring', '--check')
  expect(checked.exit).toBe(1)
  const codes = checked.answer.problems.map(({ code }: { code: string }) => code)
  expect(new Set(codes)).toEqual(new Set(['body-without-key']))

  const sealed = await json('new', 'spring', '--seal', '--rehearsal', '--origin', 'example.org/spring')
  expect(sealed.exit).toBe(0)
  expect(sealed.answer).toMatchObject({ origin: 'rehearsal.example.org/spring', boxes: 3, keys: 2 + 2 + 12 })
  const seeds = readFileSync('spring/keys/seeds.csv', 'utf8').trim().split('\n')
  expect(seeds).toHaveLength(17)
  expect(seeds[1]).toMatch(/^S-1,committee,authority,1,,,([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/)
  expect(readFileSync('spring/keys/seeds.csv', 'utf8')).not.toContain('Lena')
  expect(statSync('spring/keys/seeds.csv').mode & 0o077).toBe(0)

  const verified = await json('verify', 'spring/record')
  expect(verified).toMatchObject({ exit: 0, answer: { intact: true, failures: [] } })
  expect((await json('new', 'spring', '--seal')).answer.error.code).toBe('exists')
})

test('every statement of a sealed trial has force', async () => {
  await ran('new', 'autumn', '--template', 'plain', ...tables(), '--name', 'Autumn', '--date', '2031-10-04')
  await ran('new', 'autumn', '--seal')
  const log = await openRecord('autumn/record')
  if (!log.ok) throw new Error(log.refusal.message)
  const replayed = await replayLog(log.value, { verified: 0, engine: sodiumNative })
  if (!replayed.ok) throw new Error(replayed.refusal.message)
  const { entries, people, rounds } = replayed.value.election
  expect([...entries.values()].filter(({ force }) => force === undefined)).toEqual([])
  expect(rounds.get(1)!.boxes.size).toBe(3)
  expect([...people.values()].filter(({ role }) => role === 'agent')).toHaveLength(3)
  expect([...people.values()].some(({ role }) => role === 'operator')).toBe(true)
})

test('what is wrong is said with its line and what to do, in the language that is asked for', async () => {
  await ran('new', 'wrong', '--template', 'plain', ...tables())
  writeFileSync('wrong/places.csv', places.replace('N-2,F-2', 'N-1,F-2'))
  const { exit, out } = await ran('new', 'wrong', '--check')
  expect(exit).toBe(1)
  expect(out).toContain('places:3: The box N-1 is listed in line 2 already.')
  expect(out).toContain('→ Take one of the rows out')
  const persian = await ran('new', 'wrong', '--check', '--lang', 'fa')
  expect(persian.out).toContain('places:3: صندوق N-1 پیش‌تر در سطر ۲ آمده است.')
  const sealed = await ran('new', 'wrong', '--seal')
  expect(sealed.exit).toBe(2)
  expect(sealed.err).toContain('countersign new wrong --check')
})

test('a setup with a key from somebody’s device is no trial', async () => {
  await ran('new', 'real', '--template', 'plain', ...tables(), '--name', 'Real', '--date', '2031-05-04')
  const document = JSON.parse(readFileSync('real/setup.json', 'utf8'))
  document.bodies[1].keys = [
    { card: '1', key: toHex((await sodiumNative.signingKeyFromSeed(new Uint8Array(32).fill(3))).publicKey) },
  ]
  writeFileSync('real/setup.json', JSON.stringify(document))
  expect((await json('new', 'real', '--seal')).answer.error.code).toBe('keys-known')
})

test('what cannot be begun is refused, and nothing is written over', async () => {
  const code = async (...args: readonly string[]) => (await json('new', ...args)).answer.error.code
  expect(await code('nowhere')).toBe('usage')
  expect(await code('nowhere', '--template', 'atlantis')).toBe('usage')
  expect(await code('torn', '--template', 'plain', '--places', 'missing.csv')).toBe('cannot-read')
  expect(await code('torn', '--template', 'plain')).toBe('exists')
  writeFileSync('torn/setup.json', '{')
  expect(await code('torn')).toBe('not-json')
  writeFileSync('torn/setup.json', '{"bodies":[]}')
  expect(await code('torn')).toBe('setup-document')
})
