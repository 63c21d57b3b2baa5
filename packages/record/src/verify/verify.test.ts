import { tally, toHex } from '@countersign/election'
import { ed25519, sha256 } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeEnvelope } from '../envelope.ts'
import { type Archive, anArchive, unwrap } from '../fixtures/archive.ts'
import { type Published, policyOf, publish, sourceOf, utf8, vkeyOf } from '../fixtures/publish.ts'
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

  // threat: witnesses-fail
  it('witnessed: the quorum of a policy from outside has cosigned', async () => {
    const watched = await publish(archive.entries, { witnesses: ['rival', 'press'] })
    const policy = utf8(await policyOf({ witnesses: ['rival', 'press'] }))
    expect(await reportOn(watched, { policy })).toMatchObject({ intact: true, grade: 'witnessed' })
    expect(await reportOn(files, { policy })).toMatchObject({ intact: true, grade: 'unwitnessed' })
  })

  // threat: witnesses-fail
  it('cosignatures by keys that the policy does not name are not covered', async () => {
    const watched = await publish(archive.entries, { witnesses: ['rival', 'press'] })
    const policy = utf8(await policyOf({ witnesses: ['rival'] }))
    const report = await reportOn(watched, { policy })
    expect(report.grade).toBe('witnessed')
    expect(report.notCovered).toContain('unknown-cosigners')
  })

  // threat: forged-record
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

describe('earlier checkpoints', () => {
  it('one that the log continues', async () => {
    const earlier = [(await publish(archive.entries.slice(0, 77))).get('checkpoint')!]
    expect(await reportOn(files, { earlier: [...earlier, files.get('checkpoint')!] })).toMatchObject({
      intact: true,
    })
  })

  // threat: fork
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

it('every engine gives the same report', async () => {
  const slower = { engine: ed25519, checker: inThisThread(ed25519) }
  const entries = archive.entries.slice(0, 40)
  entries[20] = entries[21]!
  const record = await publish(entries)
  expect(await reportOn(record, slower)).toEqual(await reportOn(record))
})
