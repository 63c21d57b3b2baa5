import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { buildVerifier, LogFolder, runVerifier, type Verdict, verdictOf } from './go.ts'
import { type Files, log, logOf, someEntries, witnesses } from './log.ts'
import { bundleMutations, changedEntries } from './mutations/bundles.ts'
import { checkpointMutations } from './mutations/checkpoints.ts'
import { logMutations } from './mutations/logs.ts'
import { type Change, fileOf, joined, type Mutation, refused } from './mutations/mutation.ts'
import { changedHashes, fullTilesInstead, tileMutations } from './mutations/tiles.ts'
import { ourVerdict } from './ours.ts'

const go = inject('go')
const temporary = mkdtempSync(join(tmpdir(), 'agreement-'))
const keys = ['-vkey', log.vkey, ...witnesses.flatMap(({ vkey }) => ['-cosigner', vkey])]
let program: string

beforeAll(async () => {
  if (go.path !== undefined) program = await buildVerifier(go.path, temporary)
})
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

// Sizes at which a tile or a level begins or ends.
describe.each([1, 255, 256, 257, 65_536, 70_000])('a log of %i entries', size => {
  const testLog = logOf(someEntries(size))
  const folder = new LogFolder(join(temporary, String(size)), testLog.files)

  test('is found intact by both', async ({ skip }) => {
    skip(go.missing !== undefined, go.missing)
    const report = await runVerifier(program, [...keys, folder.path])
    expect(report).toMatchObject({ exit: 0, ok: true, size, failure: null, notCovered: [] })
    expect(report.root).toBe(Buffer.from(testLog.root).toString('base64'))
    expect(report.cosigners?.map(({ name }) => name)).toEqual(witnesses.map(({ name }) => name))
    expect(await ourVerdict(testLog.files)).toEqual({ intact: true, notCovered: [] })
  })

  // A large log has all its levels, a small one is quick: each is changed in what it is good for.
  const mutations =
    size > 10_000
      ? [
          ...changedHashes(testLog),
          ...fullTilesInstead(testLog),
          ...changedEntries(testLog),
          ...logMutations(testLog),
        ]
      : [
          ...tileMutations(testLog),
          ...bundleMutations(testLog),
          ...checkpointMutations(testLog),
          ...logMutations(testLog),
        ]

  // threat: disagreement
  test(`${mutations.length} mutations of it are judged alike by both`, { timeout: 300_000 }, async ({
    skip,
  }) => {
    skip(go.missing !== undefined, go.missing)
    const wrong = []
    for (const mutation of mutations) wrong.push(...(await misjudged(testLog.files, folder, mutation)))
    expect(wrong).toEqual([])
  })
})

test('any part of any file cut out, doubled or overwritten is found by both', { timeout: 300_000 }, async ({
  skip,
}) => {
  skip(go.missing !== undefined, go.missing)
  const { files } = logOf(someEntries(300))
  const folder = new LogFolder(join(temporary, 'random'), files)
  const mutation = fc
    .record({
      path: fc.constantFrom(...files.keys()),
      at: fc.nat(),
      length: fc.integer({ min: 1, max: 40 }),
      instead: fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constant('itself twice')),
    })
    .map(({ path, at, length, instead }) => {
      const bytes = fileOf({ files }, path)
      const start = at % bytes.length
      const part = bytes.subarray(start, start + length)
      const put = instead === 'itself twice' ? joined(part, part) : instead
      const changed = joined(bytes.subarray(0, start), put, bytes.subarray(start + length))
      return {
        ...refused(path, `${length} bytes from ${start}`, changed),
        same: Buffer.compare(changed, bytes) === 0,
      }
    })
    .filter(({ same }) => !same)
  await fc.assert(
    fc.asyncProperty(mutation, async each => {
      expect(await misjudged(files, folder, each)).toEqual([])
    }),
    { numRuns: 500, seed: 20_240_628 },
  )
})

/** What either verifier says of a mutation that the specifications do not. */
async function misjudged(files: Files, folder: LogFolder, mutation: Mutation): Promise<readonly string[]> {
  const [second, ours] = await Promise.all([
    secondVerdict(folder, mutation),
    ourVerdict(changed(files, mutation.change), mutation.old),
  ])
  return [...departure('the second', second, mutation), ...departure('ours', ours, mutation)]
}

async function secondVerdict(folder: LogFolder, { change, old }: Mutation): Promise<Verdict> {
  const file = join(temporary, 'old')
  if (old) writeFileSync(file, old)
  const args = [...keys, ...(old ? ['-old', file] : []), folder.path]
  return folder.changed(change, async () => verdictOf(await runVerifier(program, args)))
}

function departure(
  who: string,
  verdict: Verdict,
  { name, verdict: wanted, path, index }: Mutation,
): string[] {
  const says = verdict.intact ? 'intact' : 'refused'
  const place = `${verdict.path} [${verdict.index}]`
  if (says !== wanted) return [`${name}: ${who} says ${says} at ${place}: ${verdict.message}`]
  const samePlace = (path ?? verdict.path) === verdict.path && (index ?? verdict.index) === verdict.index
  return samePlace ? [] : [`${name}: ${who} names ${place}, not ${path} [${index}]`]
}

function changed(files: Files, change: Change): Files {
  const all = new Map(files)
  for (const [path, bytes] of Object.entries(change)) {
    if (bytes === undefined) all.delete(path)
    else all.set(path, bytes)
  }
  return all
}
