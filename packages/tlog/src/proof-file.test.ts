import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLog } from './build.ts'
import { formatCheckpoint } from './checkpoint.ts'
import { cosign, cosigner } from './cosignature.ts'
import { noble } from './ed25519/noble.ts'
import { cosignerKey, formatVkey, noteKey, verifierKey } from './note/key.ts'
import { formatSignatureLine } from './note/note.ts'
import { noteSigner } from './note/signature.ts'
import { parsePolicy } from './policy.ts'
import { formatProofFile, parseProofFile, verifyProofFile } from './proof-file.ts'
import { readLog } from './reader/reader.ts'
import type { Result } from './result.ts'
import { fromMemory } from './source/memory.ts'
import { utf8 } from './text.ts'
import { leafHash } from './tree/hash.ts'

/** After the example of C2SP tlog-proof, whose signatures are cut short and whose extra data are not base64. */
const example = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJwAA
`

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

test('the specification’s example is read, and written the same', () => {
  const file = value(parseProofFile(example))
  expect(file.index).toBe(73894)
  expect(file.hashes).toHaveLength(5)
  expect(file.extra).toEqual(utf8('age-v1.2.1-darwin-arm64.tar.gz'))
  expect(file.checkpoint.startsWith('example.com/fancylog\n109482\n')).toBe(true)
  expect(formatProofFile(file)).toBe(example)
})

describe('a proof of one entry', async () => {
  const [key, key1, key2] = await Promise.all(
    [1, 2, 3].map(i => noble.signingKeyFromSeed(new Uint8Array(32).fill(i))),
  )
  const vkey = formatVkey(verifierKey('log.example', noteKey, key!.publicKey))
  const entries = Array.from({ length: 300 }, (_, i) => utf8(`entry ${i}`))
  const files = await buildLog(entries, noteSigner('log.example', key!))
  const reader = value(await readLog(fromMemory(files), { vkey }))
  const file = value(await reader.proofFile(299))

  test('is verified with the log’s key alone', async () => {
    expect(await verifyProofFile(utf8(file), entries[299]!, { vkey })).toMatchObject({
      ok: true,
      value: { origin: 'log.example', size: 300, index: 299 },
    })
  })

  test('is verified under a policy where enough witnesses cosigned', async () => {
    const text = formatCheckpoint(reader.checkpoint)
    const line1 = formatSignatureLine(await cosign(text, 5, cosigner('w1', key1!)))
    const line2 = formatSignatureLine(await cosign(text, 6, cosigner('w2', key2!)))
    const witness = (name: string, k: typeof key) =>
      `witness ${name} ${formatVkey(verifierKey(name, cosignerKey, k!.publicKey))}\n`
    const policy = value(
      parsePolicy(
        `log ${vkey}\n${witness('w1', key1)}${witness('w2', key2)}group both all w1 w2\nquorum both\n`,
      ),
    )
    expect(await verifyProofFile(`${file}${line1}${line2}`, entries[299]!, { policy })).toMatchObject({
      ok: true,
    })
    expect(await verifyProofFile(`${file}${line1}`, entries[299]!, { policy })).toMatchObject({
      refusal: { code: 'quorum-not-met', message: 'The policy asks for both; w1 cosigned.' },
    })
  })

  test('proves nothing else', async () => {
    const parsed = value(parseProofFile(file))
    const otherIndex = formatProofFile({ ...parsed, index: 298 })
    const shorter = formatProofFile({ ...parsed, hashes: parsed.hashes.slice(1) })
    const longer = formatProofFile({ ...parsed, hashes: [...parsed.hashes, leafHash(utf8(''))] })
    const beyond = formatProofFile({ ...parsed, index: 300 })
    for (const wrong of [otherIndex, shorter, longer, beyond])
      expect(await verifyProofFile(wrong, entries[299]!, { vkey })).toMatchObject({
        refusal: { code: 'bad-proof' },
      })
    expect(await verifyProofFile(file, entries[298]!, { vkey })).toMatchObject({
      refusal: { code: 'bad-proof' },
    })
  })

  test('with any byte changed it is refused, unless by a log or a signer that is not known', async () => {
    const bytes = utf8(file)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = bytes.slice()
        changed[at]! ^= mask
        expect((await verifyProofFile(changed, entries[299]!, { vkey })).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

test.for([
  ['another version', example.replace('@v1', '@v2'), 1],
  ['no index', example.replace('index 73894\n', ''), 3],
  ['an index with a leading zero', example.replace('73894', '073894'), 3],
  ['extra data that are not base64', example.replace('extra Y', 'extra _'), 2],
  ['a short hash', example.replace('gSKyXoYZ', ''), 4],
  [
    '54 hashes',
    example.replace(/(?<=73894\n)/, 'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n'.repeat(49)),
    57,
  ],
  ['no blank line', 'c2sp.org/tlog-proof@v1\nindex 1\n', undefined],
] as const)('refused: %s', ([, text, line]) => {
  const where = line === undefined ? {} : { where: { line } }
  expect(parseProofFile(text)).toMatchObject({ refusal: { code: 'bad-proof-file', ...where } })
})

test('whatever is written is read the same; anything else is refused or read as what it is', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
  const proofs = fc.record(
    {
      extra: fc.uint8Array(),
      index: fc.maxSafeNat(),
      hashes: fc.array(hash, { maxLength: 53 }),
      checkpoint: fc.string({ unit: 'grapheme' }),
    },
    { requiredKeys: ['index', 'hashes', 'checkpoint'] },
  )
  fc.assert(
    fc.property(proofs, proof => {
      expect(parseProofFile(formatProofFile(proof))).toEqual({ ok: true, value: { ...proof } })
    }),
  )
  const mutated = fc
    .tuple(fc.nat(example.length), fc.string({ maxLength: 3 }), fc.nat(3))
    .map(([at, put, cut]) => example.slice(0, at) + put + example.slice(at + cut))
  fc.assert(
    fc.property(fc.oneof(mutated, fc.string({ unit: 'binary' }), fc.uint8Array()), file => {
      const parsed = parseProofFile(file)
      if (parsed.ok)
        expect(utf8(formatProofFile(parsed.value))).toEqual(typeof file === 'string' ? utf8(file) : file)
      else expect(['bad-proof-file', 'not-utf8']).toContain(parsed.refusal.code)
    }),
    { numRuns: 2000 },
  )
})
