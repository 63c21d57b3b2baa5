import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { ed25519 } from './ed25519/available.ts'
import { formatVkey, noteKey, verifierKey } from './note/key.ts'
import { parseNote, signNote } from './note/note.ts'
import { noteSigner } from './note/signature.ts'
import { toBase64 } from './text.ts'
import { emptyRoot } from './tree/hash.ts'

const vectors = inject('vectors')

/** The example of C2SP tlog-checkpoint. */
const behindTheSofa = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`

test('the specification’s example is read', () => {
  const note = parseNote(behindTheSofa)
  if (!note.ok) throw new Error(note.refusal.message)
  const checkpoint = parseCheckpoint(note.value.text)
  if (!checkpoint.ok) throw new Error(checkpoint.refusal.message)
  expect(checkpoint.value).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 })
  expect(toBase64(checkpoint.value.root)).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=')
  expect(formatCheckpoint(checkpoint.value)).toBe(note.value.text)
})

test('the 16 checkpoints of a tessera log open, each with its size', async ({ skip }) => {
  skip(vectors.missing !== undefined, vectors.missing)
  const folder = join(vectors.path!, 'tessera-log')
  const vkey = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx'
  for (let size = 0; size <= 15; size++) {
    const note = readFileSync(join(folder, `checkpoint.${size}`))
    expect(await openCheckpoint(note, vkey)).toMatchObject({ ok: true, value: { size } })
    const changed = note.toString().replace(`\n${size}\n`, `\n${size + 1}\n`)
    expect(await openCheckpoint(changed, vkey)).toMatchObject({ refusal: { code: 'bad-signature' } })
  }
})

describe('a checkpoint of our own', async () => {
  const key = await ed25519.signingKeyFromSeed(new Uint8Array(32).fill(3))
  const head = { origin: 'log.example/42', size: 7, root: emptyRoot }
  const vkey = (name: string) => formatVkey(verifierKey(name, noteKey, key.publicKey))

  test('is opened with its verifier key', async () => {
    const note = await signCheckpoint(head, noteSigner('log.example/42', key))
    const opened = await openCheckpoint(note, vkey('log.example/42'))
    expect(opened).toMatchObject({ ok: true, value: head })
  })

  test('is not opened with another log’s', async () => {
    const note = await signCheckpoint(head, noteSigner('log.example/42', key))
    expect(await openCheckpoint(note, vkey('log.example/43'))).toMatchObject({
      refusal: { code: 'no-known-signature' },
    })
  })

  test('is refused where its origin is not its key’s name', async () => {
    const note = await signNote(formatCheckpoint(head), noteSigner('other.example', key))
    expect(await openCheckpoint(note, vkey('other.example'))).toMatchObject({
      refusal: { code: 'other-origin' },
    })
  })
})

test.for([
  ['no last newline', 'a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
  ['two lines', 'a\n1\n'],
  ['an empty origin', '\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
  ['a leading zero', 'a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
  ['a sign', 'a\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
  ['a size past 2^53', 'a\n9007199254740992\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
  ['a short root', 'a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n'],
  ['a root with bits to spare', 'a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n'],
  ['an empty extension line', 'a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n'],
])('refused: %s', ([, text]) => {
  expect(parseCheckpoint(text!)).toMatchObject({ ok: false, refusal: { code: 'bad-checkpoint' } })
})

test('whatever is read is written the same; nothing else than a refusal comes of anything', () => {
  const line = fc.string({ minLength: 1, unit: 'grapheme' }).filter(text => !text.includes('\n'))
  const checkpoints = fc.record(
    {
      origin: line,
      size: fc.maxSafeNat(),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      extensions: fc.array(line, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['origin', 'size', 'root'] },
  )
  fc.assert(
    fc.property(checkpoints, checkpoint => {
      expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual({ ok: true, value: { ...checkpoint } })
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const parsed = parseCheckpoint(text)
      if (parsed.ok) expect(formatCheckpoint(parsed.value)).toBe(text)
      else expect(parsed.refusal.code).toBe('bad-checkpoint')
    }),
  )
})
