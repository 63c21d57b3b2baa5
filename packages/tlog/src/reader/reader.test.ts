import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { buildLog } from '../build.ts'
import { noble } from '../ed25519/noble.ts'
import { formatVkey, noteKey, verifierKey } from '../note/key.ts'
import { noteSigner } from '../note/signature.ts'
import { parseProofFile, verifyProofFile } from '../proof-file.ts'
import type { Result } from '../result.ts'
import { fromHttp } from '../source/http.ts'
import { fromMemory } from '../source/memory.ts'
import type { TileSource } from '../source/source.ts'
import { utf8 } from '../text.ts'
import { verifyConsistency } from '../tree/consistency.ts'
import { leafHash } from '../tree/hash.ts'
import { verifyInclusion } from '../tree/inclusion.ts'
import { type LogReader, readLog } from './reader.ts'

const vectors = inject('vectors')
const key = await noble.signingKeyFromSeed(new Uint8Array(32).fill(9))
const log = noteSigner('log.example', key)
const vkey = formatVkey(verifierKey('log.example', noteKey, key.publicKey))
const entries = (size: number) => Array.from({ length: size }, (_, i) => utf8(`entry ${i}`))

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

async function collect<T>(given: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = []
  for await (const one of given) collected.push(one)
  return collected
}

async function readerOf(files: Map<string, Uint8Array>): Promise<LogReader> {
  return value(await readLog(fromMemory(files), { vkey }))
}

describe.for([0, 1, 2, 255, 256, 257, 511, 513, 1000])('a log of %i entries', async size => {
  const files = await buildLog(entries(size), log)

  test('gives its entries back', async () => {
    const reader = await readerOf(files)
    expect(reader.checkpoint).toMatchObject({ origin: 'log.example', size })
    let index = 0
    for await (const entry of reader.entries()) expect(value(entry)).toEqual(utf8(`entry ${index++}`))
    expect(index).toBe(size)
    if (size > 0) expect(value(await reader.entry(size - 1))).toEqual(utf8(`entry ${size - 1}`))
  })

  test('proves what is in it', async () => {
    const reader = await readerOf(files)
    const { root } = reader.checkpoint
    for (const index of sample(size)) {
      const leaf = leafHash(utf8(`entry ${index}`))
      expect(verifyInclusion({ leaf, index, size, root }, value(await reader.inclusionProof(index)))).toBe(
        true,
      )
    }
    for (const index of sample(size)) {
      const oldSize = index + 1
      const { root: oldRoot } = (await readerOf(await buildLog(entries(oldSize), log))).checkpoint
      const proof = value(await reader.consistencyProof(oldSize))
      expect(verifyConsistency({ oldSize, oldRoot, size, root }, proof)).toBe(true)
    }
  })

  test('refuses what is past its end', async () => {
    const reader = await readerOf(files)
    const past = { refusal: { code: 'beyond-checkpoint' } }
    expect(await reader.entry(size)).toMatchObject(past)
    expect(await reader.entry(-1)).toMatchObject(past)
    expect(await reader.entry(0.5)).toMatchObject(past)
    expect(await reader.inclusionProof(size)).toMatchObject(past)
    expect(await reader.consistencyProof(size + 1)).toMatchObject(past)
    expect(await reader.consistencyProof(0)).toMatchObject(past)
    const given = await collect(reader.entries(0, size + 1))
    expect(given).toMatchObject([past])
  })

  function sample(of: number): number[] {
    return [0, 1, 127, 128, 254, 255, 256, 257, 300, 510, 512, 767, 999].filter(index => index < of)
  }
})

describe('what is not the log’s', async () => {
  const files = await buildLog(entries(600), log)
  const changed = (path: string, change: (bytes: Uint8Array) => Uint8Array) =>
    readerOf(new Map(files).set(path, change(files.get(path)!.slice())))
  const flip = (at: number) => (bytes: Uint8Array) => {
    bytes[at]! ^= 1
    return bytes
  }

  test('a changed entry is named', async () => {
    const reader = await changed('tile/entries/001', flip(5))
    expect(await reader.entry(256)).toMatchObject({
      refusal: { code: 'entry-differs', where: { index: 256, path: 'tile/entries/001' } },
    })
    expect(await reader.entry(0)).toMatchObject({ ok: true })
    const given = await collect(reader.entries(250))
    expect(given).toHaveLength(7)
    expect(given.at(-1)).toMatchObject({ refusal: { code: 'entry-differs' } })
  })

  test('a changed full tile is named', async () => {
    const reader = await changed('tile/0/001', flip(0))
    const named = { refusal: { code: 'tile-differs', where: { path: 'tile/0/001' } } }
    expect(await reader.entry(256)).toMatchObject(named)
    expect(await reader.inclusionProof(256)).toMatchObject(named)
    expect(await reader.inclusionProof(10)).toMatchObject({ ok: true })
  })

  test('a changed edge is found before anything is proved', async () => {
    for (const path of ['tile/0/002.p/88', 'tile/1/000.p/2']) {
      const reader = await changed(path, flip(40))
      expect(await reader.inclusionProof(10)).toMatchObject({ refusal: { code: 'edge-differs' } })
    }
  })

  test('a tile of another length, a bundle with an entry more or less', async () => {
    const short = await changed('tile/0/000', bytes => bytes.subarray(1))
    expect(await short.entry(0)).toMatchObject({
      refusal: { code: 'bad-tile', where: { path: 'tile/0/000' } },
    })
    const more = await changed('tile/entries/000', bytes => new Uint8Array([...bytes, 0, 0]))
    expect(await more.entry(0)).toMatchObject({ refusal: { code: 'bad-bundle', where: { entries: 257 } } })
    const cut = await changed('tile/entries/000', bytes => bytes.subarray(0, -1))
    expect(await cut.entry(0)).toMatchObject({ refusal: { code: 'bad-bundle', where: { entry: 255 } } })
  })

  test('what is missing is named; a partial one may have been replaced by the full', async () => {
    const without = async (...paths: string[]) => {
      const fewer = new Map(files)
      for (const path of paths) fewer.delete(path)
      return fewer
    }
    const noTile = await readerOf(await without('tile/0/000'))
    expect(await noTile.entry(0)).toMatchObject({
      refusal: { code: 'missing-tile', where: { path: 'tile/0/000' } },
    })
    const noBundle = await readerOf(await without('tile/entries/000'))
    expect(await noBundle.entry(0)).toMatchObject({
      refusal: { code: 'missing-bundle', where: { path: 'tile/entries/000' } },
    })
    expect(await readLog(fromMemory(await without('checkpoint')), { vkey })).toMatchObject({
      refusal: { code: 'missing-checkpoint' },
    })

    const grown = await buildLog(entries(70_000), log)
    const checkpoint = files.get('checkpoint')!
    const reader = value(await readLog(fromMemory(grown), { vkey, checkpoint }))
    expect(value(await reader.entry(599))).toEqual(utf8('entry 599'))
    expect(await reader.inclusionProof(599)).toMatchObject({ ok: true })
    expect(await collect(reader.entries())).toHaveLength(600)
  })

  test('a source that fails is refused, asked again, and not thrown at the caller', async () => {
    let down = true
    const memory = fromMemory(files)
    const source: TileSource = {
      read: async path => {
        if (down && path !== 'checkpoint') throw new Error('the line is dead')
        return memory.read(path)
      },
    }
    const reader = value(await readLog(source, { vkey }))
    expect(await reader.entry(3)).toMatchObject({
      refusal: { code: 'unreadable', message: expect.stringContaining('the line is dead') },
    })
    down = false
    expect(await reader.entry(3)).toMatchObject({ ok: true })
  })

  test('bundles may be compressed, tiles may not', async () => {
    const zip = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))
    const reader = await changed('tile/entries/001', zip)
    expect(value(await reader.entry(256))).toEqual(utf8('entry 256'))
    const broken = await changed('tile/entries/001', bytes => zip(bytes).subarray(0, -20))
    expect(await broken.entry(256)).toMatchObject({ refusal: { code: 'bad-bundle' } })
    const bomb = await changed('tile/entries/001', () => zip(new Uint8Array(20_000_000)))
    expect(await bomb.entry(256)).toMatchObject({ refusal: { code: 'bad-bundle' } })
  })
})

describe('a proof file', async () => {
  const files = await buildLog(entries(600), log)
  const reader = await readerOf(files)

  test('shows offline that an entry is in the log', async () => {
    const file = value(await reader.proofFile(300, utf8('box 17')))
    expect(value(parseProofFile(file))).toMatchObject({ index: 300, extra: utf8('box 17') })
    expect(await verifyProofFile(file, utf8('entry 300'), { vkey })).toMatchObject({
      ok: true,
      value: { index: 300, size: 600 },
    })
    expect(await verifyProofFile(file, utf8('entry 301'), { vkey })).toMatchObject({
      refusal: { code: 'bad-proof' },
    })
  })
})

test('a tessera log is read at each of its sizes', async ({ skip }) => {
  skip(vectors.missing !== undefined, vectors.missing)
  const folder = join(vectors.path!, 'tessera-log')
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => join(file.parentPath, file.name))
      .map(path => [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))]),
  )
  const tessera = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx'
  for (let size = 0; size <= 15; size++) {
    const checkpoint = files.get(`checkpoint.${size}`)!
    const reader = value(await readLog(fromMemory(files), { vkey: tessera, checkpoint }))
    expect(reader.checkpoint.size).toBe(size)
    const given = (await collect(reader.entries())).map(value)
    expect(given).toHaveLength(size)
    for (const [index, entry] of given.entries())
      expect(
        await verifyProofFile(value(await reader.proofFile(index)), entry, { vkey: tessera }),
      ).toMatchObject({ ok: true })
  }
})

test('over HTTP: 404 is nothing there, everything else that fails is said', async () => {
  const files = await buildLog(entries(3), log)
  const asked: string[] = []
  const source = fromHttp('https://log.example/a', async url => {
    asked.push(url)
    const bytes = files.get(url.slice('https://log.example/a/'.length))
    if (url.endsWith('/broken')) return new Response('', { status: 500 })
    return bytes ? new Response(bytes as Uint8Array<ArrayBuffer>) : new Response('', { status: 404 })
  })
  const reader = value(await readLog(source, { vkey }))
  expect(value(await reader.entry(2))).toEqual(utf8('entry 2'))
  expect(asked[0]).toBe('https://log.example/a/checkpoint')
  expect(await source.read('tile/0/123')).toBeUndefined()
  await expect(source.read('broken')).rejects.toThrow('answered 500')
})
