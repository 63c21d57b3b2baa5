import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { codesOf } from '@countersign/record'
import { beforeAll, expect, test } from 'vitest'
import { inOwnFolder, json, ran } from '../made-up/command.ts'
import { documented } from '../made-up/documented.ts'
import { aTrial, type Trial, unwrap } from '../made-up/trial.ts'

inOwnFolder()
let trial: Trial
beforeAll(async () => {
  trial = await aTrial()
  const first = await trial.form('N-1', [117, 83])
  const second = await trial.form('N-2', [60, 70], 17)
  writeFileSync('N-1.txt', unwrap(codesOf(first)).join('\n'))
  writeFileSync('N-2.txt', unwrap(codesOf(await trial.form('N-2', [60, 70]))).join('\n'))
  writeFileSync('other.cbor', await trial.form('N-1', [116, 84]))
  await trial.record(await trial.release(), first, second)
})

test('an agent’s codes: identical; with a signature that is not published; another form, and where', async () => {
  const same = await json('compare', 'trial/record', 'N-1.txt')
  expect([same.exit, same.answer.compared[0]]).toMatchObject([0, { verdict: 'identical', grade: 'signed' }])
  const missing = await json('compare', 'trial/record', 'N-2.txt')
  expect([missing.exit, missing.answer.compared[0].missing.length]).toEqual([1, 1])
  const other = await ran('compare', 'trial/record', 'other.cbor')
  expect(other.exit).toBe(1)
  expect(other.out).toMatch(/votes\.1: published 117, copy 116/)
})

test('figures typed from paper, beside the published ones', async () => {
  writeFileSync('typed.json', JSON.stringify({ box: 'N-1', figures: { votes: { 1: 117, 2: 38 } } }))
  const { exit, answer } = await json('compare', 'trial/record', 'typed.json')
  expect([exit, answer.compared[0]]).toMatchObject([
    1,
    { grade: 'typed', differences: [{ figure: 'votes.2', form: 83, copy: 38 }] },
  ])
})

test('a team’s own count, and what a court needs of each difference; as docs/json.md has it (UPDATE=1 writes it)', async () => {
  const args = ['other.cbor', 'N-2.txt', '--own-count', '--evidence', 'evidence']
  const { answer } = await json('compare', 'trial/record', ...args)
  documented({ compare: answer })
  expect(answer.ownCount).toMatchObject({
    own: { boxes: 2, votes: { anna: 176, boris: 154 } },
    same: { published: { boxes: 2, votes: { anna: 177, boris: 153 } } },
  })
  const folder = 'evidence/1-N-1'
  expect(
    ['copy.cbor', 'published.cbor', 'compared.json'].filter(name => !existsSync(`${folder}/${name}`)),
  ).toEqual([])
  const proof = ['log', 'check', `${folder}/published.tlog-proof`, `${folder}/published.cbor`]
  const policy = readFileSync('trial/record/policy.txt', 'utf8')
  expect((await ran(...proof, '--vkey', policy.split(/\s/)[1]!)).exit).toBe(0)
})

test('what is no copy is said, with what to do', async () => {
  writeFileSync('half.txt', readFileSync('N-1.txt', 'utf8').split('\n')[1]!)
  const said = async (file: string) => (await json('compare', 'trial/record', file)).answer.error?.code
  expect(await said('half.txt')).toBe('no-copy')
  writeFileSync('wrong.json', '{"box": 1}')
  expect(await said('wrong.json')).toBe('no-copy')
  expect(await said('nowhere.jpg')).toBe('unreadable')
})
