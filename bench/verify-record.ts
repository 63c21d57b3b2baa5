/**
 * Verifies whole records (log, statements, signatures, replay, checks) beside the bare loop of the same signature
 * engine over the same signatures, in as many threads, in one run and by turns; medians. Two records, since what else
 * there is to do for a signature differs: an archive of 86,488 ballot boxes, one signature a statement, and a live
 * count of 4,800 forms with 18 signatures each.
 *
 *     npm run bench -- verify-record [--json]
 */
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { type Definition, type Statement, toHex } from '@countersign/election'
import { decodeEnvelope, payloadOf, sign, signedBytes, statementId, verify } from '@countersign/record'
import { signaturePool } from '@countersign/record/node'
import {
  buildLog,
  formatVkey,
  fromMemory,
  noteKey,
  noteSigner,
  type Result,
  type SigningKey,
  sha256,
  verifierKey,
} from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'

const turns = 5
const threads = availableParallelism()
const origin = 'countersign.example/bench'

type Triple = { readonly publicKey: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array }
type Made = { readonly statement: Statement; readonly keys: readonly SigningKey[] }

if (isMainThread) await main()
else bareLoop()

async function main(): Promise<void> {
  const records = { 'archive, 1 signature a statement': archive, 'live, 18 signatures a form': liveCount }
  const found = []
  for (const [record, statements] of Object.entries(records))
    found.push({ record, ...(await measure(statements())) })
  if (process.argv.includes('--json')) console.log(JSON.stringify({ threads, turns, found }))
  else print(found)
}

async function measure(statements: AsyncIterable<Made>) {
  const { entries, signatures, files, peers } = await prepare(statements)
  const bare: number[] = []
  const whole: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    bare.push(await timed(() => Promise.all(peers.map(peer => peer.run()))))
    whole.push(await timed(() => verifyWhole(files, signatures)))
  }
  await Promise.all(peers.map(peer => peer.end()))
  const seconds = { bare: median(bare) / 1000, whole: median(whole) / 1000 }
  return { entries, signatures, ...seconds, ratio: seconds.bare / seconds.whole }
}

/** Keeps nothing in this thread but the files: whoever verifies a record has not made it in the same memory. */
async function prepare(statements: AsyncIterable<Made>) {
  const { entries, files, triples } = await recordOf(statements)
  const peers = threadsWith(triples)
  await Promise.all(peers.map(({ ready }) => ready))
  return { entries, signatures: triples.length, files, peers }
}

async function verifyWhole(files: ReadonlyMap<string, Uint8Array>, signatures: number): Promise<void> {
  const checker = signaturePool(threads)
  const { report } = unwrap(await verify(fromMemory(files), { checker, engine: sodiumNative }))
  await checker.close()
  if (!report.intact || report.signatures !== signatures) throw new Error('the record did not verify')
}

function print(found: readonly (Awaited<ReturnType<typeof measure>> & { readonly record: string })[]): void {
  console.log(`${threads} threads, medians of ${turns} turns`)
  console.table(
    found.map(({ record, entries, signatures, bare, whole, ratio }) => ({
      record,
      entries,
      signatures,
      'bare loop, s': bare.toFixed(2),
      'verify, s': whole.toFixed(2),
      ratio: ratio.toFixed(3),
    })),
  )
  console.log(
    `peak memory of the process, both records in it: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  )
}

// ── The records ─────────────────────────────────────────────────────────────────────────────────────────────────────

function keyNamed(name: string): SigningKey | Promise<SigningKey> {
  return sodiumNative.signingKeyFromSeed(sha256(new TextEncoder().encode(name)))
}

function named(id: string) {
  return { id, name: { en: id } }
}

async function* archive(): AsyncGenerator<Made> {
  const [authority, archivist] = await Promise.all([keyNamed('authority'), keyNamed('archivist')])
  const { definition, common } = await begun('archive', 'district', authority)
  yield { statement: definition, keys: [authority] }
  const districts = Array.from({ length: 1_900 }, (_, i) => ({
    ...named(`d${i}`),
    level: 'district',
    parent: 'c',
  }))
  const tree = [{ ...named('c'), level: 'country' }, ...districts]
  yield { statement: { kind: 'areas', ...common, areas: tree.slice(0, 1_000) }, keys: [authority] }
  yield { statement: { kind: 'areas', ...common, areas: tree.slice(1_000) }, keys: [authority] }
  yield { statement: enrolment(common, [['archivist', archivist]]), keys: [authority] }
  yield { statement: ballot(common), keys: [authority] }
  for (let i = 0; i < 86_488; i++) {
    const place = { area: `d${i % 1_900}`, box: `box-${i}`, status: 'counted' as const }
    const row = { ...place, figures: { eligible: 300, ...figuresOf(i) }, digest: 'ab'.repeat(32) }
    yield { statement: { kind: 'import', ...common, round: 1, ...row }, keys: [archivist] }
  }
}

async function* liveCount(): AsyncGenerator<Made> {
  const authority = await keyNamed('authority')
  const { definition, common } = await begun('live', 'country', authority)
  const staff = await Promise.all(Array.from({ length: 18 }, (_, i) => keyNamed(`official ${i}`)))
  yield { statement: definition, keys: [authority] }
  yield {
    statement: { kind: 'areas', ...common, areas: [{ ...named('c'), level: 'country' }] },
    keys: [authority],
  }
  const boxes = Array.from({ length: 4_800 }, (_, i) => ({ id: `box-${i}`, area: 'c', delivered: 300 }))
  for (let i = 0; i < boxes.length; i += 1_000)
    yield { statement: { kind: 'boxes', ...common, boxes: boxes.slice(i, i + 1_000) }, keys: [authority] }
  const roles = staff.map((key, i) => [i === 0 ? 'leader' : 'official', key] as const)
  yield { statement: enrolment(common, roles), keys: [authority] }
  yield { statement: ballot(common), keys: [authority] }
  yield { statement: { kind: 'release', ...common, round: 1 }, keys: [authority] }
  for (const [i, { id: box }] of boxes.entries()) {
    const form = { box, serial: `F-${i}`, blind: i.toString(16).padStart(32, '0'), figures: figuresOf(i) }
    yield { statement: { kind: 'form', ...common, round: 1, ...form }, keys: staff }
  }
}

function figuresOf(i: number) {
  const votes = { 1: 100 + (i % 90), 2: 80 + (i % 70) }
  const valid = votes[1] + votes[2]
  return { issued: valid + 12, taken: valid + 12, invalid: 12, valid, votes }
}

function ballot(common: { readonly definition: string }): Statement {
  const candidates = [1, 2].map(number => ({ number, ...named(`candidate-${number}`) }))
  return { kind: 'ballot', ...common, round: 1, candidates }
}

type Role = Extract<Statement, { kind: 'enrol' }>['keys'][number]['role']

function enrolment(
  common: { readonly definition: string; readonly round: number },
  people: readonly (readonly [Role, SigningKey])[],
): Statement {
  const keys = people.map(([role, { publicKey }], i) => ({ key: toHex(publicKey), role, card: `${i}` }))
  return { kind: 'enrol', ...common, side: 'authority', keys }
}

async function begun(mode: Definition['mode'], lowest: string, authority: SigningKey) {
  const definition: Definition = {
    kind: 'definition',
    round: 0,
    mode,
    name: { en: 'A benchmark' },
    origin,
    vkey: formatVkey(verifierKey(origin, noteKey, (await keyNamed('log')).publicKey)),
    bodies: [
      { ...named('authority'), role: 'authority', keys: [{ key: toHex(authority.publicKey), card: '1' }] },
    ],
    rounds: [{ number: 1, date: '2021-06-06', rule: 'plurality', of: 'valid' }],
    denominators: ['valid', 'taken'],
    levels: lowest === 'country' ? [named('country')] : [named('country'), named(lowest)],
    countedLevel: 'box',
  }
  return { definition, common: { definition: statementId(unwrap(payloadOf(definition))), round: 0 } }
}

async function recordOf(statements: AsyncIterable<Made>) {
  const entries: Uint8Array[] = []
  const triples: Triple[] = []
  for await (const { statement, keys } of statements) {
    const entry = unwrap(await sign(statement, keys))
    const { payload, signatures } = unwrap(decodeEnvelope(entry))
    entries.push(entry)
    const verifying = new Map(
      keys.map(({ publicKey }) => [toHex(sha256(publicKey).subarray(0, 8)), publicKey]),
    )
    for (const { kid, signature } of signatures)
      triples.push({ publicKey: verifying.get(kid)!, message: signedBytes(payload, kid), signature })
  }
  const log = await keyNamed('log')
  const files = await buildLog(entries, noteSigner(origin, log))
  const vkey = formatVkey(verifierKey(origin, noteKey, log.publicKey))
  files.set('policy.txt', new TextEncoder().encode(`log ${vkey}\nquorum none\n`))
  return { entries: entries.length, files, triples }
}

// ── The peer ────────────────────────────────────────────────────────────────────────────────────────────────────────

function threadsWith(triples: readonly Triple[]) {
  return Array.from({ length: threads }, (_, thread) => {
    const worker = new Worker(new URL(import.meta.url))
    const answer = () => new Promise<void>(resolve => worker.once('message', () => resolve()))
    const ready = answer()
    // Copies: of a view, a message would carry the whole buffer.
    const own = triples.filter((_, i) => i % threads === thread)
    worker.postMessage(own.map(({ signature, ...rest }) => ({ ...rest, signature: signature.slice() })))
    const run = () => {
      const done = answer()
      worker.postMessage('run')
      return done
    }
    return { ready, run, end: () => worker.terminate() }
  })
}

function bareLoop(): void {
  let triples: readonly Triple[] = []
  parentPort!.on('message', (message: 'run' | readonly Triple[]) => {
    if (message !== 'run') triples = message
    else
      for (const { publicKey, message, signature } of triples)
        if (!sodiumNative.verify(publicKey, message, signature)) throw new Error('a signature did not verify')
    parentPort!.postMessage('done')
  })
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
