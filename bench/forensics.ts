/**
 * The forensic suite on a synthetic country of 95,100 boxes and seven candidates, the exact test of whole percentages
 * in it, and the same test's expectation by scipy's exact binomial tails on a part of the boxes, in the same run. The two
 * expectations must be equal. The suite also in Chromium, where there is one.
 *
 *     npm run bench -- forensics [--json]
 */
import { spawnSync } from 'node:child_process'
import { seeded } from '@countersign/analysis'
import { type Protocols, protocolsOf, wholePercentages } from '@countersign/analysis/forensics'
import { cleanElection } from '@countersign/simulation'
import { build } from 'vite'
import { launchChromium } from '../.ci/test/browser.ts'
import { chromium } from '../.ci/test/found.ts'
import { country, suiteTime } from './made-up/large-country.ts'
import { type Line, median, report, timed } from './made-up/report.ts'

const rounds = 3
const forPeer = 3_000
const rows = cleanElection(country, seeded(1))
const protocols = protocolsOf(rows)
const some = first(protocols, forPeer)

const suite: number[] = []
const whole: number[] = []
const part: number[] = []
const theirs: number[] = []
let reason: string | undefined
for (let i = 0; i < rounds; i++) {
  suite.push(suiteTime())
  whole.push((await timed(() => wholePercentages(protocols)))[0])
  const [time, found] = await timed(() => wholePercentages(some))
  part.push(time)
  const peer = scipy(some)
  if (typeof peer === 'string') reason = peer
  else {
    theirs.push(peer.milliseconds)
    if (Math.abs(peer.expected - found.share.expected) > 1e-6)
      throw new Error(`the expectations differ: ${found.share.expected} and ${peer.expected}`)
  }
}
const inBrowser = await browserTime()
report(`Forensics of ${rows.length.toLocaleString('en')} synthetic boxes, ${rounds} rounds, medians`, [
  ['the whole suite', median(suite), 'ms'],
  ...(inBrowser === undefined ? [] : ([['the same in Chromium, once', inBrowser, 'ms']] satisfies Line[])),
  ['whole percentages, exactly, share and turnout', median(whole), 'ms'],
  [`the same, ${forPeer} boxes`, median(part), 'ms'],
  ...(theirs.length > 0
    ? ([
        [`scipy.stats.binom, ${forPeer} boxes, share alone`, median(theirs), 'ms'],
        ['ours / scipy', median(part) / median(theirs), '×'],
      ] satisfies Line[])
    : []),
])
if (reason !== undefined) console.error(`Without a peer: ${reason}.`)

function first({ leader, found, issued, eligible, rows }: Protocols, n: number): Protocols {
  const [a, b, c, d] = [leader, found, issued, eligible].map(column => column.slice(0, n))
  return { leader: a!, found: b!, issued: c!, eligible: d!, rows: rows.slice(0, n) }
}

/** The expected number of whole percentages of the leader's share, by scipy; or why it is not to be had. */
function scipy({ leader, found, issued, eligible }: Protocols) {
  const program = `
import json, sys, time
import numpy as np
from scipy.stats import binom
L, R, G, V = (np.array(c) for c in json.load(sys.stdin))
keep = (V >= 100) & (R > 0) & (100 * G <= 99 * V) & (100 * L <= 99 * R)
x, n = L[keep], R[keep]
start = time.perf_counter()
total = 0.0
for k in range(101):
    low = -((-(20 * k - 1) * n) // 2000)
    high = ((20 * k + 1) * n) // 2000
    total += (binom.cdf(high, n, x / n) - binom.cdf(low - 1, n, x / n)).sum()
print(json.dumps({"expected": float(total), "milliseconds": 1000 * (time.perf_counter() - start)}))
`
  const input = JSON.stringify([leader, found, issued, eligible].map(column => Array.from(column)))
  const ran = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' })
  if (ran.status !== 0) return 'python3 with scipy is not on this machine'
  return JSON.parse(ran.stdout) as { readonly expected: number; readonly milliseconds: number }
}

/** Milliseconds of the suite in a page of Chromium; undefined where there is none. */
async function browserTime(): Promise<number | undefined> {
  const found = chromium()
  if (found.path === undefined) return undefined
  const entry = `${import.meta.dirname}/made-up/large-country.ts`
  const lib = { entry, formats: ['iife' as const], name: 'bench', fileName: 'bench' }
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } })
  const [{ output }] = built as unknown as readonly [
    { readonly output: readonly { readonly code: string }[] },
  ]
  const browser = await launchChromium(found.path)
  try {
    const page = await browser.newPage()
    await page.evaluate(output[0]!.code.replace('var bench', 'globalThis.bench'))
    return await page.evaluate('bench.suiteTime()')
  } finally {
    await browser.close()
  }
}
