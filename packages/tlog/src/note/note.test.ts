import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ed25519 } from '../ed25519/available.ts'
import { noble } from '../ed25519/noble.ts'
import { utf8 } from '../text.ts'
import {
  formatSkey,
  formatVkey,
  hasControlCharacter,
  isKeyName,
  keyIdOf,
  noteKey,
  parseSkey,
  parseVkey,
  type SignerKey,
  verifierKey,
} from './key.ts'
import { formatNote, maxSignatures, openNote, parseNote, signNote } from './note.ts'
import { noteSigner, noteSignerFrom, noteVerifier } from './signature.ts'

/** The example of C2SP signed-note. */
const sera = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`

/** A note, its signer's and verifier's keys: the example in the documentation of Go's note package. */
const peterNeumann = {
  skey: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  note: `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`,
}

test('the specification’s example is read, and written the same', () => {
  const note = parseNote(sera)
  if (!note.ok) throw new Error(note.refusal.message)
  expect(note.value.text.endsWith('\n\ned è subito sera.\n')).toBe(true)
  expect(note.value.signatures).toMatchObject([{ name: 'quasimodo.example/salvatore', keyId: 0x367ba04b }])
  expect(note.value.signatures[0]!.signature).toHaveLength(64)
  expect(formatNote(note.value)).toBe(sera)
})

test('the specification’s example key opens its note', async () => {
  const verifier = noteVerifier('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')
  const note = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`
  if (!verifier.ok) throw new Error(verifier.refusal.message)
  expect(await openNote(note, [verifier.value])).toMatchObject({ ok: true })
  const other = note.replace('an example', 'another')
  expect(await openNote(other, [verifier.value])).toMatchObject({ refusal: { code: 'bad-signature' } })
})

test('Go’s example is signed and opened the same', async () => {
  const signer = await noteSignerFrom(peterNeumann.skey)
  const verifier = noteVerifier(peterNeumann.vkey)
  if (!signer.ok || !verifier.ok) throw new Error('the keys are good')
  expect(await signNote(peterNeumann.text, signer.value)).toBe(peterNeumann.note)
  expect(await openNote(utf8(peterNeumann.note), [verifier.value])).toMatchObject({
    ok: true,
    value: { text: peterNeumann.text, verified: [{ name: 'PeterNeumann' }] },
  })
})

describe('opening', async () => {
  const [alice, bob] = await Promise.all(['alice', 'bob'].map(signerNamed))
  const text = 'a text\n'
  const note = await signNote(text, alice!.signer, bob!.signer)
  const [aliceLine, bobLine] = note.slice(text.length + 1).split(/(?<=\n)/) as [string, string]

  async function signerNamed(name: string, i: number) {
    const key = await noble.signingKeyFromSeed(new Uint8Array(32).fill(i + 1))
    const verifier = noteVerifier(formatVkey(verifierKey(name, noteKey, key.publicKey)))
    if (!verifier.ok) throw new Error(verifier.refusal.message)
    return { signer: noteSigner(name, key), verifier: verifier.value }
  }

  test('unknown keys are passed over, in whatever order', async () => {
    const opened = await openNote(`${text}\n${bobLine}${aliceLine}`, [alice!.verifier])
    expect(opened).toMatchObject({ ok: true, value: { verified: [{ name: 'alice' }] } })
  })

  test('a key of the same name or the same ID, but not both, is unknown', async () => {
    const otherId = { ...alice!.verifier, keyId: 1 }
    const otherName = { ...alice!.verifier, name: 'alicia' }
    for (const verifier of [otherId, otherName])
      expect(await openNote(note, [verifier])).toMatchObject({ refusal: { code: 'no-known-signature' } })
  })

  test('one bad signature of a known key refuses the note', async () => {
    const changed = note.replace('a text', 'a test')
    expect(await openNote(changed, [alice!.verifier])).toMatchObject({
      refusal: { code: 'bad-signature', where: { name: 'alice' } },
    })
    const forged = `${text}\n${aliceLine}${bobLine.slice(0, 30)}${bobLine[30] === 'A' ? 'B' : 'A'}${bobLine.slice(31)}`
    expect(await openNote(forged, [alice!.verifier, bob!.verifier])).toMatchObject({
      refusal: { code: 'bad-signature', where: { name: 'bob' } },
    })
    expect(await openNote(forged, [alice!.verifier])).toMatchObject({ ok: true })
  })

  test('of several signatures by one key the first counts', async () => {
    const twice = await openNote(`${text}\n${aliceLine}${aliceLine}`, [alice!.verifier])
    expect(twice).toMatchObject({ ok: true })
    if (twice.ok) expect(twice.value.verified).toHaveLength(1)
  })

  test('a false second signature by a known key refuses the note too', async () => {
    const other = await openNote(`${text}\n${aliceLine}${aliceLine.replace('alice', 'bob')}`, [
      alice!.verifier,
    ])
    expect(other).toMatchObject({ ok: true })
    const falseLine = (await signNote('another text\n', alice!.signer)).split('\n\n')[1]!
    expect(await openNote(`${text}\n${aliceLine}${falseLine}`, [alice!.verifier])).toMatchObject({
      refusal: { code: 'bad-signature', where: { name: 'alice' } },
    })
  })

  test('at least 16 signatures are read, and not without end', () => {
    expect(parseNote(`${text}\n${bobLine.repeat(maxSignatures)}`)).toMatchObject({ ok: true })
    expect(parseNote(`${text}\n${bobLine.repeat(maxSignatures + 1)}`)).toMatchObject({
      refusal: { code: 'bad-note' },
    })
  })

  test.for([
    ['nothing', ''],
    ['no signature', text],
    ['a blank line and no signature', `${text}\n`],
    ['no last newline', note.slice(0, -1)],
    ['a carriage return', note.replace('\n', '\r\n')],
    ['a tab', note.replace('a text', 'a\ttext')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['two spaces', note.replace('— alice ', '— alice  ')],
    ['a plus in a name', note.replace('— alice', '— al+ce')],
    ['a no-break space in a name', note.replace('— alice', '— al\u00a0ce')],
    ['base64 without padding', note.replace('=\n', '\n')],
    ['base64 for the web', note.replace(/[+/]/, '_')],
    ['no signature after the key ID', `${text}\n— alice AAAAAA==\n`],
    ['half a surrogate pair', note.replace('a text', 'a \ud800')],
  ])('refused: %s', ([, bad]) => {
    const parsed = parseNote(bad!)
    expect(parsed.ok, bad).toBe(false)
  })

  test('bytes that are not UTF-8 are refused', () => {
    const bytes = utf8(note)
    bytes[0] = 0xff
    expect(parseNote(bytes)).toMatchObject({ refusal: { code: 'not-utf8' } })
  })

  test('a changed note is never taken for another: refused, or read with other bytes', async () => {
    const bytes = utf8(note)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = bytes.slice()
        changed[at]! ^= mask
        const opened = await openNote(changed, [alice!.verifier, bob!.verifier])
        if (opened.ok) expect(opened.value.verified.length).toBeLessThan(2)
        const parsed = parseNote(changed)
        if (parsed.ok) expect(utf8(formatNote(parsed.value))).toEqual(changed)
      }),
      { numRuns: 500 },
    )
  })
})

describe('anything', () => {
  const line = fc
    .string({ unit: 'grapheme' })
    .filter(text => text.isWellFormed() && !text.includes('\n') && !hasControlCharacter(text))
  const notes = fc.record({
    text: fc
      .array(line, { minLength: 1, maxLength: 5 })
      .map(lines => lines.map(each => `${each}\n`).join('')),
    signatures: fc.array(
      fc.record({
        name: fc.string({ unit: 'grapheme', minLength: 1 }).filter(isKeyName),
        keyId: fc.nat(0xffffffff),
        signature: fc.uint8Array({ minLength: 1, maxLength: 80 }),
      }),
      { minLength: 1, maxLength: 16 },
    ),
  })

  test('that is a note is read as it was written', () => {
    fc.assert(
      fc.property(notes, note => {
        expect(parseNote(utf8(formatNote(note)))).toEqual({ ok: true, value: note })
      }),
    )
  })

  test('else is refused, or read as what it is', () => {
    const mutated = fc
      .tuple(notes, fc.nat(), fc.string({ maxLength: 2 }), fc.nat(3))
      .map(([note, a, put, cut]) => {
        const whole = formatNote(note)
        const at = a % whole.length
        return whole.slice(0, at) + put + whole.slice(at + cut)
      })
    const pieces = fc.constantFrom('\n', '\n\n', '— ', 'name ', 'AAAAAAAA\n', 'text', ' ', '+', '=')
    const joined = fc.array(pieces, { maxLength: 20 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(mutated, joined, fc.string({ unit: 'binary' }), fc.uint8Array()), note => {
        const parsed = parseNote(note)
        if (parsed.ok)
          expect(utf8(formatNote(parsed.value))).toEqual(typeof note === 'string' ? utf8(note) : note)
        else expect(['bad-note', 'not-utf8']).toContain(parsed.refusal.code)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('keys', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1 }).filter(isKeyName)
  const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })

  test('verifier and signer keys come back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(names, seeds, async (name, seed) => {
        const { publicKey } = await ed25519.signingKeyFromSeed(seed)
        const key = verifierKey(name, noteKey, publicKey)
        expect(parseVkey(formatVkey(key))).toEqual({ ok: true, value: key })
        const signer: SignerKey = { name, type: noteKey, keyId: keyIdOf(name, noteKey, publicKey), seed }
        expect(parseSkey(formatSkey(signer))).toEqual({ ok: true, value: signer })
        expect(await noteSignerFrom(formatSkey(signer))).toMatchObject({ ok: true, value: { name } })
        expect(await noteSignerFrom(formatSkey({ ...signer, keyId: signer.keyId ^ 1 }))).toMatchObject({
          refusal: { code: 'bad-key' },
        })
      }),
      { numRuns: 30 },
    )
  })

  test('a verifier key with one character changed is refused', () => {
    const { vkey } = peterNeumann
    fc.assert(
      fc.property(fc.nat(vkey.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        fc.pre(vkey[at] !== character)
        const parsed = parseVkey(vkey.slice(0, at) + character + vkey.slice(at + 1))
        expect(parsed).toMatchObject({ ok: false, refusal: { code: 'bad-key' } })
      }),
    )
  })

  test.for([
    ['a small-order public key', formatVkey({ name: 'a', type: noteKey, ...pointOne() })],
    ['a key of another type', 'a+00000000+AuHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx'],
    ['a private key', peterNeumann.skey],
    ['nothing', ''],
  ])('refused: %s', ([, vkey]) => {
    expect(parseVkey(vkey!)).toMatchObject({ refusal: { code: 'bad-key' } })
  })

  function pointOne() {
    const publicKey = new Uint8Array(32)
    publicKey[0] = 1
    return { publicKey, keyId: keyIdOf('a', noteKey, publicKey) }
  }

  test('anything else is refused', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(parseVkey(text).ok || parseSkey(text).ok || parseSkey(`PRIVATE+KEY+${text}`).ok).toBe(false)
      }),
    )
  })
})
