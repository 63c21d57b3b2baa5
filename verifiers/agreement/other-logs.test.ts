import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import {
  buildLog,
  cosign,
  cosigner,
  encodeEntries,
  entriesPath,
  formatSignatureLine,
  fromMemory,
  noteSigner,
  verifyLog,
} from '@countersign/tlog'
import { fromFiles, makeLog, nodeCrypto } from '@countersign/tlog/node'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { buildVerifier, LogFolder, runVerifier, testVerifier } from './go.ts'
import { type Files, log, logOf, origin, someEntries, witnesses } from './log.ts'
import { headText, signNote, witnessKey } from './signer.ts'

const go = inject('go')
const vectors = inject('vectors')
const temporary = mkdtempSync(join(tmpdir(), 'other-logs-'))
let program: string

beforeAll(async () => {
  if (go.path !== undefined) program = await buildVerifier(go.path, temporary)
})
afterAll(() => rmSync(temporary, { recursive: true, force: true }))
beforeEach(({ skip }) => skip(go.missing !== undefined, go.missing))

test('the second verifier’s own tests pass', async () => {
  expect(await testVerifier(go.path!)).toMatch(/^ok/m)
})

// threat: disagreement
test('it accepts the Ed25519 edge cases that ours accepts, and no other', async ({ skip }) => {
  skip(vectors.missing !== undefined, vectors.missing)
  const printed = await testVerifier(go.path!, vectors.path!)
  const [, accepted] = /accepted (\[[0-9,]+\])/.exec(printed)!
  const cases: { number: number; key: string; sig: string; msg: string }[] = JSON.parse(
    readFileSync(join(vectors.path!, 'ed25519-edge-cases.json'), 'utf8'),
  )
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
  const ours = cases.filter(({ key, sig, msg }) =>
    nodeCrypto.verify(bytes(key), new TextEncoder().encode(msg), bytes(sig)),
  )
  expect(JSON.parse(accepted!)).toEqual(ours.map(({ number }) => number))
})

test.for([...Array(16).keys()])(
  'both verify another implementation’s log at %i entries',
  async (size, { skip }) => {
    skip(vectors.missing !== undefined, vectors.missing)
    const folder = join(temporary, `tessera-${size}`)
    cpSync(join(vectors.path!, 'tessera-log'), folder, { recursive: true })
    chmodSync(folder, 0o755)
    rmSync(join(folder, 'checkpoint'))
    cpSync(join(folder, `checkpoint.${size}`), join(folder, 'checkpoint'))

    const vkey = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx'
    const earlier = [...Array(size + 1).keys()].flatMap(old => ['-old', join(folder, `checkpoint.${old}`)])
    const report = await runVerifier(program, ['-vkey', vkey, ...earlier, folder])
    const ours = await verifyLog(fromFiles(folder), { vkey })
    expect(report).toMatchObject({ exit: 0, ok: true, size })
    expect(ours).toMatchObject({ ok: true, value: { checkpoint: { size } } })
    if (ours.ok) expect(report.notCovered?.toSorted()).toEqual([...ours.value.notCovered].sort())
  },
)

test('the log package makes the same files and signatures as these tests', async () => {
  const { entries, root, files } = logOf(someEntries(257))
  const built = await buildLog(entries, noteSigner(log.name, await nodeCrypto.signingKeyFromSeed(log.secret)))
  const text = headText(origin, 257, root)
  expect(built.get('checkpoint')).toEqual(signNote(text, [log]))
  expect(new Map([...built, ['checkpoint', files.get('checkpoint')]])).toEqual(files)
  for (const witness of witnesses) {
    const key = cosigner(witness.name, await nodeCrypto.signingKeyFromSeed(witness.secret))
    expect(formatSignatureLine(await cosign(text, 1_719_550_800, key))).toBe(
      witness.line(text, 1_719_550_800),
    )
  }
})

test('it verifies what the sequencer writes, at every checkpoint', async () => {
  const folder = join(temporary, 'sequenced')
  const made = await makeLog(folder, { origin, interval: 3_600_000, entries: 1_000_000 })
  if (!made.ok) throw new Error(made.refusal.message)
  const entries = someEntries(600)
  for (const [start, end] of [
    [0, 1],
    [1, 255],
    [255, 256],
    [256, 257],
    [257, 600],
  ] as const) {
    expect(await made.value.add(entries.slice(start, end))).toMatchObject({ ok: true })
    expect(await made.value.checkpoint()).toMatchObject({ ok: true })
    const report = await runVerifier(program, ['-exact', '-vkey', made.value.vkey, folder])
    expect(report).toMatchObject({ exit: 0, ok: true, size: end, failure: null })
    expect(report.root).toBe(Buffer.from(logOf(entries.slice(0, end)).root).toString('base64'))
  }
  expect(await made.value.close()).toMatchObject({ ok: true })
})

describe('a bundle that is gzip too', () => {
  const inner = new TextEncoder().encode('the entry within')
  const both = asEntryAndGzip(encodeEntries([inner]))

  test('is read as it is: no entry that is submitted can make a good log bad', async () => {
    const { files } = logOf([both.subarray(2)])
    expect(Buffer.compare(files.get(entriesPath(0, 1))!, both)).toBe(0)
    expect(await judgements('gzip-as-it-is', files)).toEqual({ go: 0, ours: true })
  })

  test('does not stand for what it holds: no host can have it read as another', async () => {
    const files = new Map(logOf([inner]).files)
    files.set(entriesPath(0, 1), both)
    expect(await judgements('gzip-within', files)).toEqual({ go: 1, ours: false })
  })
})

describe('the command', () => {
  const folder = join(temporary, 'command')
  const files = new Map(logOf(someEntries(3)).files)
  files.set('tile/0/001', new Uint8Array(8192))
  new LogFolder(folder, files)
  const [first, second] = witnesses.map(({ vkey }) => vkey) as [string, string]

  test('counts the cosigners that are named', async () => {
    const third = witnessKey('third.example/w', 'has not signed').vkey
    const run = (...args: string[]) => runVerifier(program, ['-vkey', log.vkey, ...args, folder])
    expect(await run()).toMatchObject({ exit: 0, cosigners: [] })
    expect(await run('-cosigner', second)).toMatchObject({
      cosigners: [{ name: 'second.example/w', time: 1_719_550_800 }],
    })
    expect(await run('-cosigner', first, '-cosigner', third)).toMatchObject({
      exit: 1,
      failure: { code: 'no-quorum', path: 'checkpoint' },
    })
    expect(await run('-cosigner', first, '-cosigner', third, '-quorum', '1')).toMatchObject({ exit: 0 })
  })

  test('lists what the checkpoint does not cover, or refuses it', async () => {
    const report = await runVerifier(program, ['-vkey', log.vkey, folder])
    expect(report).toMatchObject({ exit: 0, notCovered: ['tile/0/001'] })
    expect(await runVerifier(program, ['-exact', '-vkey', log.vkey, folder])).toMatchObject({
      exit: 1,
      failure: { code: 'not-in-the-tree', path: 'tile/0/001' },
    })
  })

  test.for([
    ['no key', [folder]],
    ['no folder', ['-vkey', log.vkey]],
    ['a folder that is not there', ['-vkey', log.vkey, join(folder, 'not-there')]],
    ['a key that is none', ['-vkey', 'log.example', folder]],
    ['a key with another ID', ['-vkey', log.vkey.replace(/\+......../, '+00000000'), folder]],
    ['a witness’s key for the log’s', ['-vkey', first, folder]],
    ['the log’s key for a witness’s', ['-vkey', log.vkey, '-cosigner', log.vkey, folder]],
    ['a witness twice', ['-vkey', log.vkey, '-cosigner', first, '-cosigner', first, folder]],
    ['a quorum of more than there are', ['-vkey', log.vkey, '-cosigner', first, '-quorum', '2', folder]],
    ['an earlier checkpoint that is not there', ['-vkey', log.vkey, '-old', join(folder, 'old'), folder]],
    ['a flag that it does not have', ['-vkey', log.vkey, '-loud', folder]],
  ] as const)('could not run with %s', async ([, args]) => {
    const report = await runVerifier(program, args)
    expect(report).toMatchObject({ exit: 2, error: { code: 'could-not-run' } })
    expect(report.error!.message).not.toBe('')
  })
})

async function judgements(name: string, files: Files): Promise<{ go: number; ours: boolean }> {
  const { path } = new LogFolder(join(temporary, name), files)
  const { exit } = await runVerifier(program, ['-vkey', log.vkey, path])
  const { ok } = await verifyLog(fromMemory(files), { vkey: log.vkey })
  return { go: exit, ours: ok }
}

/**
 * Bytes that are a bundle of one entry and, at once, `content` as gzip (RFC 1952 §2.3): gzip's first two bytes are
 * the length 8,075, and a file name in the header fills it up to that.
 */
function asEntryAndGzip(content: Uint8Array): Uint8Array {
  const length = 2 + 0x1f8b
  const deflated = deflateRawSync(content)
  const fixed = Buffer.of(0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 255)
  const name = Buffer.alloc(length - fixed.length - 1 - deflated.length - 8, 'x')
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(content))
  trailer.writeUInt32LE(content.length, 4)
  return new Uint8Array(Buffer.concat([fixed, name, Buffer.of(0), deflated, trailer]))
}
