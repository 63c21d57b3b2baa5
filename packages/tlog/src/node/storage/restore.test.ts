import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '#sha256'
import { cosignerKey, formatVkey, verifierKey } from '../../note/key.ts'
import type { Result } from '../../result.ts'
import { toHex, utf8 } from '../../text.ts'
import { verifyLog } from '../../verify/verify.ts'
import { sodiumNative } from '../ed25519.ts'
import { fromFiles } from '../files.ts'
import { makeLog } from './make.ts'
import { openLog } from './open.ts'
import { restoreLog } from './restore.ts'

const origin = 'example.com/restored'
const entries = (name: string, count: number) => Array.from({ length: count }, (_, i) => utf8(`${name}${i}`))

let folder: string
let original: string
let older: string
let published: string
let vkey: string

/** A log of 300 entries was copied (`older`), went on to 900, and was published at that. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'restore-'))
  original = join(folder, 'original')
  older = join(folder, 'older')
  published = join(folder, 'published')
  const log = value(await makeLog(original, { origin }))
  vkey = log.vkey
  value(await log.add(entries('a', 300)))
  value(await log.close())
  cpSync(original, older, { recursive: true })
  await addTo(original, entries('b', 600))
  cpSync(original, published, { recursive: true, filter: path => !/\/(keys|heads)$/.test(path) })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function addTo(dir: string, more: readonly Uint8Array[]): Promise<readonly number[]> {
  const log = value(await openLog(dir))
  const indexes = value(await log.add(more))
  value(await log.close())
  return indexes
}

const knows = (dir: string, ...lines: string[]) =>
  writeFileSync(join(dir, 'policy.txt'), [...lines, 'quorum none', ''].join('\n'))
const publicFolder = () => `log ${vkey} ${pathToFileURL(published)}`

// threat: restore
test('an older copy is refused, unchanged, and after the restore goes on where the published log ends', async () => {
  knows(older, publicFolder())
  const heads = readdirSync(join(older, 'heads'))
  expect(await openLog(older)).toMatchObject({
    ok: false,
    refusal: { code: 'behind', where: { size: 300, published: 900 } },
  })
  expect(readdirSync(join(older, 'heads'))).toEqual(heads)

  expect(value(await restoreLog(older, fromFiles(published)))).toEqual({ size: 900, copied: 600, kept: 0 })
  expect(readFileSync(join(older, 'checkpoint'))).toEqual(readFileSync(join(published, 'checkpoint')))
  expect(await addTo(older, [...entries('b', 1), ...entries('new', 1)])).toEqual([300, 900])
  expect(await verifyLog(fromFiles(older), { vkey })).toMatchObject({ ok: true, value: { entries: 901 } })
})

test('what was accepted here and is not published stays, behind the others', async () => {
  // The process died after the answer, before the checkpoint: the entries are in heads/ alone.
  const log = value(await openLog(older, { interval: 2 ** 30 }))
  value(await log.add([...entries('b', 2), ...entries('only here ', 3)]))
  cpSync(older, join(folder, 'died'), { recursive: true })
  value(await log.close())
  expect(value(await restoreLog(join(folder, 'died'), fromFiles(published), { takeOver: true }))).toEqual({
    size: 903,
    copied: 600,
    kept: 3,
  })
  expect(await addTo(join(folder, 'died'), entries('only here ', 3))).toEqual([900, 901, 902])
})

test('a folder of which only the key is left is restored whole', async () => {
  for (const name of ['heads', 'tile', 'checkpoint']) rmSync(join(older, name), { recursive: true })
  expect(await openLog(older)).toMatchObject({ ok: false, refusal: { code: 'no-head' } })
  expect(value(await restoreLog(older, fromFiles(published)))).toMatchObject({ size: 900, copied: 900 })
  expect(await addTo(older, [...entries('a', 1), ...entries('new', 1)])).toEqual([0, 900])
})

test('a damaged tile is named, nothing is signed over it, and it is written again', async () => {
  const path = join(original, 'tile/0/001')
  const tile = readFileSync(path)
  tile[77]! ^= 1
  writeFileSync(path, tile)
  expect(await openLog(original)).toMatchObject({ ok: false, refusal: { code: 'damaged-tile' } })
  expect(value(await restoreLog(original, fromFiles(published)))).toMatchObject({ size: 900, copied: 900 })
  expect(await verifyLog(fromFiles(original), { vkey })).toMatchObject({ ok: true })
})

test('a published log that is shorter than a damaged folder, or is itself damaged, changes nothing', async () => {
  rmSync(join(original, 'tile/1'), { recursive: true })
  expect(await restoreLog(original, fromFiles(older))).toMatchObject({
    ok: false,
    refusal: { code: 'source-behind', where: { size: 900, published: 300 } },
  })
  rmSync(join(published, 'tile/entries/002'))
  expect(await restoreLog(older, fromFiles(published))).toMatchObject({
    ok: false,
    refusal: { code: 'missing-bundle' },
  })
  expect(readFileSync(join(older, 'checkpoint'), 'utf8').split('\n')[1]).toBe('300')
})

// threat: fork, restore
test('two logs that have used one key are a fork: refused, with both checkpoints kept', async () => {
  await addTo(older, entries('other', 700))
  knows(older, publicFolder())
  expect(await openLog(older)).toMatchObject({ ok: false, refusal: { code: 'fork' } })
  expect(await restoreLog(older, fromFiles(published))).toMatchObject({
    ok: false,
    refusal: { code: 'fork' },
  })
  const kept = readdirSync(join(older, 'fork'))
  expect(kept.map(name => name.split('.')[1])).toEqual(['ours', 'theirs'])
  expect(readFileSync(join(older, 'fork', kept[0]!))).toEqual(readFileSync(join(older, 'checkpoint')))
  expect(readFileSync(join(older, 'fork', kept[1]!))).toEqual(readFileSync(join(published, 'checkpoint')))
})

// threat: restore
test('a witness that holds a later checkpoint is enough; one that holds none does not hold the log up', async () => {
  const held = `/${toHex(sha256(utf8(origin)))}/checkpoint`
  let answer: Uint8Array | undefined = readFileSync(join(published, 'checkpoint'))
  const server = createServer((request, response) => {
    response.statusCode = answer && request.url === held ? 200 : 404
    response.end(response.statusCode === 200 ? answer : '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { publicKey } = await sodiumNative.signingKeyFromSeed(new Uint8Array(32).fill(7))
  const key = formatVkey(verifierKey('w1', cosignerKey, publicKey))
  knows(older, `log ${vkey}`, `witness w1 ${key} ${url}`)
  expect(await openLog(older)).toMatchObject({ ok: false, refusal: { code: 'behind' } })
  answer = undefined
  value(await value(await openLog(older)).close())
  await new Promise(resolve => server.close(resolve))

  expect(await openLog(older)).toMatchObject({ ok: false, refusal: { code: 'unreachable' } })
  value(await value(await openLog(older, { unasked: true })).close())
})

test('a public folder that is not mounted cannot be asked', async () => {
  knows(older, `log ${vkey} file:///no/such/folder`)
  expect(await openLog(older)).toMatchObject({ ok: false, refusal: { code: 'unreachable' } })
})

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
