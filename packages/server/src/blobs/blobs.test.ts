import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '@countersign/election'
import { inThisThread, readEntry, verify } from '@countersign/record'
import { sha256 } from '@countersign/tlog'
import { fromFiles, sodiumNative } from '@countersign/tlog/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf, type MadeUp, unwrap } from '../fixtures/election.ts'
import { aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
let election: MadeUp
beforeAll(async () => {
  ;({ server, election } = await aMorning({ limits: { blob: 2_000, sealed: 5_000 } }))
})
afterAll(() => server.end())

const digestOf = (bytes: Uint8Array) => toHex(sha256(bytes))
/** The least that is a JPEG: a table, one scan of nothing; and where it was taken, in its own segment. */
const jpeg = (size: number, traced = false) =>
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2],
    ...(traced ? [0xff, 0xe1, 0, 4, 1, 2] : []),
    ...[0xff, 0xda, 0, 2],
    ...Array.from({ length: size }, (_, i) => i % 200),
    ...[0xff, 0xd9],
  ])
const masked = jpeg(900)
const original = jpeg(4_000, true)

async function attach(box: string, whose: string, what: object): Promise<{ entry: Uint8Array; id: string }> {
  const entry = await election.entry({ kind: 'attach', box, ...what } as never, whose)
  return { entry, id: unwrap(readEntry(entry)).id }
}

async function put(bytes: Uint8Array, statement: string, digest = digestOf(bytes)) {
  const response = await fetch(`${server.address}/blobs/${digest}?statement=${statement}`, {
    method: 'PUT',
    body: bytes as Uint8Array<ArrayBuffer>,
  })
  return { status: response.status, body: await response.json() }
}

const codeOf = async (answer: ReturnType<typeof put>) => (await answer).body.code

// threat: harvested-names, early-publication
test('a photograph: masked for everyone, its original under seal, and nothing before votes are public', async () => {
  const photograph = { original: digestOf(original), masked: digestOf(masked), copy: '3', serial: 'F-b1' }
  const early = await attach('b1', 'b1 agent of anna', photograph)
  expect(await codeOf(put(masked, early.id))).toBe('not-yet')
  await server.send(await election.entry({ kind: 'release' }, 'authority'))
  await server.send(await election.entry(formOf('b1'), ...election.staff('b1')), early.entry)

  expect(await put(masked, early.id)).toMatchObject({ status: 200, body: { place: 'published' } })
  expect(await put(original, early.id)).toMatchObject({ status: 200, body: { place: 'sealed' } })
  expect(await put(masked, early.id)).toMatchObject({ status: 200, body: { bytes: masked.length } })

  const shown = await fetch(`${server.address}/record/blob/sha256/${digestOf(masked)}`)
  expect(digestOf(new Uint8Array(await shown.arrayBuffer()))).toBe(digestOf(masked))
  expect(existsSync(join(server.data, 'site/blob/sha256', digestOf(masked)))).toBe(true)
  expect((await server.ask(`/record/blob/sha256/${digestOf(original)}`)).status).toBe(404)
  const sealed = join(server.data, 'sealed/sha256', digestOf(original))
  expect(statSync(sealed).mode & 0o077).toBe(0)

  const path = `/blobs/${digestOf(original)}/original`
  expect((await server.ask(path)).status).toBe(401)
  expect((await (await server.as('b1 agent of anna'))(path)).status).toBe(403)
  expect((await (await server.as('council'))(path)).status).toBe(200)
})

test('what no statement names, what is not what it is called, and what carries more than is seen, is not taken', async () => {
  const traced = jpeg(700, true)
  const noPicture = new TextEncoder().encode('<script>')
  const large = jpeg(3_000)
  const id = async (masked: Uint8Array) => {
    const { entry, id } = await attach('b1', 'b1 leader', {
      original: digestOf(original),
      masked: digestOf(masked),
    })
    await server.send(entry)
    return id
  }
  expect(await codeOf(put(masked, await id(traced)))).toBe('not-named')
  expect(await codeOf(put(masked, await id(traced), digestOf(traced)))).toBe('other-digest')
  expect(await codeOf(put(traced, await id(traced)))).toBe('carries-more')
  expect(await codeOf(put(noPicture, await id(noPicture)))).toBe('not-a-picture')
  expect(await codeOf(put(large, await id(large)))).toBe('too-large')
  // A police officer's key gives a photograph no force, nor does one of another box.
  const stranger = await attach('b2', 'b1 leader', {
    original: digestOf(original),
    masked: digestOf(masked),
  })
  await server.send(stranger.entry)
  expect(await codeOf(put(masked, stranger.id))).toBe('no-force')
})

test('one person may bring so many photographs of a box, and no more', async () => {
  const photographs = Array.from({ length: 25 }, (_, i) => jpeg(10 + i))
  const attached = await Promise.all(
    photographs.map(bytes =>
      attach('b2', 'b2 agent of boris', { original: digestOf(original), masked: digestOf(bytes) }),
    ),
  )
  await server.send(...attached.map(({ entry }) => entry))
  const last = server.record.election!.entries.get(attached.at(-1)!.id)!
  expect(last.force).toBeGreaterThan(0)
  expect((await put(photographs[0]!, attached[0]!.id)).status).toBe(200)
  expect(await codeOf(put(photographs[24]!, attached[24]!.id))).toBe('too-many-photographs')
})

test('the verifier says that a photograph is missing, and that one is wrong', async () => {
  await expect.poll(() => server.record.published, { timeout: 8000 }).toBe(server.record.size)
  const report = async () =>
    unwrap(
      await verify(fromFiles(server.record.folder), {
        checker: inThisThread(sodiumNative),
        engine: sodiumNative,
      }),
    ).report
  const before = await report()
  expect([before.intact, before.notCovered]).toEqual([true, expect.arrayContaining(['blobs'])])
  const path = join(server.record.folder, 'blob/sha256', digestOf(masked))
  const bytes = readFileSync(path)
  bytes[100]! ^= 1
  writeFileSync(path, bytes)
  expect((await report()).failures).toMatchObject([{ code: 'blob-differs' }])
})

// threat: harvested-names
test('what two bodies take from view is served no more, nor published again, and stays on the disk', async () => {
  const shown = jpeg(820)
  const { entry, id } = await attach('b1', 'b1 leader', {
    original: digestOf(original),
    masked: digestOf(shown),
  })
  await server.send(entry)
  expect((await put(shown, id)).status).toBe(200)
  const path = `/record/blob/sha256/${digestOf(shown)}`
  expect((await server.ask(path)).status).toBe(200)
  const ruling = {
    kind: 'ruling',
    decision: 'annul',
    blob: digestOf(shown),
    explanation: 'A name can be read.',
  }
  await server.send(await election.entry(ruling as never, 'authority'))
  expect((await server.ask(path)).status).toBe(200)
  await server.send(await election.entry(ruling as never, 'council'))
  expect((await server.ask(path)).status).toBe(410)
  expect(await codeOf(put(shown, id))).toBe('withdrawn')
  expect(existsSync(join(server.record.folder, 'blob/sha256', digestOf(shown)))).toBe(true)
})
