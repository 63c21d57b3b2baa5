import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { buildLog } from '../build.ts'
import { signCheckpoint } from '../checkpoint.ts'
import { noble } from '../ed25519/noble.ts'
import { formatVkey, noteKey, verifierKey } from '../note/key.ts'
import { noteSigner } from '../note/signature.ts'
import { fromMemory } from '../source/memory.ts'
import { utf8 } from '../text.ts'
import { decodeEntries, encodeEntries } from '../tile/entries.ts'
import { fullTileRoot } from '../tile/tile.ts'
import { leafHash } from '../tree/hash.ts'
import { verifyLog } from './verify.ts'

const vectors = inject('vectors')
const key = await noble.signingKeyFromSeed(new Uint8Array(32).fill(9))
const log = noteSigner('log.example', key)
const vkey = formatVkey(verifierKey('log.example', noteKey, key.publicKey))

type Files = Map<string, Uint8Array>
const numbered = (size: number) => Array.from({ length: size }, (_, i) => utf8(`entry ${i}`))
const verify = (files: Files) => verifyLog(fromMemory(files), { vkey })

describe.for([0, 1, 255, 256, 257, 600, 65_536, 66_000])('a log of %i entries', async size => {
  const files = await buildLog(numbered(size), log)

  test('is right', async () => {
    const tiles = [...files.keys()].filter(path => /^tile\/\d/.test(path)).length
    expect(await verify(files)).toMatchObject({
      ok: true,
      value: { checkpoint: { size }, entries: size, tiles, oldPartials: 0, notCovered: [] },
    })
  })
})

test('each entry is given once, in order', async () => {
  const given: string[] = []
  const files = await buildLog(numbered(600), log)
  await verifyLog(fromMemory(files), {
    vkey,
    each: (entry, index) => given.push(`${index}: ${new TextDecoder().decode(entry)}`),
  })
  expect(given).toEqual(numbered(600).map((_, i) => `${i}: entry ${i}`))
})

describe('the first wrong thing is named', async () => {
  const files = await buildLog(numbered(66_000), log)

  const cases: [string, (files: Files) => void, object][] = [
    [
      'a byte of an entry',
      files => edit(files, 'tile/entries/001', bytes => flip(bytes, 10)),
      { code: 'entry-differs', where: { index: 256, path: 'tile/entries/001' } },
    ],
    [
      'a byte of an entry at the edge',
      files => edit(files, 'tile/entries/257.p/208', bytes => flip(bytes, 3)),
      { code: 'entry-differs', where: { index: 65_792, path: 'tile/entries/257.p/208' } },
    ],
    [
      'a byte of a tile at level 0',
      files => edit(files, 'tile/0/002', bytes => flip(bytes, 32 * 7)),
      { code: 'tile-differs', where: { path: 'tile/0/002', hash: 7 } },
    ],
    [
      'a byte of a tile at level 1',
      files => edit(files, 'tile/1/000', bytes => flip(bytes, 0)),
      { code: 'tile-differs', where: { path: 'tile/1/000', hash: 0 } },
    ],
    [
      'a byte of the top tile',
      files => edit(files, 'tile/2/000.p/1', bytes => flip(bytes, 31)),
      { code: 'tile-differs', where: { path: 'tile/2/000.p/1', hash: 0 } },
    ],
    [
      'an entry and its leaf hash',
      files => {
        edit(files, 'tile/entries/001', bytes => flip(bytes, 10))
        const entries = decodeEntries(files.get('tile/entries/001')!)
        if (entries.ok) files.get('tile/0/001')!.set(leafHash(entries.value[0]!))
      },
      { code: 'tile-differs', where: { path: 'tile/0/001' } },
    ],
    [
      'an entry, its leaf hash, and the hash above that',
      files => {
        edit(files, 'tile/entries/001', bytes => flip(bytes, 10))
        const entries = decodeEntries(files.get('tile/entries/001')!)
        if (entries.ok) files.get('tile/0/001')!.set(leafHash(entries.value[0]!))
        files.get('tile/1/000')!.set(fullTileRoot(files.get('tile/0/001')!), 32)
      },
      { code: 'tile-differs', where: { path: 'tile/1/000' } },
    ],
    [
      'two entries changed over',
      files =>
        edit(files, 'tile/entries/003', bytes => {
          const entries = decodeEntries(bytes)
          if (!entries.ok) throw new Error('it is a bundle')
          const [first, second, ...rest] = entries.value as [Uint8Array, Uint8Array]
          return encodeEntries([second, first, ...rest])
        }),
      { code: 'entry-differs', where: { index: 768 } },
    ],
    [
      'an entry dropped',
      files => edit(files, 'tile/entries/003', bytes => bytes.slice(2 + 'entry 768'.length)),
      { code: 'bad-bundle', where: { path: 'tile/entries/003', entries: 255 } },
    ],
    [
      'a bundle cut short',
      files => edit(files, 'tile/entries/003', bytes => bytes.slice(0, -1)),
      { code: 'bad-bundle', where: { path: 'tile/entries/003', entry: 255 } },
    ],
    [
      'a missing bundle',
      files => files.delete('tile/entries/007'),
      { code: 'missing-bundle', where: { path: 'tile/entries/007' } },
    ],
    [
      'a missing tile',
      files => files.delete('tile/1/001.p/1'),
      { code: 'missing-tile', where: { path: 'tile/1/001.p/1' } },
    ],
    [
      'a tile cut short',
      files => edit(files, 'tile/0/009', bytes => bytes.slice(0, -32)),
      { code: 'bad-tile', where: { path: 'tile/0/009' } },
    ],
    [
      'a byte of the checkpoint',
      files => edit(files, 'checkpoint', bytes => flip(bytes, 15)),
      { code: 'bad-signature' },
    ],
  ]

  test.for(cases)('%s', async ([, change, refusal]) => {
    const changed = new Map(Array.from(files, ([path, bytes]) => [path, bytes.slice()]))
    change(changed)
    expect(await verify(changed)).toMatchObject({ ok: false, refusal })
  })

  test('the whole of another log', async () => {
    const other = await buildLog(numbered(66_000).reverse(), log)
    other.set('checkpoint', files.get('checkpoint')!)
    expect(await verify(other)).toMatchObject({ refusal: { code: 'root-differs' } })
  })
})

test('any one changed byte under a checkpoint is found', async () => {
  const files = await buildLog(numbered(300), log)
  const paths = [...files.keys()]
  await fc.assert(
    fc.asyncProperty(
      fc.nat(paths.length - 1),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (i, a, mask) => {
        const path = paths[i]!
        const bytes = files.get(path)!.slice()
        const at = a % bytes.length
        bytes[at]! ^= mask
        const verified = await verify(new Map(files).set(path, bytes))
        expect(verified.ok, `${path} ${at} ${mask}`).toBe(false)
        if (!verified.ok && path !== 'checkpoint') expect(verified.refusal.where).toMatchObject({ path })
      },
    ),
    { numRuns: 300 },
  )
})

test('partial tiles of smaller sizes are checked too; what is past the checkpoint is said not to be', async () => {
  const files = new Map<string, Uint8Array>()
  for (const size of [3, 200, 256, 300, 301])
    for (const [path, bytes] of await buildLog(numbered(size), log)) files.set(path, bytes)
  const checkpoint = (await buildLog(numbered(300), log)).get('checkpoint')!
  const source = fromMemory(files.set('tile/0/.trash', new Uint8Array()))
  const verified = await verifyLog(source, { vkey, checkpoint })
  expect(verified).toMatchObject({
    ok: true,
    value: { oldPartials: 4, notCovered: expect.arrayContaining(['tile/0/.trash', 'tile/0/001.p/45']) },
  })

  for (const path of ['tile/0/000.p/200', 'tile/entries/000.p/3']) {
    const changed = new Map(files).set(path, flip(files.get(path)!, 4))
    expect(await verifyLog(fromMemory(changed), { vkey, checkpoint })).toMatchObject({
      refusal: { code: 'tile-differs', where: { path, hash: 0 } },
    })
    const cut = new Map(files).set(path, files.get(path)!.slice(0, -1))
    expect(await verifyLog(fromMemory(cut), { vkey, checkpoint })).toMatchObject({
      refusal: { where: { path } },
    })
  }
})

test('a tessera log, with all the partial tiles that it kept', async ({ skip }) => {
  skip(vectors.missing !== undefined, vectors.missing)
  const folder = join(vectors.path!, 'tessera-log')
  const files: Files = new Map()
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile()) {
      const path = join(file.parentPath, file.name)
      files.set(path.slice(folder.length + 1), new Uint8Array(readFileSync(path)))
    }
  const tessera = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx'
  for (let size = 0; size <= 15; size++) {
    const checkpoint = files.get(`checkpoint.${size}`)!
    expect(await verifyLog(fromMemory(files), { vkey: tessera, checkpoint })).toMatchObject({
      ok: true,
      value: { entries: size, oldPartials: Math.max(0, 2 * (size - 1)) },
    })
  }
  const changed = new Map(files).set('tile/entries/000.p/4', flip(files.get('tile/entries/000.p/4')!, 3))
  expect(await verifyLog(fromMemory(changed), { vkey: tessera })).toMatchObject({
    refusal: { where: { path: 'tile/entries/000.p/4', hash: 0 } },
  })
})

test('a signed checkpoint of an absurd size costs nothing', async () => {
  const root = leafHash(utf8('nothing'))
  const note = await signCheckpoint({ origin: 'log.example', size: Number.MAX_SAFE_INTEGER, root }, log)
  const files = (await buildLog(numbered(3), log)).set('checkpoint', utf8(note))
  const source = fromMemory(files)
  expect(await verifyLog(source, { vkey })).toMatchObject({
    refusal: { code: 'missing-bundle', where: { path: 'tile/entries/000' } },
  })
})

function edit(files: Files, path: string, change: (bytes: Uint8Array) => Uint8Array): void {
  files.set(path, change(files.get(path)!))
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice()
  changed[at]! ^= 1
  return changed
}
