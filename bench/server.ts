/**
 * Forms of eighteen signatures through HTTP into the log of a server in a process of its own: how many a second when
 * they come as fast as they are taken, beside the rate at which a bare loop of the same engine verifies as many
 * signatures in as many threads, by turns in one run; and how long it takes from sending one until a checkpoint covers
 * it, when a hundred come each second. Every form is checked in full: its signatures, its place, its schema, the state.
 *
 *     npm run bench -- server [--json]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fromHex } from '@countersign/election'
import { decodeEnvelope } from '@countersign/record'
import { signaturePool } from '@countersign/record/node'
import {
  formOf,
  kidNamed,
  madeUpElection,
  publicKeyOf,
  unwrap,
} from '../packages/server/src/fixtures/election.ts'
import { sendTo } from '../packages/server/src/fixtures/server.ts'

const threads = availableParallelism()
const flood = 1_500
const steady = { aSecond: 100, seconds: 10 }
const inFlight = 64
const agent = new Agent({ keepAlive: true, maxSockets: 256 })

const data = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
const child = spawn(
  process.execPath,
  [join(import.meta.dirname, '../packages/server/src/fixtures/killed.ts'), data, String(threads)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
try {
  await main(child)
} finally {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
  rmSync(data, { recursive: true, force: true })
}

async function main(child: ChildProcess): Promise<void> {
  const log = await started(child)
  const election = await madeUpElection(log, { boxes: flood + steady.aSecond * steady.seconds })
  for (let at = 0; at < election.entries.length; at += 500) {
    const { body } = await sendTo(log.address, election.entries.slice(at, at + 500))
    if (!body.results || body.results.some(({ refusal }) => refusal))
      throw new Error(JSON.stringify(body).slice(0, 500))
  }
  await sendTo(log.address, [await election.entry({ kind: 'release' }, 'authority')])
  const forms: Uint8Array[] = []
  for (const box of election.boxes) forms.push(await election.entry(formOf(box), ...election.staff(box)))
  const keys = new Map(
    election.boxes.flatMap(box => election.staff(box)).map(who => [kidNamed(who), fromHex(publicKeyOf(who))]),
  )

  const bareBefore = await bare(forms.slice(0, flood), keys)
  const flooded = await floodWith(log.address, forms.slice(0, flood), child.pid!)
  const bareAfter = await bare(forms.slice(0, flood), keys)
  const waits = await steadily(log.address, forms.slice(flood))
  tell({
    threads,
    formsASecond: flood / flooded.seconds,
    cpuAForm: flooded.cpu / flood,
    bareFormsASecond: (2 * flood) / (bareBefore.seconds + bareAfter.seconds),
    bareCpuAForm: (bareBefore.cpu + bareAfter.cpu) / 2 / flood,
    steady: { ...steady, p50: quantile(waits, 0.5), p99: quantile(waits, 0.99), worst: Math.max(...waits) },
  })
}

async function started(child: ChildProcess) {
  for await (const line of createInterface({ input: child.stdout! }))
    return JSON.parse(line) as { address: string; origin: string; vkey: string; operator: string }
  throw new Error('the server did not start')
}

/** Seconds, by the clock and of processor time, that the signatures of these forms take the threads, and nothing else. */
async function bare(forms: readonly Uint8Array[], keys: ReadonlyMap<string, Uint8Array>) {
  const pool = signaturePool(threads)
  const signed = forms.map(form => {
    const { payload, signatures } = unwrap(decodeEnvelope(form))
    return { payload, signatures: signatures.map(each => ({ ...each, publicKey: keys.get(each.kid)! })) }
  })
  await pool.check(signed.slice(0, 10))
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const batches = Array.from({ length: Math.ceil(signed.length / 28) }, (_, i) =>
    signed.slice(i * 28, (i + 1) * 28),
  )
  const bad = await Promise.all(batches.map(batch => pool.check(batch)))
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  if (bad.flat().length > 0) throw new Error('a signature of ours does not verify')
  await pool.close()
  return { seconds, cpu: (user + system) / 1e6 }
}

/** Sends one form in a request of its own; resolves with its index. */
function send(address: string, form: Uint8Array): Promise<number> {
  return new Promise((done, fail) => {
    const headers = { 'Content-Type': 'application/cose', 'Content-Length': form.length }
    const asked = request(`${address}/statements`, { method: 'POST', agent, headers }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', part => {
        text += part
      })
      response.on('end', () => {
        if (response.statusCode !== 200) return fail(new Error(`${response.statusCode} ${text}`))
        done((JSON.parse(text) as { results: { index: number }[] }).results[0]!.index)
      })
    })
    asked.on('error', fail)
    asked.end(form)
  })
}

async function floodWith(address: string, forms: readonly Uint8Array[], pid: number) {
  const [start, cpu] = [performance.now(), cpuOf(pid)]
  let next = 0
  const relay = async () => {
    while (next < forms.length) await send(address, forms[next++]!)
  }
  await Promise.all(Array.from({ length: inFlight }, relay))
  return { seconds: (performance.now() - start) / 1000, cpu: cpuOf(pid) - cpu }
}

/** Seconds of processor time that a process has used, where the system tells; else none. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

/** Sends forms at their times, whether or not those before are answered; seconds until a checkpoint covers each. */
async function steadily(address: string, forms: readonly Uint8Array[]): Promise<readonly number[]> {
  const sent: { readonly at: number; readonly index: number }[] = []
  const waits: number[] = []
  const ending = new AbortController()
  const heard = hearCheckpoints(address, ending.signal, size => {
    for (let i = sent.length - 1; i >= 0; i--)
      if (sent[i]!.index < size) waits.push((performance.now() - sent.splice(i, 1)[0]!.at) / 1000)
  })
  await pause(500)
  const start = performance.now()
  const answers = forms.map(async (form, i) => {
    await pause(Math.max(0, start + (i * 1000) / steady.aSecond - performance.now()))
    const at = performance.now()
    const index = await send(address, form)
    sent.push({ at, index })
  })
  await Promise.all(answers)
  for (let tries = 0; waits.length < forms.length && tries < 100; tries++) await pause(100)
  ending.abort()
  await heard
  if (waits.length < forms.length) throw new Error(`${forms.length - waits.length} forms under no checkpoint`)
  return waits
}

async function hearCheckpoints(
  address: string,
  signal: AbortSignal,
  hear: (size: number) => void,
): Promise<void> {
  const response = await fetch(`${address}/events`, { signal })
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body!)
      for (const [, size] of decoder.decode(chunk).matchAll(/event: checkpoint\ndata: \{"size":(\d+)\}/g))
        hear(Number(size))
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

function quantile(values: readonly number[], q: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(q * values.length) - 1]!
}

type Found = {
  readonly threads: number
  readonly formsASecond: number
  readonly cpuAForm: number
  readonly bareFormsASecond: number
  readonly bareCpuAForm: number
  readonly steady: typeof steady & { readonly p50: number; readonly p99: number; readonly worst: number }
}

function tell(found: Found): void {
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(found))
    return
  }
  const { formsASecond, bareFormsASecond, cpuAForm, bareCpuAForm, steady } = found
  console.log(`${threads} threads; the server and who sends share the machine`)
  console.log(
    `  through HTTP into the log   ${formsASecond.toFixed(0)} forms a second, ${(cpuAForm * 1000).toFixed(2)} ms of processor a form`,
  )
  console.log(
    `  the bare signature loop     ${bareFormsASecond.toFixed(0)} forms a second, ${(bareCpuAForm * 1000).toFixed(2)} ms of processor a form; ratio ${(formsASecond / bareFormsASecond).toFixed(2)}, of processor time ${(bareCpuAForm / cpuAForm).toFixed(2)}`,
  )
  console.log(
    `  at ${steady.aSecond} forms a second, until a checkpoint: half ${steady.p50.toFixed(2)} s, 99 of 100 ${steady.p99.toFixed(2)} s, worst ${steady.worst.toFixed(2)} s`,
  )
}
