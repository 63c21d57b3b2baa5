import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveFolder } from './folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'countersign-serve-'))
const files = ['checkpoint', 'tile/0/000', 'keys/log.key', 'heads/7', 'iran/keys/log.key', 'en/index.html']
let served: Served

beforeAll(async () => {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), file)
  }
  const started = await serveFolder(folder, 0)
  if ('error' in started) throw new Error(started.error)
  served = started
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, method = 'GET') => fetch(`${served.address}/${path}`, { method })

test('a checkpoint is fresh text, a tile is bytes for ever, both readable from other sites', async () => {
  const checkpoint = await get('checkpoint')
  expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(checkpoint.headers.get('cache-control')).toBe('max-age=1')
  expect(checkpoint.headers.get('access-control-allow-origin')).toBe('*')
  const tile = await get('tile/0/000')
  expect(tile.headers.get('content-type')).toBe('application/octet-stream')
  expect(tile.headers.get('cache-control')).toContain('immutable')
})

test('a folder is its index page', async () => {
  expect(await (await get('en/')).text()).toBe('en/index.html')
})

test('keys and heads are never served, however they are asked for', async () => {
  const asked = [
    'keys/log.key',
    'heads/7',
    'iran/keys/log.key',
    '%6beys/log.key',
    'en/../keys/log.key',
    'en%2f..%2fkeys/log.key',
  ]
  for (const path of asked) expect([path, (await get(path)).status]).toEqual([path, 404])
})

test('nothing but reading', async () => {
  expect((await get('checkpoint', 'PUT')).status).toBe(405)
})

test('a port in use is told, not thrown', async () => {
  expect(await serveFolder(folder, Number(new URL(served.address).port))).toEqual({ error: 'EADDRINUSE' })
})
