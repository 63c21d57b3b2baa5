import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Statement } from '@countersign/election'
import type { Published } from '@countersign/publication/node'
import { beforeAll, expect, test } from 'vitest'
import { elections, inOwnFolder, json } from '../made-up/command.ts'
import { append } from './fixtures/append.ts'
import { follow } from './follow.ts'
import { publisher } from './publisher.ts'

inOwnFolder()
let definition = ''
const silent = { at() {}, end() {} }

beforeAll(async () => {
  const iran = ['--election', join(elections, 'iran-2024/election.json')]
  definition = (await json('import', ...iran, '--out', 'record')).answer.definition
})

const announcement = (taken: number): Statement => ({
  kind: 'announce',
  definition,
  round: 1,
  area: 'IR',
  label: { en: `At ${taken}` },
  figures: { taken },
})

const publishing = (site: string) => ({
  record: 'record',
  site: resolve(site),
  name: 'record',
  exports: true,
  keep: 1,
  address: undefined,
})

/** Every file of a site with its bytes, without the publisher's own notes. */
function treeOf(path: string): Map<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
  return new Map(files.sort().map(file => [file.slice(resolve(path).length), readFileSync(file, 'latin1')]))
}

test('what is kept from one publication to the next changes no byte', async () => {
  const publish = publisher(publishing('followed'), silent, true)
  for (let i = 0; i < 2; i++) {
    const done = await publish()
    expect(done.ok).toBe(true)
    await append('record', [announcement(i)])
  }
  expect((await publish()).ok).toBe(true)
  expect((await publisher(publishing('anew'), silent)()).ok).toBe(true)
  expect(treeOf(resolve('followed'))).toEqual(treeOf(resolve('anew')))
})

test('a record is followed until that is ended: published when it has grown, and not when it has not', async () => {
  const ending = new AbortController()
  const told: Published[] = []
  const following = follow({
    record: 'record',
    publish: publisher(publishing('live'), silent, true),
    every: 0.05,
    signal: ending.signal,
    tell: published => {
      told.push(published)
      if (told.length < 2) void append('record', [announcement(10 + told.length)])
      else ending.abort()
    },
  })
  expect(await following).toMatchObject({ silent: true })
  const sizes = told.map(({ treeSize }) => treeSize)
  expect(sizes).toEqual([sizes[0]!, sizes[0]! + 1])
})

test('a record that is replaced by another while it is followed stops it, and the site stays', async () => {
  const publish = publisher(publishing('replaced'), silent, true)
  expect((await publish()).ok).toBe(true)
  const before = treeOf(resolve('replaced'))
  const other = (
    await json('import', '--election', join(elections, 'iran-2024/election.json'), '--out', 'other')
  ).answer.definition
  rmSync('record', { recursive: true })
  cpSync('other', 'record', { recursive: true })
  for (let i = 0; i < 8; i++) await append('record', [{ ...announcement(i), definition: other } as Statement])
  const done = await publish()
  expect(done).toMatchObject({ ok: false, refusal: { code: 'not-an-extension' } })
  expect(treeOf(resolve('replaced'))).toEqual(before)
})
