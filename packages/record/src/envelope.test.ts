import { fromHex, toHex } from '@countersign/election'
import * as cborg from 'cborg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codes } from './codes.ts'
import {
  decodeEnvelope,
  type Envelope,
  encodeEnvelope,
  kidAt,
  kidOf,
  signedBytes,
  sigStructure,
  statementId,
} from './envelope.ts'
import { unwrap } from './fixtures/archive.ts'
import malformed from './malformed-entries.json' with { type: 'json' }

const signature = fc.record({
  kid: fc.uint8Array({ minLength: 8, maxLength: 8 }).map(toHex),
  signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
})
const envelope: fc.Arbitrary<Envelope> = fc.record({
  payload: fc.uint8Array({ maxLength: 300 }),
  signatures: fc.uniqueArray(signature, { minLength: 1, maxLength: 64, selector: ({ kid }) => kid }),
})

describe('the envelope', () => {
  it('comes back from its bytes, its signers in order of their key IDs', () => {
    fc.assert(
      fc.property(envelope, ({ payload, signatures }) => {
        const entry = unwrap(encodeEnvelope({ payload, signatures }))
        const sorted = [...signatures].sort((a, b) => (a.kid < b.kid ? -1 : 1))
        expect(decodeEnvelope(entry)).toEqual({ ok: true, value: { payload, signatures: sorted } })
      }),
    )
  })

  it('is what cborg writes for COSE_Sign with these headers', () => {
    fc.assert(
      fc.property(envelope, ({ payload, signatures }) => {
        const sorted = [...signatures].sort((a, b) => (a.kid < b.kid ? -1 : 1))
        const signers = sorted.map(({ kid, signature }) => [
          cborg.encode(new Map<number, unknown>([[1, -19], [4, fromHex(kid)]])), // biome-ignore format: one header
          new Map(),
          signature,
        ])
        const body = cborg.encode([new Uint8Array(), new Map(), payload, signers])
        expect(toHex(unwrap(encodeEnvelope({ payload, signatures })))).toBe(`d862${toHex(body)}`)
      }),
    )
  })

  it('any bytes are refused, or are the one encoding of what they say', () => {
    const mutated = fc.tuple(envelope, fc.nat(), fc.nat(255)).map(([each, at, byte]) => {
      const entry = unwrap(encodeEnvelope(each))
      entry[at % Math.min(entry.length, 120)] = byte
      return entry
    })
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 200 })), bytes => {
        const decoded = decodeEnvelope(bytes)
        if (decoded.ok) expect(encodeEnvelope(decoded.value)).toEqual({ ok: true, value: bytes })
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuses no signers, 65, one twice, and an entry that a bundle cannot hold', () => {
    const one = { kid: '01'.repeat(8), signature: new Uint8Array(64) }
    const many = Array.from({ length: 65 }, (_, i) => ({ ...one, kid: i.toString(16).padStart(16, '0') }))
    const payload = new Uint8Array(3)
    const codeOf = (each: Envelope) => {
      const result = encodeEnvelope(each)
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(codeOf({ payload, signatures: [] })).toBe('envelope-signers')
    expect(codeOf({ payload, signatures: many })).toBe('envelope-signers')
    expect(codeOf({ payload, signatures: many.slice(1) })).toBe('ok')
    expect(codeOf({ payload, signatures: [one, one] })).toBe('envelope-signer-twice')
    expect(codeOf({ payload: new Uint8Array(65_445), signatures: [one] })).toBe('entry-too-long')
    expect(codeOf({ payload: new Uint8Array(65_444), signatures: [one] })).toBe('ok')
    expect(decodeEnvelope(new Uint8Array(65_536))).toMatchObject({ refusal: { code: 'entry-too-long' } })
  })
})

describe('malformed entries, each refused with its code and place', () => {
  it.each(malformed)('$name', ({ hex, code, offset }) => {
    expect(decodeEnvelope(fromHex(hex))).toMatchObject({ ok: false, refusal: { code, where: { offset } } })
  })

  it('every code of the envelope has a case', () => {
    const named = Object.keys(codes).filter(code => code.startsWith('envelope-'))
    expect(new Set(malformed.map(({ code }) => code))).toEqual(new Set(named))
  })
})

describe('what is signed', () => {
  // cose-wg/Examples, sign-tests/sign-pass-02: ES256, with external data.
  const example = {
    header: fromHex('a10126'),
    external: fromHex('11aa22bb33cc44dd55006699'),
    payload: new TextEncoder().encode('This is the content.'),
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: 'usWxHK2PmfnHKwXPS54m0kTcGJ90UiglWiGahtagnv8',
      y: 'IBOL-C3BttVivg-lSreASjpkttcsz-1rb7btKLv8EX4',
    },
    signature: fromHex(
      'eae868ecc176883766c5dc5ba5b8dca25dab3c2e56a551ce5705b793914348e1' +
        '8793007a75771850e851d2ddb5df9c721078f7f093634314971f00463b488d7c',
    ),
  }

  it('is what the COSE working group’s example signs', async () => {
    const { header, external, payload, key, signature } = example
    const made = sigStructure(header, external, payload)
    expect(toHex(made)).toBe(
      '85695369676e61747572654043a101264c11aa22bb33cc44dd5500669954546869732069732074686520636f6e74656e742e',
    )
    const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const publicKey = await crypto.subtle.importKey('jwk', key, ecdsa, false, ['verify'])
    expect(
      await crypto.subtle.verify(ecdsa, publicKey, Uint8Array.from(signature), Uint8Array.from(made)),
    ).toBe(true)
  })

  it('binds the payload, the key and the purpose', () => {
    const payload = new Uint8Array(300).fill(7)
    const kid = '0123456789abcdef'
    expect(cborg.decode(signedBytes(payload, kid))).toEqual([
      'Signature',
      new Uint8Array(),
      fromHex(`a201320448${kid}`),
      new TextEncoder().encode('countersign/v1'),
      payload,
    ])
  })

  it('differs from signer to signer only in the key’s ID, which stands at `kidAt`', () => {
    const [one, other] = ['0011223344556677', 'ffeeddccbbaa9988']
    const message = signedBytes(new Uint8Array(30), one!)
    message.set(fromHex(other!), kidAt)
    expect(message).toEqual(signedBytes(new Uint8Array(30), other!))
  })

  it('names a key by the first eight bytes of its SHA-256, a statement by the whole', () => {
    expect(kidOf(new Uint8Array(32))).toBe('66687aadf862bd77')
    expect(statementId(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })
})
