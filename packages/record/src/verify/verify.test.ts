import { tally, toHex } from '@countersign/election'
import { ed25519, sha256 } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeEnvelope, encodeEnvelope, kidOf } from '../envelope.ts'
import { type Archive, anArchive, importOf, unwrap } from '../fixtures/archive.ts'
import {
  type Published,
  policyOf,
  publish,
  sourceOf,
  utf8,
  vkeyOf,
  withByteChanged,
} from '../fixtures/publish.ts'
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

async function codeOf(record: Published, options: Partial<VerifyOptions> = {}): Promise<string> {
  const result = await verify(sourceOf(record), { ...engines, ...options })
  return result.ok ? 'ran' : result.refusal.code
}

describe('a whole record', () => {
  it('is intact, and gives the state that its statements make', async () => {
    const { report, election } = unwrap(await verify(sourceOf(files), engines))
    expect(report).toEqual({
      intact: true,
      follows: true,
      mode: 'archive',
      grade: 'self-declared',
      origin: 'countersign.example/test',
      entries: 304,
      signatures: 304,
      rounds: [{ round: 1, boxes: { asPublished: 300 } }],
      checks: {},
      notCovered: ['derived', 'site'],
      failures: [],
      failed: 0,
    })
    expect(exitCode(report)).toBe(0)
    expect(tally(election!).rounds[0]!.candidates).toEqual({ first: 194_850, second: 209_700 })
  })

  it('says how far it is', async () => {
    const seen: number[] = []
    await reportOn(files, { progress: (entries, size) => seen.push(entries / size) })
    expect(seen.at(-1)).toBe(1)
  })
})

describe('the grade', () => {
  it('unwitnessed: the log is named from outside, nobody has watched it', async () => {
    const policy = utf8(await policyOf())
    expect(await reportOn(files, { policy })).toMatchObject({ intact: true, grade: 'unwitnessed' })
    expect(await reportOn(files, { definition: archive.definitionId })).toMatchObject({
      grade: 'unwitnessed',
    })
  })

  it('witnessed: the quorum of a policy from outside has cosigned', async () => {
    const watched = await publish(archive.entries, { witnesses: ['rival', 'press'] })
    const policy = utf8(await policyOf({ witnesses: ['rival', 'press'] }))
    expect(await reportOn(watched, { policy })).toMatchObject({ intact: true, grade: 'witnessed' })
    expect(await reportOn(files, { policy })).toMatchObject({ intact: true, grade: 'unwitnessed' })
  })

  it('cosignatures by keys that the policy does not name are not covered', async () => {
    const watched = await publish(archive.entries, { witnesses: ['rival', 'press'] })
    const policy = utf8(await policyOf({ witnesses: ['rival'] }))
    const report = await reportOn(watched, { policy })
    expect(report.grade).toBe('witnessed')
    expect(report.notCovered).toContain('unknown-cosigners')
  })

  it('a record forged whole, with a policy of its own, is self-declared; by our policy it is refused', async () => {
    const forged = await anArchive({ provinces: 3, vkey: await vkeyOf('forger') })
    const record = await publish(forged.entries, { by: 'forger', witnesses: ['rival'] })
    expect(await reportOn(record)).toMatchObject({ intact: true, grade: 'self-declared' })
    const report = await reportOn(record, { policy: utf8(await policyOf()) })
    expect(report).toMatchObject({ intact: false, failures: [{ where: { path: 'checkpoint' } }] })
    expect(exitCode(report)).toBe(1)
  })
})

describe('the definition', () => {
  it('another than the one asked for', async () => {
    const wanted = '00'.repeat(32)
    expect(await reportOn(files, { definition: wanted })).toMatchObject({
      intact: false,
      failures: [{ code: 'other-definition', where: { found: archive.definitionId, wanted } }],
    })
  })

  it('of another log', async () => {
    const other = await anArchive({ vkey: await vkeyOf('other') })
    expect(await reportOn(await publish(other.entries))).toMatchObject({ failures: [{ code: 'other-log' }] })
  })
})

describe('the policy beside the record', () => {
  const digestOf = async (policy: string) => toHex(sha256(utf8(policy)))

  it('is the one whose digest the definition states, and then a definition from outside vouches for it', async () => {
    const policy = await digestOf(await policyOf({ witnesses: ['rival'] }))
    const stated = await anArchive({ vkey: await vkeyOf(), policy })
    const record = await publish(stated.entries, { witnesses: ['rival'] })
    expect(await reportOn(record)).toMatchObject({ intact: true, grade: 'self-declared' })
    expect(await reportOn(record, { definition: stated.definitionId })).toMatchObject({ grade: 'witnessed' })
  })

  it('is another', async () => {
    const stated = await anArchive({ vkey: await vkeyOf(), policy: await digestOf('quorum none\n') })
    expect(await reportOn(await publish(stated.entries))).toMatchObject({
      intact: false,
      failures: [{ code: 'other-policy', where: { path: 'policy.txt' } }],
    })
  })

  it('is malformed', async () => {
    const record = new Map(files).set('policy.txt', utf8('log\n'))
    const report = await reportOn(record)
    expect(report).toMatchObject({
      intact: false,
      failures: [{ code: 'bad-policy', where: { path: 'policy.txt' } }],
    })
    expect(exitCode(report)).toBe(1)
  })
})

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
    expect(exitCode(report)).toBe(1)
    expect(election).toBeUndefined()
  })

  it('in the length of an entry: the file, and that the rest was not read', async () => {
    const path = 'tile/entries/000'
    const report = await reportOn(withByteChanged(files, path, 1))
    expect(report).toMatchObject({ intact: false, failures: [{ code: 'bad-bundle', where: { path } }] })
    expect(report.notCovered).toContain('later-entries')
  })

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

describe('earlier checkpoints', () => {
  it('one that the log continues', async () => {
    const earlier = [(await publish(archive.entries.slice(0, 77))).get('checkpoint')!]
    expect(await reportOn(files, { earlier: [...earlier, files.get('checkpoint')!] })).toMatchObject({
      intact: true,
    })
  })

  it('one of a longer log, and one of another history', async () => {
    const shorter = await publish(archive.entries.slice(0, 77))
    const longer = [files.get('checkpoint')!]
    expect(await reportOn(shorter, { earlier: longer })).toMatchObject({ failures: [{ code: 'shrunk' }] })
    const other = archive.entries.slice(0, 70)
    other[9] = archive.entries[10]!
    const earlier = [(await publish(other)).get('checkpoint')!]
    expect(await reportOn(files, { earlier })).toMatchObject({
      intact: false,
      failures: [{ code: 'fork', where: { size: 70 } }],
    })
  })

  it('one that this log never signed says nothing, and is refused', async () => {
    const earlier = [(await publish(archive.entries.slice(0, 9), { by: 'forger' })).get('checkpoint')!]
    expect(await codeOf(files, { earlier })).not.toBe('ran')
  })
})

describe('what could not be run', () => {
  it.each(['checkpoint', 'policy.txt'])('without %s', async path => {
    const record = new Map(files)
    record.delete(path)
    expect(await codeOf(record)).toBe(path === 'checkpoint' ? 'missing-checkpoint' : 'missing-policy')
  })

  it('a given policy that is none', async () => {
    expect(await codeOf(files, { policy: utf8('quorum of one\n') })).toBe('bad-policy')
  })

  it('a source that fails late, at a derived file', async () => {
    const source = sourceOf(files)
    const failing = {
      ...source,
      read: (path: string) =>
        path.startsWith('derived/') ? Promise.reject(new Error('the line is cut')) : source.read(path),
    }
    const derive = () => [{ path: 'derived/304/tally.json', bytes: utf8('{}\n') }]
    expect(await verify(failing, { ...engines, derive })).toMatchObject({
      ok: false,
      refusal: { code: 'unreadable', where: { path: 'derived/304/tally.json' } },
    })
  })

  it('a source that fails', async () => {
    const source = { read: () => Promise.reject(new Error('the disk is gone')) }
    expect(await verify(source, engines)).toMatchObject({ ok: false, refusal: { code: 'unreadable' } })
  })

  it('a record that a newer version wrote; but what is broken before that is said', async () => {
    const later = await anArchive({ provinces: 2, vkey: await vkeyOf() })
    const newer = unwrap(
      encodeEnvelope({ payload: Uint8Array.of(0xa1, 0, 0x19, 0x27, 0x0f), signatures: [anySignature] }),
    )
    const entries = [...later.entries, newer, ...later.entries]
    const result = await verify(sourceOf(await publish(entries)), engines)
    expect(result).toMatchObject({ ok: false, refusal: { code: 'newer-version', where: { entry: 6 } } })
    entries[5] = later.entries[4]!
    expect(await reportOn(await publish(entries))).toMatchObject({
      intact: false,
      failures: [
        { entry: 5, code: 'nothing-new' },
        { entry: 6, code: 'newer-version' },
      ],
    })
  })

  const anySignature = { kid: '00'.repeat(8), signature: new Uint8Array(64) }
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

it('every engine gives the same report', async () => {
  const slower = { engine: ed25519, checker: inThisThread(ed25519) }
  const entries = archive.entries.slice(0, 40)
  entries[20] = entries[21]!
  const record = await publish(entries)
  expect(await reportOn(record, slower)).toEqual(await reportOn(record))
})
