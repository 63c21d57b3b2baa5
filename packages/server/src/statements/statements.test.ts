import { join } from 'node:path'
import { inThisThread, verify } from '@countersign/record'
import { verifyProofFile } from '@countersign/tlog'
import { fromFiles, sodiumNative } from '@countersign/tlog/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf, type MadeUp } from '../fixtures/election.ts'
import { aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
let election: MadeUp
beforeAll(async () => {
  ;({ server, election } = await aMorning())
})
afterAll(() => server.end())

const open = (box: string) => election.entry({ kind: 'open', box, inBox: 0 }, ...election.staff(box))

test('an entry is answered with its index, read back, and proved', async () => {
  const entry = await open('b1')
  const { status, body } = await server.send(entry)
  expect([status, body.results?.[0]?.again]).toEqual([200, false])
  const { id, index } = body.results![0]!
  const read = await server.ask(`/statements/${id}`)
  expect(read.body).toMatchObject({ id, entries: [index], kind: 'open', round: 1, force: true })
  const early = await server.ask(`/statements/${id}/proof`)
  if (early.status === 404)
    expect([early.body.code, early.headers.get('retry-after')]).toEqual(['not-yet', '1'])
  await expect.poll(() => server.record.published, { timeout: 5000 }).toBeGreaterThan(index)
  const proof = await server.ask(`/statements/${id}/proof`)
  const proved = await verifyProofFile(proof.body, entry, { vkey: server.record.vkey })
  expect(proved.ok && proved.value.index).toBe(index)
})

test('the same again, from any relay, keeps its first index; later signatures are an entry of their own', async () => {
  const draft = { kind: 'close-poll', box: 'b1' } as const
  const first = await election.entry(draft, 'b1 leader', 'b1 supervisor 1')
  const { index } = (await server.send(first)).body.results![0]!
  expect((await server.send(first)).body.results![0]).toMatchObject({ index, again: true })
  const later = await election.entry(draft, 'b1 agent of anna')
  const added = (await server.send(later)).body.results![0]!
  expect(added).toMatchObject({ again: false })
  expect(added.index).toBeGreaterThan(index)
  expect((await server.send(first)).body.results![0]).toMatchObject({ index, again: true })
  const together = await election.entry(draft, 'b1 leader', 'b1 agent of anna')
  expect((await server.send(together)).body.results![0]).toMatchObject({ index: added.index, again: true })
})

test('what cannot stand on the record is refused with its reason, and changes nothing', async () => {
  const { size } = server.record
  const stranger = await server.send(
    await election.entry({ kind: 'open', box: 'b2', inBox: 0 }, 'a stranger'),
  )
  expect([stranger.status, stranger.body.code]).toEqual([422, 'unknown-key'])
  const changed = Uint8Array.from(await open('b2'))
  changed[changed.length - 1]! ^= 1
  const forged = await server.send(changed)
  expect([forged.status, forged.body.code]).toEqual([422, 'signature-fails'])
  const garbage = await server.send(new Uint8Array(40))
  expect([garbage.status, garbage.body.code]).toEqual([422, 'envelope-head'])
  expect(server.record.size).toBe(size)
})

test('of several, each has its own answer, in order', async () => {
  const several = [
    await open('b2'),
    new Uint8Array(3),
    await election.entry({ kind: 'close-poll', box: 'b2' }, 'b2 leader'),
  ]
  const { status, body } = await server.send(...several)
  expect(status).toBe(200)
  expect(body.results!.map(result => result.refusal?.code ?? 'taken')).toEqual([
    'taken',
    'envelope-head',
    'taken',
  ])
})

// threat: early-publication
test('before the release nothing that carries votes is recorded, and nothing of it is acknowledged', async () => {
  const form = await election.entry(formOf('b1'), ...election.staff('b1'))
  const early = await server.send(form)
  expect([early.status, early.body.code]).toEqual([403, 'not-before-release'])
  const release = await election.entry({ kind: 'release' }, 'authority')
  // Sent together, the release comes first and counts.
  const { body } = await server.send(release, form)
  expect(body.results!.map(result => result.refusal?.code ?? 'taken')).toEqual(['taken', 'taken'])
})

test('what came of it all is what a verifier finds from nothing', async () => {
  await server.record.close()
  const verified = await verify(fromFiles(join(server.data, 'record')), {
    checker: inThisThread(sodiumNative),
    engine: sodiumNative,
  })
  if (!verified.ok) throw new Error(verified.refusal.message)
  const { report, election: replayed } = verified.value
  expect([report.intact, report.failures]).toEqual([true, []])
  expect(replayed!.entries.size).toBe(server.record.election!.entries.size)
  const forces = (of: NonNullable<typeof replayed>) =>
    [...of.entries].map(([id, { force, why }]) => [id, force ?? why])
  expect(forces(server.record.election!)).toEqual(forces(replayed!))
})
