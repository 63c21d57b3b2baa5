import { existsSync, mkdtempSync, readdirSync as readdir, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildLog } from '../../build.ts'
import { cosignatureVerifier } from '../../cosignature.ts'
import { formatVkey, noteKey, verifierKey } from '../../note/key.ts'
import { openNote } from '../../note/note.ts'
import { noteSigner } from '../../note/signature.ts'
import { readLog } from '../../reader/reader.ts'
import type { Result } from '../../result.ts'
import { fromMemory } from '../../source/memory.ts'
import { toHex, utf8 } from '../../text.ts'
import { formatAddCheckpoint } from '../../witness/request.ts'
import { sodiumNative } from '../ed25519.ts'
import { sha256 } from '../sha256.ts'
import { openWitness } from './witness.ts'

const folder = mkdtempSync(join(tmpdir(), 'witness-'))
afterAll(() => rmSync(folder, { recursive: true }))

const origin = 'log.example/watched'
const key = await sodiumNative.signingKeyFromSeed(new Uint8Array(32).fill(1))
const vkey = formatVkey(verifierKey(origin, noteKey, key.publicKey))

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

/** A request of the log of these entries, to a witness that has seen `old` of them. */
async function request(entries: readonly string[], old: number, by = key): Promise<string> {
  const files = await buildLog(entries.map(utf8), noteSigner(origin, by))
  const proof =
    old > 0 && old < entries.length
      ? unwrap(await unwrap(await readLog(fromMemory(files), { vkey })).consistencyProof(old))
      : []
  return formatAddCheckpoint({ old, proof, checkpoint: new TextDecoder().decode(files.get('checkpoint')) })
}

const entries = Array.from({ length: 300 }, (_, i) => `entry ${i}`)
let witnesses = 0
async function aWitness(forks: string[] = []) {
  const options = { name: 'party.example/witness', logs: [vkey], now: () => 1_938_000_000_500 }
  return unwrap(
    await openWitness(join(folder, String(++witnesses)), { ...options, onFork: where => forks.push(where) }),
  )
}

test('a log that grows is cosigned, and what was seen is kept for whoever asks, also after a restart', async () => {
  const witness = await aWitness()
  const first = await witness.add(await request(entries.slice(0, 7), 0))
  expect(first.status).toBe(200)
  const second = await witness.add(await request(entries, 7))
  expect(second.status).toBe(200)
  const again = unwrap(await openWitness(join(folder, String(witnesses)), { logs: [vkey], now: Date.now }))
  expect(again.vkey).toBe(witness.vkey)
  const { body } = await again.checkpoint(toHex(sha256(utf8(origin))))
  const opened = unwrap(await openNote(body, [unwrap(cosignatureVerifier(witness.vkey, sodiumNative))]))
  expect(opened.text).toContain(`${origin}\n300\n`)
  expect((await again.add(await request(entries, 300))).status).toBe(200)
})

test('each refusal has the status of the specification', async () => {
  const witness = await aWitness()
  const other = await sodiumNative.signingKeyFromSeed(new Uint8Array(32).fill(9))
  const grown = await request(entries.slice(0, 20), 0)
  const statuses = async (body: string) => (await witness.add(body)).status
  expect(await statuses('old one\n\nnothing')).toBe(400)
  expect(await statuses(grown.replace('old 0', 'old 21'))).toBe(400)
  expect(await statuses(grown.replaceAll(origin, 'log.example/unknown'))).toBe(404)
  expect(await statuses(await request(entries.slice(0, 20), 0, other))).toBe(403)
  expect(await statuses(grown.replace('old 0\n', `old 0\n${'A'.repeat(43)}=\n`))).toBe(422)
  expect(await statuses(grown)).toBe(200)
  expect(await witness.add(await request(entries, 7))).toEqual({
    status: 409,
    body: '20\n',
    type: 'text/x.tlog.size',
  })
  expect((await witness.checkpoint('../keys/witness.skey')).status).toBe(404)
})

// threat: fork
test('a log that forks at an entry is not cosigned: 422, and of one size both checkpoints are kept as evidence', async () => {
  const forks: string[] = []
  const witness = await aWitness(forks)
  const dir = join(folder, String(witnesses))
  await witness.add(await request(entries.slice(0, 40), 0))
  const forked = entries.with(30, 'another history')
  expect((await witness.add(await request(forked, 40))).status).toBe(422)
  expect(forks).toEqual([])
  const other = await request(forked.slice(0, 40), 40)
  expect((await witness.add(other)).status).toBe(422)
  expect(forks).toEqual([origin])
  const [path] = readdir(join(dir, 'evidence'))
  expect(path).toMatch(/^40-[0-9a-f]{16}\.ours$/)
  expect(existsSync(join(dir, 'evidence', path!.replace('.ours', '.theirs')))).toBe(true)
  expect(readFileSync(join(dir, 'evidence', path!), 'utf8')).not.toBe(
    readFileSync(join(dir, 'evidence', path!.replace('.ours', '.theirs')), 'utf8'),
  )
  // What was seen stays what was seen.
  expect((await witness.add(await request(entries.slice(0, 60), 40))).status).toBe(200)
})

test('of two extensions that come at once one is cosigned', async () => {
  const witness = await aWitness()
  await witness.add(await request(entries.slice(0, 10), 0))
  const both = await Promise.all([
    request(entries.slice(0, 20), 10),
    request(entries.with(15, 'x').slice(0, 20), 10),
  ])
  const answers = await Promise.all(both.map(body => witness.add(body)))
  expect(answers.map(({ status }) => status)).toEqual([200, 422])
})
