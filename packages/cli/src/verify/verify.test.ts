import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inOwnFolder, json, ran } from '../made-up/command.ts'
import { twoTowns } from '../made-up/two-towns.ts'

const folder = inOwnFolder()
const importing = twoTowns(folder, ['B1,T1,40,10,1,5,4', 'B2,T2,50,20,2,13,5'])
let definition = ''
beforeAll(async () => {
  definition = (await json(...importing('towns'))).answer.definition
})

describe('what is trusted', () => {
  test('nothing from outside: self-declared; the log’s own policy named: unwitnessed', async () => {
    expect((await json('verify', 'towns')).answer.grade).toBe('self-declared')
    const policy = join(folder, 'towns/policy.txt')
    expect((await json('verify', 'towns', '--policy', policy)).answer.grade).toBe('unwitnessed')
  })

  test('a key in place of a policy: the log’s own, another’s, and both at once', async () => {
    const vkey = readFileSync(join(folder, 'towns/policy.txt'), 'utf8').split(/\s/)[1]!
    expect((await json('verify', 'towns', '--vkey', vkey)).answer.grade).toBe('unwitnessed')
    const other = await json('verify', 'towns', '--vkey', vkey.replace(/\+[0-9a-f]+\+.*/, '+00000000+AA'))
    expect(other.exit).toBe(2)
    const both = await ran('verify', 'towns', '--vkey', vkey, '--policy', join(folder, 'towns/policy.txt'))
    expect(both.exit).toBe(2)
  })

  test('the definition that is named; another one is a failure', async () => {
    expect((await json('verify', 'towns', '--definition', definition)).answer).toMatchObject({
      intact: true,
      grade: 'unwitnessed',
    })
    const other = await json('verify', 'towns', '--definition', 'ab'.repeat(32))
    expect([other.exit, other.answer.failures[0].code]).toEqual([1, 'other-definition'])
  })

  test('the policy of another log: exit 1', async () => {
    await ran(...importing('others'))
    const { exit, answer } = await json('verify', 'towns', '--policy', join(folder, 'others/policy.txt'))
    expect([exit, answer.intact]).toEqual([1, false])
  })

  test('a checkpoint kept from before; one of another record is a fork', async () => {
    const kept = join(folder, 'kept-checkpoint')
    writeFileSync(kept, readFileSync(join(folder, 'towns/checkpoint')))
    expect((await ran('verify', 'towns', '--earlier', kept)).exit).toBe(0)
    const notOne = await ran('verify', 'towns', '--earlier', join(folder, 'table.csv'))
    expect(notOne.exit).toBe(2)
  })
})

describe('a published site', () => {
  beforeAll(async () => {
    const published = await ran('publish', 'towns', '--out', 'site', '--no-exports')
    expect(published.err).toBe('')
  })

  test('its files follow from its record', async () => {
    const { exit, answer } = await json('verify', 'site/towns')
    expect([exit, answer.intact, answer.notCovered]).toEqual([0, true, ['site']])
  })

  test('a changed figure in any of them is found, with its path; a missing file too', async () => {
    const paths = globSync('site/towns/derived/*/**/*.json', { cwd: folder })
    expect(paths.length).toBeGreaterThan(3)
    for (const path of paths) {
      const file = join(folder, path)
      const before = readFileSync(file)
      writeFileSync(
        file,
        before.toString().replace(/\d/, digit => String((Number(digit) + 1) % 10)),
      )
      if (!readFileSync(file).equals(before)) {
        const { exit, answer } = await json('verify', 'site/towns')
        expect([exit, answer.failures[0]?.where?.path]).toEqual([1, path.replace('site/towns/', '')])
      }
      rmSync(file)
      expect((await json('verify', 'site/towns')).answer.failures[0]).toMatchObject({
        code: 'derived-missing',
      })
      writeFileSync(file, before)
    }
    expect((await ran('verify', 'site/towns')).exit).toBe(0)
  })

  test('a publication is not complete without the file that names its version', async () => {
    const file = join(folder, 'site/towns/derived/latest.json')
    const before = readFileSync(file)
    rmSync(file)
    const { exit, answer } = await json('verify', 'site/towns')
    expect([exit, answer.failures[0]]).toMatchObject([1, { code: 'derived-missing' }])
    expect(answer.failures[0].where.path).toBe('derived/latest.json')
    writeFileSync(file, before)
  })
})

test('the report in both languages; a failure names its place', async () => {
  await ran(...importing('broken'))
  const [bundle] = globSync('broken/tile/entries/000.p/*', { cwd: folder })
  const path = join(folder, bundle!)
  const bytes = readFileSync(path)
  bytes[bytes.length - 5]! ^= 1
  writeFileSync(path, bytes)
  const english = await ran('verify', 'broken')
  expect([english.exit, english.out]).toEqual([
    1,
    expect.stringMatching(/RECORD BROKEN\.\n {2}entry-differs: Entry 6 in tile\/entries/),
  ])
  const persian = await ran('verify', 'broken', '--lang', 'fa')
  expect(persian.out).toContain('سند مخدوش است')
  expect(persian.out).toMatch(/entry-differs: مدخل ۶/)
})
