import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseProofFile, verifyProofFile } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { beforeAll, expect, test } from 'vitest'
import { inOwnFolder, json, ran } from '../made-up/command.ts'
import { twoTowns } from '../made-up/two-towns.ts'

const folder = inOwnFolder()
const importing = twoTowns(folder, ['7,T1,40,10,1,5,4', '8,T2,50,20,2,13,5'])
let vkey = ''
beforeAll(async () => {
  vkey = (await json(...importing('towns'))).answer.vkey
})

test('a box: its listing, then its figures as published', async () => {
  const { answer } = await json('show', 'towns', '8')
  expect(answer.entries.map((entry: { statement: { kind: string } }) => entry.statement.kind)).toEqual([
    'boxes',
    'import',
  ])
  expect(answer.entries[0].statement.boxes).toEqual([{ id: '8', area: 'T2' }])
  expect(answer.entries[1].statement.figures).toEqual({
    eligible: 50,
    taken: 20,
    invalidBy: { 1: 2 },
    votes: { 1: 13, 2: 5 },
  })
  expect((await ran('show', 'towns', '8')).out).toMatch(/votes 1 +13\n/)
})

test('a number alone is a box’s name; an entry is written #3', async () => {
  const { answer } = await json('show', 'towns', '#0')
  expect(answer.entries).toHaveLength(1)
  expect(answer.entries[0]).toMatchObject({ index: 0, statement: { kind: 'definition' } })
  const missing = await ran('show', 'towns', '0')
  expect([missing.exit, missing.err]).toEqual([2, expect.stringContaining('#0 to #6')])
})

test('a proof file holds the entry and its proof; it is of this entry and no other', async () => {
  const { answer } = await json('proof', 'towns', '8', '--out', 'eight.tlog-proof')
  expect(answer).toMatchObject({ proof: 'eight.tlog-proof', kind: 'import', treeSize: 7 })
  const file = readFileSync(join(folder, 'eight.tlog-proof'))
  const parsed = parseProofFile(file)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const entry = parsed.value.extra!
  expect(await verifyProofFile(file, entry, { vkey }, sodiumNative)).toMatchObject({ ok: true })
  entry[entry.length - 1]! ^= 1
  expect(await verifyProofFile(file, entry, { vkey }, sodiumNative)).toMatchObject({ ok: false })
})
