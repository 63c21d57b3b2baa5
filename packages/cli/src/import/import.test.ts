import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inOwnFolder, json, ran } from '../made-up/command.ts'
import { twoTowns } from '../made-up/two-towns.ts'

const command = resolve(import.meta.dirname, '../../bin/countersign.mjs')
const folder = inOwnFolder()
const rows = ['B1,T1,40,10,1,5,4', 'B2,T2,50,20,2,13,5']
const importing = twoTowns(folder, rows)

test('a table becomes a record that is intact, each row a statement', async () => {
  const imported = await json(...importing('towns'))
  expect(imported).toMatchObject({
    exit: 0,
    answer: { out: 'towns', rows: { boxes: 2, areas: 0 }, announcements: 0, treeSize: 7 },
  })
  expect(await json('verify', 'towns')).toMatchObject({
    exit: 0,
    answer: { intact: true, grade: 'self-declared', entries: 7, signatures: 7, failures: [] },
  })
  expect((await json('verify', 'towns')).answer.notCovered).not.toContain('blobs')
  const policy = join(folder, 'towns/policy.txt')
  expect((await json('verify', 'towns', '--policy', policy)).answer.grade).toBe('unwitnessed')
})

test('the table lies in the record under the digest that its rows name; a changed one is found', async () => {
  await ran(...importing('tabled'))
  const { digest } = (await json('show', 'tabled', 'B1')).answer.entries[1].statement
  const blob = join(folder, 'tabled/blob/sha256', digest)
  expect(readFileSync(blob)).toEqual(readFileSync(join(folder, 'table.csv')))
  writeFileSync(blob, 'box,town\n')
  const { exit, answer } = await json('verify', 'tabled')
  expect(exit).toBe(1)
  expect(answer.failures).toMatchObject([{ code: 'blob-differs' }])
  await ran(...importing('without'), '--no-tables')
  expect(existsSync(join(folder, 'without/blob'))).toBe(false)
  expect(await json('verify', 'without')).toMatchObject({
    exit: 0,
    answer: { notCovered: expect.arrayContaining(['blobs']) },
  })
})

test('keys are the owner’s alone, and made for each record', async () => {
  await ran(...importing('one'))
  await ran(...importing('other'))
  const key = (record: string) => readFileSync(join(folder, record, 'keys/archive.skey'), 'utf8')
  expect(key('one')).not.toBe(key('other'))
  expect(statSync(join(folder, 'one/keys')).mode & 0o777).toBe(0o700)
  const secret = readdirSync(join(folder, 'one/keys')).filter(name => name.endsWith('.skey'))
  expect(secret.sort()).toEqual(['archive.skey', 'archivist.skey', 'log.skey'])
  for (const file of secret) expect(statSync(join(folder, 'one/keys', file)).mode & 0o777).toBe(0o600)
})

describe('nothing half-written', () => {
  test('every problem is listed with its line; exit 2; no folder is left', async () => {
    const bad = twoTowns(folder, [...rows, 'B1,T1,40,-3,2.5,x,1', 'B3,T1,1,1,0'], 'bad.csv')
    const { exit, out, err } = await ran(...bad('bad'))
    expect([exit, out]).toEqual([2, ''])
    for (const told of [
      'bad.csv:4: “taken” is -3',
      '“blank” is 2.5',
      '“anna” is “x”',
      'B1 in round 1 stands in line 2',
      'bad.csv:5: the row has 5 cells',
    ])
      expect(err).toContain(told)
    expect(readdirSync(folder).filter(name => name.startsWith('bad'))).toEqual(['bad.csv'])
    const { answer } = await json(...bad('bad'))
    expect(answer.error.problems).toHaveLength(5)
    expect(answer.error.problems[0]).toMatchObject({ table: 'bad.csv', line: 4, code: 'figure-negative' })
  })

  test('a person is shown the first problems and how many there are; JSON has all', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `X${i},T1,40,x,1,5,4`)
    const bad = twoTowns(folder, many, 'many-bad.csv')
    const { err } = await ran(...bad('many-bad'))
    expect(err).toContain('500 problems')
    expect(err).toContain('… and 460 more')
    expect(err.split('\n').length).toBeLessThan(50)
    expect((await json(...bad('many-bad'))).answer.error.problems).toHaveLength(500)
  })

  test('a record is never written over', async () => {
    await ran(...importing('kept'))
    const before = readFileSync(join(folder, 'kept/checkpoint'), 'utf8')
    const { exit, err } = await ran(...importing('kept'))
    expect(exit).toBe(2)
    expect(err).toContain('something in kept already')
    expect(readFileSync(join(folder, 'kept/checkpoint'), 'utf8')).toBe(before)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    '%s in the middle: no record; the next import makes it whole',
    async signal => {
      const many = Array.from({ length: 30_000 }, (_, i) => `X${i},T1,40,10,1,5,4`)
      const out = `stopped-${signal}`
      const args = twoTowns(folder, many, 'many.csv')(out)
      const child = spawn(process.execPath, [command, ...args], { cwd: folder })
      const ended = new Promise(resolve => child.on('close', resolve))
      const begun = join(folder, `${out}.unfinished`, 'keys', 'archivist.skey')
      while (!existsSync(begun)) {
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before it had begun`)
        await setTimeout(2)
      }
      child.kill(signal)
      await ended
      expect(existsSync(join(folder, out))).toBe(false)
      if (signal !== 'SIGKILL') expect(existsSync(join(folder, `${out}.unfinished`))).toBe(false)
      expect((await ran(...importing(out))).exit).toBe(0)
      expect(readdirSync(folder).filter(name => name.endsWith('.unfinished'))).toEqual([])
      expect((await json('verify', out)).answer.intact).toBe(true)
    },
  )
})

describe('what cannot be run says what to do', () => {
  test.each([
    [['import', 'table.csv', '--out', 'x'], '--election'],
    [['import', 'table.csv', '--election', 'election.json'], '--out'],
    [['import', '--election', 'election.json', '--out', 'x'], 'name the CSV files'],
    [['import', '--election', 'election.json', '--map', 'map.json', '--out', 'x'], 'leave --map out'],
    [['import', 'a.csv', 'b.csv', '--election', 'election.json', '--out', 'x'], 'one map'],
    [['import', 'none.csv', '--election', 'election.json', '--map', 'map.json', '--out', 'x'], 'none.csv'],
    [['import', 'table.csv', '--election', 'map.json', '--map', 'map.json', '--out', 'x'], 'map.json'],
    [['tally', 'nowhere'], 'nowhere'],
    [['verify', 'nowhere'], 'checkpoint'],
    [['show', 'nowhere', 'B1'], 'nowhere'],
    [['proof', 'nowhere', 'B1'], 'nowhere'],
    [['verify', 'nowhere', '--policy', 'none.txt'], 'none.txt'],
    [['verify', 'nowhere', '--definition', 'x'], '64 hexadecimal digits'],
  ])('%j', async (args, told) => {
    const { exit, err } = await ran(...args)
    expect(exit).toBe(2)
    expect(err).toContain(told)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
})
