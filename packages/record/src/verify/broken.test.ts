import { toHex } from '@countersign/election'
import { sha256 } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeEnvelope, encodeEnvelope, kidOf } from '../envelope.ts'
import { type Archive, anArchive, importOf, unwrap } from '../fixtures/archive.ts'
import { type Published, publish, sourceOf, utf8, vkeyOf, withByteChanged } from '../fixtures/publish.ts'
import { inThisThread } from '../signatures.ts'
import { exitCode, type Report } from './report.ts'
import { type VerifyOptions, verify } from './verify.ts'

const engines = { engine: sodiumNative, checker: inThisThread(sodiumNative) }
let archive: Archive
let files: Published

beforeAll(async () => {
  archive = await anArchive({ provinces: 300, vkey: await vkeyOf() })
  files = await publish(archive.entries)
})

async function reportOn(record: Published, options: Partial<VerifyOptions> = {}): Promise<Report> {
  return unwrap(await verify(sourceOf(record), { ...engines, ...options })).report
}

describe('one byte changed anywhere is found, and its place named', () => {
  it('in the checkpoint', async () => {
    const length = files.get('checkpoint')!.length
    for (let at = 0; at < length; at++) {
      const report = await reportOn(withByteChanged(files, 'checkpoint', at))
      expect([at, report.intact, report.failures[0]?.where?.path]).toEqual([at, false, 'checkpoint'])
    }
  })

  it.each(['tile/0/000', 'tile/0/001.p/48', 'tile/1/000.p/1'])('in %s', async path => {
    for (const at of [0, 31, 17 * 32]) {
      if (at >= files.get(path)!.length) continue
      const report = await reportOn(withByteChanged(files, path, at))
      expect(report).toMatchObject({ intact: false, failures: [{ entry: null, where: { path } }] })
    }
  })

  it('in an entry: the file, and then the entry, its box and the rule', async () => {
    const path = 'tile/entries/001.p/48'
    const end = archive.entries.slice(256, 282).reduce((length, entry) => length + 2 + entry.length, 0)
    const { report, election } = unwrap(
      await verify(sourceOf(withByteChanged(files, path, end - 1)), engines),
    )
    expect(report).toMatchObject({
      intact: false,
      failures: [
        { entry: null, code: 'entry-differs', where: { path, index: 281 } },
        { entry: 281, box: 'P-278', code: 'signature-fails' },
      ],
    })
    expect(report.notCovered).toEqual(['derived', 'blobs', 'site'])
    expect(exitCode(report)).toBe(1)
    expect(election).toBeUndefined()
  })

  it('in the length of an entry: the file, and that the rest was not read', async () => {
    const path = 'tile/entries/000'
    const report = await reportOn(withByteChanged(files, path, 1))
    expect(report).toMatchObject({ intact: false, failures: [{ code: 'bad-bundle', where: { path } }] })
    expect(report.notCovered).toContain('later-entries')
  })

  // threat: server-invents
  it('in any file that is covered, at any place, whatever it becomes', async () => {
    const places = [...files].map(([path, bytes]) => ({ path, length: bytes.length }))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (place, n, xor) => {
          const bytes = Uint8Array.from(files.get(place.path)!)
          bytes[n % place.length]! ^= xor
          const report = await reportOn(new Map(files).set(place.path, bytes))
          expect(report.intact).toBe(false)
          expect(report.failures[0]!.where).toHaveProperty('path')
          expect(exitCode(report)).toBe(1)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('in a file that is missing altogether', async () => {
    const record = new Map(files)
    record.delete('tile/entries/000')
    expect(await reportOn(record)).toMatchObject({
      intact: false,
      failures: [{ code: 'missing-bundle', where: { path: 'tile/entries/000' } }],
    })
  })
})

describe('an inadmissible entry in a log that is otherwise whole', () => {
  // threat: server-invents
  it('names entry, box and rule; the others are replayed', async () => {
    const entries = archive.entries.slice()
    const { payload, signatures } = unwrap(decodeEnvelope(entries[100]!))
    const forged = [{ ...signatures[0]!, signature: new Uint8Array(64).fill(1) }]
    entries[100] = unwrap(encodeEnvelope({ payload, signatures: forged }))
    entries.splice(200, 0, entries[150]!)
    entries.push(Uint8Array.of(1, 2, 3))
    const { report, election } = unwrap(await verify(sourceOf(await publish(entries)), engines))
    expect(report).toMatchObject({
      intact: false,
      entries: 306,
      signatures: 303,
      failed: 3,
      failures: [
        {
          entry: 100,
          box: 'P-97',
          code: 'signature-fails',
          where: { kid: kidOf(archive.archivist.publicKey) },
        },
        { entry: 200, box: 'P-147', code: 'nothing-new' },
        { entry: 305, box: null, code: 'envelope-head' },
      ],
    })
    expect(report.failures[0]!.message).toContain('Entry 100 (P-97)')
    expect(election!.size).toBe(305)
  })

  it('without a definition nothing else is judged', async () => {
    const report = await reportOn(await publish(archive.entries.slice(1)))
    expect(report).toMatchObject({
      intact: false,
      failures: [{ entry: 0, code: 'definition-first' }],
      entries: 1,
    })
    expect(report.notCovered).toContain('later-entries')
  })
})

describe('files beside the log', () => {
  const derived = [
    { path: 'derived/304/tally.json', bytes: utf8('{"taken":1}\n') },
    { path: 'derived/304/boxes.json', bytes: utf8('[]\n') },
  ]
  const derive = () => derived

  it('those that follow are compared byte for byte', async () => {
    const record = new Map(files)
    for (const { path, bytes } of derived) record.set(path, bytes)
    const report = await reportOn(record, { derive })
    expect(report).toMatchObject({ intact: true, notCovered: ['site'] })

    expect(await reportOn(withByteChanged(record, 'derived/304/tally.json', 9), { derive })).toMatchObject({
      intact: false,
      failures: [{ code: 'derived-differs', where: { path: 'derived/304/tally.json', offset: 9 } }],
    })
    record.delete('derived/304/boxes.json')
    expect(await reportOn(record, { derive })).toMatchObject({ failures: [{ code: 'derived-missing' }] })
  })

  it('where none is there, that is said and is no failure', async () => {
    expect(await reportOn(files, { derive })).toMatchObject({ intact: true, notCovered: ['derived', 'site'] })
  })

  it('a blob that is missing is not covered, a wrong one fails', async () => {
    const blob = utf8('province,taken\n')
    const digest = toHex(sha256(blob))
    const sourced = await anArchive({ vkey: await vkeyOf() })
    await sourced.add({ ...importOf(sourced.definitionId, 'P-1', 1), digest }, sourced.archivist)
    const record = await publish(sourced.entries)
    expect(await reportOn(record)).toMatchObject({ intact: true, notCovered: ['derived', 'blobs', 'site'] })
    record.set(`blob/sha256/${digest}`, blob)
    expect(await reportOn(record)).toMatchObject({ intact: true, notCovered: ['derived', 'site'] })
    expect(await reportOn(withByteChanged(record, `blob/sha256/${digest}`, 0))).toMatchObject({
      intact: false,
      failures: [{ code: 'blob-differs' }],
    })
  })
})
