import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeEnvelope, kidOf, mostSigners, statementId } from '../envelope.ts'
import { keyNamed, unwrap } from '../fixtures/archive.ts'
import { anEvening, figuresOf, formOf, staffOf } from '../fixtures/live.ts'
import { payloadOf, signPayload } from '../sign.ts'
import { longestText, readCode } from './code.ts'
import { codesOf, payloadCode, signatureCode } from './codes-of.ts'
import { collect } from './collect.ts'
import { pageCode, readPageCode } from './copy.ts'

const live = await anEvening()
const form = await live.signed(formOf('b1', figuresOf(100, 80)), ...staffOf('b1'))
const other = await live.signed(formOf('b2', figuresOf(90, 70)), ...staffOf('b2'))

const aPayload = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 700 }),
  fc.uint8Array({ minLength: 700, maxLength: 3000 }),
  fc.uint8Array({ minLength: 60_000, maxLength: 60_200 }),
)
const aSignature = fc.record({
  kid: fc.uint8Array({ minLength: 8, maxLength: 8 }).map(bytes => Buffer.from(bytes).toString('hex')),
  signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
})
const someSignatures = fc.uniqueArray(aSignature, {
  minLength: 1,
  maxLength: mostSigners,
  selector: ({ kid }) => kid,
})
const anEntry = fc
  .record({ payload: aPayload, signatures: someSignatures })
  .map(envelope => unwrap(encodeEnvelope(envelope)))

function read(texts: readonly string[]) {
  return texts.map(text => unwrap(readCode(text)))
}

function refusedBy(result: { ok: boolean; refusal?: { code: string } }): string | undefined {
  return result.refusal?.code
}

test('any statement with up to 64 signatures comes back byte for byte, its codes read in any order and again', () => {
  fc.assert(
    fc.property(anEntry, fc.infiniteStream(fc.nat()), (entry, order) => {
      const texts = unwrap(codesOf(entry))
      const shuffled = [...texts, ...texts.slice(0, 2)]
        .map(text => ({ text, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ text }) => text)
      const collected = unwrap(collect(read(shuffled)))
      expect(collected.missing).toEqual([])
      expect(Buffer.from(collected.entry!).equals(entry)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('every text is short enough, and in the alphabet of a QR code’s alphanumeric mode', () => {
  fc.assert(
    fc.property(anEntry, entry => {
      for (const text of unwrap(codesOf(entry))) {
        expect(text.length).toBeLessThanOrEqual(longestText)
        expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
      }
    }),
    { numRuns: 60 },
  )
})

test('a form of 18 signatures takes three codes, the question one, the answer a small one', async () => {
  const payload = unwrap(
    payloadOf({
      ...(formOf('b1', figuresOf(100, 80)) as object),
      round: 1,
      definition: 'ab'.repeat(32),
    } as never),
  )
  const names = Array.from({ length: 18 }, (_, i) => `signer ${i}`)
  const signatures = await signPayload(payload, await Promise.all(names.map(keyNamed)))
  expect(unwrap(codesOf(unwrap(encodeEnvelope({ payload, signatures }))))).toHaveLength(3)
  expect(payloadCode(payload)).toHaveLength(1)
  expect(signatureCode({ id: statementId(payload), ...signatures[0]! }).length).toBeLessThan(140)
})

test('at the box: the leader shows the payload, each signer answers, the answers become the entry', async () => {
  const names = staffOf('b1')
  const keys = await Promise.all(names.map(keyNamed))
  const { payload } = unwrap(collect(read(unwrap(codesOf(form)))))
  const asked = unwrap(collect(read(payloadCode(payload!))))
  expect(asked).toMatchObject({ missing: [], signatures: [] })
  expect(asked.payload).toEqual(payload)
  expect(asked.entry).toBe(undefined)

  const answers = await Promise.all(
    keys.map(async key => {
      const [signature] = await signPayload(asked.payload!, [key])
      return signatureCode({ id: statementId(asked.payload!), ...signature! })
    }),
  )
  const signed = unwrap(collect(read([...answers, ...payloadCode(payload!)])))
  expect(signed.entry).toEqual(form)
  const alone = unwrap(collect(read(answers)))
  expect(alone).toMatchObject({ of: 0, missing: [] })
  expect(alone.payload).toBe(undefined)
  expect(alone.signatures.map(({ kid }) => kid).sort()).toEqual(keys.map(key => kidOf(key.publicKey)).sort())
})

test('it says which codes are still to be read, and gives what the others make up', () => {
  fc.assert(
    fc.property(anEntry, fc.nat(), (entry, at) => {
      const texts = unwrap(codesOf(entry))
      fc.pre(texts.length > 1)
      const gone = at % texts.length
      const parts = read(texts)
      const collected = unwrap(collect(parts.filter((_, i) => i !== gone)))
      expect(collected.missing).toEqual([gone + 1])
      expect(collected.of).toBe(texts.length)
      if (parts[gone]!.sort === 'F') expect(collected.payload).toBe(undefined)
      else expect(statementId(collected.payload!).startsWith(parts[0]!.id)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('codes of two statements are not one, however alike the forms', () => {
  const [one, two] = [read(unwrap(codesOf(form))), read(unwrap(codesOf(other)))]
  expect(refusedBy(collect([...one, ...two]))).toBe('codes-mixed')
  expect(refusedBy(collect([]))).toBe('codes-mixed')
})

test('two printings with different signatures are told apart', () => {
  const [first, ...rest] = read(unwrap(codesOf(form)))
  const changed = { ...first!, data: first!.data.with(-1, first!.data.at(-1)! ^ 1) }
  expect(collect([first!, ...rest, changed])).toMatchObject({
    ok: false,
    refusal: { code: 'codes-differ', where: { part: 1 } },
  })
})

// threat: altered-form
test('a figure changed under the statement’s name is refused: one bit of any byte of it', () => {
  const [first, ...rest] = read(unwrap(codesOf(form)))
  const { payload } = unwrap(collect([first!, ...rest]))
  const from = Buffer.from(first!.data).indexOf(payload!)
  fc.assert(
    fc.property(fc.nat({ max: payload!.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
      const data = first!.data.with(from + at, first!.data[from + at]! ^ (1 << bit))
      expect(refusedBy(collect([{ ...first!, data }, ...rest]))).toBe('code-damaged')
    }),
  )
})

test('a code torn in two is damaged, not missing', () => {
  const [first, ...rest] = read(unwrap(codesOf(form)))
  expect(refusedBy(collect([{ ...first!, data: first!.data.slice(0, -1) }, ...rest]))).toBe('code-damaged')
})

test.each([
  ['https://example.org/', 'code-foreign'],
  ['', 'code-foreign'],
  ['CS2/F/1.1/0123456789ABCDEF/BB8/', 'code-newer'],
  ['CS1/X/1.1/0123456789ABCDEF/BB8/', 'code-damaged'],
  ['CS1/F/2.1/0123456789ABCDEF/BB8/', 'code-damaged'],
  ['CS1/F/0.1/0123456789ABCDEF/BB8/', 'code-damaged'],
  ['CS1/F/1.1/0123456789ABCDE/BB8/', 'code-damaged'],
  ['CS1/F/1.1/0123456789ABCDEF/BB/', 'code-damaged'],
  ['CS1/F/1.1/0123456789ABCDEF/BB8', 'code-damaged'],
  ['CS1/R/1.1/0123456789ABCDEF/BB8/', 'code-damaged'],
])('%j is refused: %s', (text, code) => {
  const result = readCode(text)
  expect(refusedBy(result)).toBe(code)
})

test('whatever a camera reads, it is read or refused', () => {
  const near = fc.tuple(fc.constantFrom(...unwrap(codesOf(form))), fc.nat(), fc.string({ maxLength: 3 }))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        near.map(([text, at, cut]) => text.slice(0, at % text.length) + cut),
      ),
      text => {
        expect(typeof readCode(text).ok).toBe('boolean')
      },
    ),
  )
})

test('spaces that a message adds around a text do no harm', () => {
  const [text] = unwrap(codesOf(form))
  expect(readCode(` ${text}\n`)).toEqual(readCode(text!))
})

const anIdentifier = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/)
const aPage = fc.record({
  definition: fc.constant('9f86d081884c7d65'),
  round: fc.integer({ min: 1, max: 16 }),
  copy: fc.integer({ min: 1, max: 16 }),
  page: fc.integer({ min: 1, max: 9 }),
  box: anIdentifier,
  serial: anIdentifier,
})

test('a page’s code says which piece of paper it is, and is no code of a statement', () => {
  fc.assert(
    fc.property(aPage, page => {
      expect(readPageCode(pageCode(page))).toEqual({ ok: true, value: page })
      expect(readCode(pageCode(page)).ok).toBe(false)
    }),
  )
  expect(
    pageCode({ definition: 'ab'.repeat(32), round: 1, copy: 3, page: 2, box: '26-0001', serial: 'F-1' }),
  ).toBe('CS1/C/ABABABABABABABAB/1/3.2/26-0001/F-1/')
  const [text] = unwrap(codesOf(form))
  expect(refusedBy(readPageCode(text!))).toBe('code-foreign')
  expect(refusedBy(readPageCode('CS1/C/ABABABABABABABAB/1/3.2/26-0001/'))).toBe('code-damaged')
})
