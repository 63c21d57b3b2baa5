/**
 * Verifies a record of 86,488 signed statements (an archive of ballot boxes, with replay) beside the bare loop of the
 * same signature engine over the same signatures, in as many threads. In one run, taken in turns; medians.
 *
 *     npm run bench -- verify-record [--json]
 */
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { type Definition, type Import, type Statement, toHex } from '@countersign/election'
import {
  decodeEnvelope,
  encodeEnvelope,
  payloadOf,
  signedBytes,
  signPayload,
  statementId,
  verify,
} from '@countersign/record'
import { signaturePool } from '@countersign/record/node'
import {
  buildLog,
  formatVkey,
  fromMemory,
  noteKey,
  noteSigner,
  type Result,
  sha256,
  verifierKey,
} from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'

const boxes = 86_488
const areas = 1_900
const rounds = 5
const threads = availableParallelism()

type Triple = { readonly publicKey: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array }

if (isMainThread) await main()
else bareLoop()

async function main(): Promise<void> {
  const { entries, files, triples } = await record()
  const peers = threadsWith(triples)
  await Promise.all(peers.map(({ ready }) => ready))
  const bare: number[] = []
  const whole: number[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push(await timed(() => Promise.all(peers.map(peer => peer.run()))))
    whole.push(await timed(() => verifyWhole(files, entries.length)))
  }
  await Promise.all(peers.map(peer => peer.end()))
  print({ entries: entries.length, threads, bare: median(bare), whole: median(whole), peakMegabytes: peak() })
}

async function verifyWhole(files: ReadonlyMap<string, Uint8Array>, entries: number): Promise<void> {
  const checker = signaturePool(threads)
  const verified = unwrap(await verify(fromMemory(files), { checker, engine: sodiumNative }))
  await checker.close()
  if (!verified.report.intact || verified.report.signatures !== entries)
    throw new Error('the record did not verify')
}

function print(found: {
  entries: number
  threads: number
  bare: number
  whole: number
  peakMegabytes: number
}): void {
  const ratio = found.bare / found.whole
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...found, ratio }))
    return
  }
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`
  console.log(`${found.entries} signed statements, ${found.threads} threads, medians of ${rounds} turns`)
  console.log(`bare loop of the signature engine   ${seconds(found.bare)}`)
  console.log(`verify, with log, schema and replay ${seconds(found.whole)}`)
  console.log(`ratio                               ${ratio.toFixed(3)}`)
  console.log(`peak memory of the process          ${found.peakMegabytes} MB`)
}

// ── The record ──────────────────────────────────────────────────────────────────────────────────────────────────────

async function record() {
  const key = (name: string) => sodiumNative.signingKeyFromSeed(sha256(new TextEncoder().encode(name)))
  const [log, authority, archivist] = await Promise.all([key('log'), key('authority'), key('archivist')])
  const origin = 'countersign.example/bench'
  const vkey = formatVkey(verifierKey(origin, noteKey, log.publicKey))
  const definition = definitionOf(origin, vkey, toHex(authority.publicKey))
  const id = statementId(unwrap(payloadOf(definition)))
  const common = { definition: id, round: 0 }
  const statements: [Statement, typeof authority][] = [
    [definition, authority],
    [
      { kind: 'areas', ...common, areas: [{ id: 'c', level: 'country', name: { en: 'Country' } }] },
      authority,
    ],
    ...Array.from({ length: areas / 100 }, (_, i): [Statement, typeof authority] => [
      { kind: 'areas', ...common, areas: Array.from({ length: 100 }, (_, j) => district(i * 100 + j)) },
      authority,
    ]),
    [
      {
        kind: 'enrol',
        ...common,
        side: 'a',
        keys: [{ key: toHex(archivist.publicKey), role: 'archivist', card: '1' }],
      },
      authority,
    ],
    [
      {
        kind: 'ballot',
        ...common,
        round: 1,
        candidates: [1, 2].map(n => ({ number: n, id: `k${n}`, name: { en: `K${n}` } })),
      },
      authority,
    ],
    ...Array.from({ length: boxes }, (_, i): [Statement, typeof authority] => [rowOf(id, i), archivist]),
  ]
  const entries: Uint8Array[] = []
  const triples: Triple[] = []
  for (const [statement, signer] of statements) {
    const payload = unwrap(payloadOf(statement))
    const signatures = await signPayload(payload, [signer])
    entries.push(unwrap(encodeEnvelope({ payload, signatures })))
    const { kid, signature } = unwrap(decodeEnvelope(entries.at(-1)!)).signatures[0]!
    triples.push({ publicKey: signer.publicKey, message: signedBytes(payload, kid), signature })
  }
  const files = await buildLog(entries, noteSigner(origin, log))
  files.set('policy.txt', new TextEncoder().encode(`log ${vkey}\nquorum none\n`))
  return { entries, files, triples }
}

function district(i: number) {
  return { id: `d${i}`, level: 'district', parent: 'c', name: { en: `District ${i}` } }
}

function rowOf(definition: string, i: number): Import {
  const votes = { 1: 100 + (i % 90), 2: 80 + (i % 70) }
  const valid = votes[1] + votes[2]
  return {
    kind: 'import',
    definition,
    round: 1,
    area: `d${i % areas}`,
    box: `box-${i}`,
    status: 'counted',
    figures: { eligible: 300, issued: valid + 12, taken: valid + 12, invalid: 12, valid, votes },
    digest: 'ab'.repeat(32),
  }
}

function definitionOf(origin: string, vkey: string, key: string): Definition {
  return {
    kind: 'definition',
    round: 0,
    mode: 'archive',
    name: { en: 'A benchmark' },
    origin,
    vkey,
    bodies: [{ id: 'a', role: 'authority', name: { en: 'Archive' }, keys: [{ key, card: '1' }] }],
    rounds: [{ number: 1, date: '2021-06-06', rule: 'plurality', of: 'valid' }],
    denominators: ['valid', 'taken'],
    levels: [
      { id: 'country', name: { en: 'Country' } },
      { id: 'district', name: { en: 'District' } },
    ],
    countedLevel: 'box',
  }
}

// ── The peer ────────────────────────────────────────────────────────────────────────────────────────────────────────

function threadsWith(triples: readonly Triple[]) {
  return Array.from({ length: threads }, (_, thread) => {
    const worker = new Worker(new URL(import.meta.url))
    const answer = () => new Promise<void>(resolve => worker.once('message', () => resolve()))
    const ready = answer()
    worker.postMessage(triples.filter((_, i) => i % threads === thread))
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
    else if (
      !triples.every(({ publicKey, message, signature }) =>
        sodiumNative.verify(publicKey, message, signature),
      )
    )
      throw new Error('a signature did not verify')
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

function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
