import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Election } from '@countersign/election'
import { aForm, aLiveElection, boxIds, type Live, open, report } from '@countersign/election/made-up'
import { sha256 } from '@countersign/tlog'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { readManifest } from './manifest.ts'
import { type Publication, publish } from './publish.ts'

const folder = mkdtempSync(join(tmpdir(), 'countersign-publish-'))
afterAll(() => rmSync(folder, { recursive: true }))

const record = join(folder, 'record')
const site = join(folder, 'site')
const utf8 = new TextEncoder()

/** The evening's first states of an election: each has one form more. */
function* states(): Generator<Election> {
  const live: Live = aLiveElection(sha256)
  for (const box of boxIds) open(live, box)
  live.say({ kind: 'release', round: 1 } as never, 'authority')
  for (const [i, box] of boxIds.entries()) {
    report(live, box, { figures: aForm(100 + i, 50, 20, 5) })
    yield live.log.replay()
  }
}
const [first, second, third] = [...states()] as [Election, Election, Election]

function publication(election: Election, rest: Partial<Publication> = {}): Publication {
  return {
    record,
    folder: site,
    checkpoint: utf8.encode(`checkpoint of ${election.size}`),
    policy: utf8.encode('policy'),
    election,
    root: `root of ${election.size}`,
    grade: 'unwitnessed',
    exports: true,
    ...rest,
  }
}

function published(election: Election, rest: Partial<Publication> = {}) {
  const done = publish(publication(election, rest))
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

/** Every file of a version by its path there. */
function version(size: number, of = site): Map<string, string> {
  const path = join(of, 'derived', String(size))
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = files.map(entry => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map(file => [file.slice(path.length + 1), readFileSync(file, 'latin1')]))
}

const latest = () => JSON.parse(readFileSync(join(site, 'derived/latest.json'), 'utf8'))

beforeEach(() => {
  rmSync(site, { recursive: true, force: true })
})

/** An interruption at the n-th file: what a killed process leaves, its own lock included. */
function interruptedAt(n: number, election: Election): boolean {
  try {
    published(election, {
      progress: (_, done) => {
        if (done === n) throw new Error('interrupted')
      },
    })
    return false
  } catch (error) {
    expect((error as Error).message).toBe('interrupted')
    return true
  }
}

test('interrupted at any file, the former publication is as it was, and the next run makes the new one whole', () => {
  const whole = join(folder, 'whole')
  published(second, { folder: whole })
  const expected = version(second.size, whole)
  published(first)
  const former = version(first.size)
  let n = 1
  for (; interruptedAt(n, second); n += 3) {
    expect(latest().treeSize).toBe(first.size)
    expect(readFileSync(join(site, 'checkpoint'), 'utf8')).toBe(`checkpoint of ${first.size}`)
    expect(version(first.size)).toEqual(former)
    expect(existsSync(join(site, 'derived', String(second.size)))).toBe(false)
  }
  expect(n).toBeGreaterThan(expected.size)
  expect(latest().treeSize).toBe(second.size)
  expect(version(second.size)).toEqual(expected)
  expect(readdirSync(join(site, 'derived')).filter(name => name.includes('.u'))).toEqual([])
})

test('what an interrupted run wrote wrongly, or too much, is put right', () => {
  published(first)
  interruptedAt(20, second)
  const unfinished = join(site, 'derived', `${second.size}.unfinished`)
  writeFileSync(join(unfinished, 'areas/land.json'), '{"half":')
  writeFileSync(join(unfinished, 'areas/elsewhere.json'), '{}')
  published(second)
  const whole = join(folder, 'whole2')
  published(second, { folder: whole })
  expect(version(second.size)).toEqual(version(second.size, whole))
})

test('a version that is there already is only replaced whole', () => {
  published(first, { exports: false })
  const plain = version(first.size)
  const again = published(first)
  expect(again.written).toBe(again.exports.length)
  for (const [path, bytes] of plain) expect(version(first.size).get(path)).toBe(bytes)
})

test('between two renamings of the same version nothing is lost', () => {
  published(first)
  const files = version(first.size)
  const place = join(site, 'derived', String(first.size))
  // As a process leaves it that was killed after the first of them.
  renameSync(place, `${place}.old`)
  interruptedAt(1, first)
  expect(version(first.size)).toEqual(files)
  // And after the second.
  cpSync(place, `${place}.old`, { recursive: true })
  published(first)
  expect(version(first.size)).toEqual(files)
  expect(existsSync(`${place}.old`)).toBe(false)
})

test('a file that was changed or removed on the disk is known by its hash where it is shared', () => {
  published(first)
  const { files } = readManifest(site)!
  rmSync(join(site, 'derived', String(first.size), 'areas/west.json'))
  published(second)
  const whole = join(folder, 'whole3')
  published(second, { folder: whole })
  expect(Object.keys(files)).toContain('areas/west.json')
  expect(version(second.size)).toEqual(version(second.size, whole))
})

test('the newest versions are kept, as many as are wanted', () => {
  for (const election of [first, second, third]) published(election, { keep: 1, exports: false })
  expect(readdirSync(join(site, 'derived')).sort()).toEqual([String(third.size), 'latest.json'].sort())
})

test('an earlier version is not published over a later one', () => {
  published(second)
  expect(publish(publication(first))).toMatchObject({ ok: false, refusal: { code: 'older' } })
  expect(latest().treeSize).toBe(second.size)
})

test('one box more: only its chunk, and what has figures of what lies above it, are written', () => {
  published(first, { exports: false })
  const before = version(first.size)
  const { written } = published(second, { exports: false })
  const changed = [...version(second.size)].filter(([path, bytes]) => before.get(path) !== bytes)
  expect(written).toBe(changed.length)
  expect(changed.map(([path]) => path).filter(path => /^(boxes|statements)\/west/.test(path))).toEqual([])
  expect(changed.map(([path]) => path)).toEqual(
    expect.arrayContaining(['areas/east.json', 'areas/land.json', 'boxes/east.0.json', 'election.json']),
  )
})

test('a file that a ruling takes from view leaves the site, and comes back by another', () => {
  const live = aLiveElection(sha256)
  for (const box of boxIds) open(live, box)
  const digest = 'ab'.repeat(32)
  const blob = join('blob/sha256', digest)
  mkdirSync(join(record, 'blob/sha256'), { recursive: true })
  writeFileSync(join(record, blob), 'a photograph')
  const published = () => {
    publish(publication(live.log.replay()))
    return existsSync(join(site, blob))
  }
  const rule = (decision: 'annul' | 'accept') =>
    live.say(
      { kind: 'ruling', round: 1, decision, blob: digest, explanation: 'A name.' },
      ...['authority', 'council'],
    )
  expect(published()).toBe(true)
  rule('annul')
  expect(published()).toBe(false)
  expect(existsSync(join(record, blob))).toBe(true)
  rule('accept')
  expect(published()).toBe(true)
})
