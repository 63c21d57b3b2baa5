/**
 * A centre's night, a hundred times as fast: 600 packets in four hours by twelve clerks, over HTTP into a server with
 * its database. Each clerk scans packets in as they come, takes up the next copy, keys it after as long as a person
 * takes, and signs what two have read alike. One copy in ten is misread once; a third person is asked for that line
 * alone. Tells how long a clerk waits for an answer, and fails if one is asked for anything twice. The clerks run in
 * the server's process, so what they wait includes their own work.
 *
 *     npm run bench -- centre [--packets 600] [--json]
 */
import { cpuUsage } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { seeded } from '@countersign/analysis'
import { encodeEnvelope, pageCode, signPayload } from '@countersign/record'
import {
  figuresOf,
  formOf,
  keyNamed,
  type MadeUp,
  publicKeyOf,
  unwrap,
} from '../packages/server/src/fixtures/election.ts'
import { type Answered, aMorning, type TestServer } from '../packages/server/src/fixtures/server.ts'
import { report } from './made-up/report.ts'

const { values: options } = parseArgs({
  options: { packets: { type: 'string', default: '600' }, json: { type: 'boolean' } },
})
const packets = Number(options.packets)
const faster = 100
const hours = (4 * packets) / 600
const clerks = Array.from({ length: 12 }, (_, i) => `clerk ${i + 1}`)
/** Of the shift, until the last packet has come. */
const arriving = 0.9
const misread = 0.1
/** Milliseconds until someone who has nothing to key looks again: half a minute of the shift. */
const idle = 300

type Ask = Awaited<ReturnType<TestServer['as']>>
type Packet = {
  readonly id: string
  readonly box: string
  readonly state: string
  readonly fields?: string[]
}
type Paper = Readonly<Record<string, number | null>>

/** What stands on the copy that came from a box. */
const { votes, ...single } = figuresOf(90, 70, 30, 10)
const paper: Paper = {
  ...Object.fromEntries(Object.entries(single).map(([name, value]) => [`figures.${name}`, value])),
  ...Object.fromEntries(Object.entries(votes!).map(([number, value]) => [`figures.votes.${number}`, value])),
  'figures.checkInsOnPaper': null,
}

const random = seeded(1)
const waits = new Map<string, number[]>()
const keyings = new Map<string, { readonly who: string; readonly lines: number }[]>()
const differing = new Set<string>()
/** Of each copy that someone has finished: where its entry is, and how many have signed its transcript. */
const read = new Map<string, { readonly state: string; signed: number }>()

// Like a browser: a request on a connection that the server has just closed is sent again on a new one.
const { fetch } = globalThis
globalThis.fetch = (...asked) =>
  fetch(...asked).catch((error: TypeError) => {
    if ((error.cause as { readonly code?: string } | undefined)?.code !== 'ECONNRESET') throw error
    return fetch(...asked)
  })

const { server, election } = await aMorning({}, packets)
try {
  await evening(server, election)
  const asked = new Map<string, Ask>()
  for (const name of clerks) asked.set(name, await server.as(name))
  const [start, before] = [performance.now(), cpuUsage()]
  const open = { toSign: packets * 2 }
  await Promise.all(clerks.map((name, i) => shift(name, i, asked.get(name)!, start, open)))
  const { user, system } = cpuUsage(before)
  tell((performance.now() - start) / 1000, (user + system) / 1e6)
} finally {
  await server.end()
}
process.exit(process.exitCode ?? 0)

/** The forms have come from the boxes; the packets are on their way. */
async function evening(server: TestServer, election: MadeUp): Promise<void> {
  const keys = clerks.map((name, i) => ({
    ...{ key: publicKeyOf(name), role: 'clerk' as const, card: `c${i}`, area: 'land' },
  }))
  const enrolled = await election.entry({ kind: 'enrol', round: 0, side: 'ministry', keys }, 'authority')
  await server.send(enrolled, await election.entry({ kind: 'release' }, 'authority'))
  for (let at = 0; at < election.boxes.length; at += 50) {
    const some = election.boxes.slice(at, at + 50)
    const { body } = await server.send(
      ...(await Promise.all(some.map(box => election.entry(formOf(box), ...election.staff(box))))),
    )
    if (!body.results) throw new Error(JSON.stringify(body))
  }
}

/** One clerk, from the first packet until every copy is signed by two. */
async function shift(
  name: string,
  i: number,
  ask: Ask,
  start: number,
  open: { toSign: number },
): Promise<void> {
  const clock = () => (performance.now() - start) / 1000
  const length = (hours * 3600) / faster
  const toScan = election.boxes.filter((_, n) => n % clerks.length === i)
  const comesAt = (n: number) => ((n + random()) / toScan.length) * length * arriving
  const keyed = new Map<string, string>()
  for (let n = 0; open.toSign > 0; ) {
    if (n < toScan.length && clock() >= comesAt(n)) {
      await scan(ask, toScan[n++]!)
      continue
    }
    const next = await waiting('take up the next', () => ask('/centres/next', { json: {} }))
    if (next.status === 200) await keyIn(name, ask, next.body as Packet, keyed)
    const signed = await signRead(name, ask, keyed)
    open.toSign -= signed
    if (next.status !== 200) await pause(idle)
  }
}

async function scan(ask: Ask, box: string): Promise<void> {
  const page = { definition: election.definition, round: 1, copy: 3, page: 1, box, serial: `F-${box}` }
  const { body } = await waiting('scan in', () =>
    ask('/centres/packets', { json: { code: pageCode(page), seals: [`S-${box}`] } }),
  )
  if (body.arrival !== 'taken in') throw new Error(`${box}: ${JSON.stringify(body)}`)
}

/** Reads the lines that are asked for and keys them, as a person does: two seconds a line, and twenty for the paper. */
async function keyIn(name: string, ask: Ask, packet: Packet, keyed: Map<string, string>): Promise<void> {
  const before = keyings.get(packet.id) ?? []
  if (before.some(({ who }) => who === name)) throw new Error(`${name} is asked for ${packet.box} twice`)
  const figures = Object.fromEntries(
    Object.entries(paper).filter(([path]) => packet.fields?.includes(path) ?? true),
  )
  if (before.length === 0 && random() < misread) figures['figures.votes.2'] = 7
  const lines = Object.keys(figures).length
  await pause(((20 + 2 * lines + 40 * random()) * 1000) / faster)
  const step = (step: string, figures: Paper) => () =>
    ask(`/centres/packets/${packet.id}/steps`, { json: { step, figures } })
  await waiting('key a copy', step('key', figures))
  const { body } = await waiting('finish a copy', step('finish', {}))
  keyings.set(packet.id, [...before, { who: name, lines }])
  if (body.state === 'differing') differing.add(packet.id)
  keyed.set(packet.id, packet.box)
  read.set(packet.id, { state: body.state, signed: read.get(packet.id)?.signed ?? 0 })
}

/** Signs the transcripts of copies that one has keyed oneself and two have read alike; how many. */
async function signRead(name: string, ask: Ask, keyed: Map<string, string>): Promise<number> {
  let signedNow = 0
  for (const id of keyed.keys()) {
    const now = read.get(id)!
    if ((now.state !== 'agreeing' && now.state !== 'done') || now.signed === 2) continue
    now.signed++
    keyed.delete(id)
    const { body } = await waiting('get a transcript', () => ask(`/centres/packets/${id}/transcript`))
    const payload = new Uint8Array(Buffer.from(body.payload, 'base64'))
    const signatures = await signPayload(payload, [keyNamed(name)])
    const entry = unwrap(encodeEnvelope({ payload, signatures }))
    const sent = await waiting('record a signature', () => server.send(entry))
    if (!sent.body.results) throw new Error(JSON.stringify(sent.body))
    signedNow++
  }
  return signedNow
}

async function waiting<A extends Pick<Answered, 'status'>>(what: string, ask: () => Promise<A>): Promise<A> {
  const start = performance.now()
  const answer = await ask()
  const all = waits.get(what) ?? []
  all.push(performance.now() - start)
  waits.set(what, all)
  if (answer.status >= 500 || answer.status === 429) throw new Error(`${what}: ${JSON.stringify(answer)}`)
  return answer
}

function tell(seconds: number, processor: number): void {
  const thirds = [...keyings.entries()].filter(([, of]) => of.length > 2)
  const asked = [...keyings.values()].map(of => of.length)
  const wrong = [
    ...(keyings.size === packets ? [] : [`${packets - keyings.size} packets were not keyed`]),
    ...thirds
      .filter(([id]) => !differing.has(id))
      .map(([id]) => `${id} was asked for again, and did not differ`),
    ...thirds
      .filter(([, of]) => of[2]!.lines !== 1)
      .map(([id]) => `${id}: a third keyed more than what differed`),
  ]
  const transcripts = [...server.record.election!.rounds.get(1)!.boxes.values()].filter(box =>
    box.transcripts.some(({ statement }) => statement.figures?.taken === single.taken),
  )
  if (transcripts.length !== packets)
    wrong.push(`${packets - transcripts.length} boxes have no transcript in force`)
  const all = [...waits.values()].flat()
  report(`${packets} packets of one centre, twelve clerks, four hours of 600 packets ${faster} × as fast`, [
    ['the shift took', seconds, 's'],
    ['processor, clerks and server together', processor, 's'],
    ['answers', all.length, ''],
    ...[...waits].flatMap(([what, of]) => [
      [`${what}: half within`, quantile(of, 0.5), 'ms'] as const,
      [`${what}: 99 of 100 within`, quantile(of, 0.99), 'ms'] as const,
    ]),
    ['anything: 99 of 100 within', quantile(all, 0.99), 'ms'],
    ['anything: the longest', Math.max(...all), 'ms'],
    ['copies keyed by two', asked.filter(n => n === 2).length, ''],
    ['copies that differed, one line keyed by a third', thirds.length, ''],
    ['asked for twice', wrong.length, ''],
  ])
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) process.exitCode = 1
}

function quantile(values: readonly number[], q: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(q * values.length) - 1]!
}
