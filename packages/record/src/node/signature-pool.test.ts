import { sodiumNative } from '@countersign/tlog/node'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type Admission,
  emptyAdmission,
  type KeyedEntry,
  readEntry,
  takeKeys,
  withKeys,
} from '../admissible.ts'
import { anArchive, keyNamed, unwrap } from '../fixtures/archive.ts'
import { signPayload } from '../sign.ts'
import { badSignatures, inThisThread, type Signed } from '../signatures.ts'
import { signaturePool } from './signature-pool.ts'

const pool = signaturePool(2)
afterAll(() => pool.close())

describe('the pool', () => {
  it('finds exactly the signatures that one thread finds', async () => {
    const batches = await spoiledBatches()
    const alone = await Promise.all(batches.map(batch => inThisThread(sodiumNative).check(batch)))
    expect(await Promise.all(batches.map(batch => pool.check(batch)))).toEqual(alone)
    expect(alone.flat()).not.toHaveLength(0)
    expect(alone[0]).toHaveLength(0)
  })

  it('finds nothing in nothing', async () => {
    expect(await pool.check([])).toEqual([])
  })
})

/** The first batch as it was signed, then others, each with some signatures spoiled. */
async function spoiledBatches(): Promise<Signed[][]> {
  const { entries } = await anArchive({ provinces: 40 })
  const admission = emptyAdmission()
  const whole = entries.map((entry, index) => keyed(admission, entry, index))
  expect(await badSignatures(whole, sodiumNative)).toEqual([])
  return Array.from({ length: 9 }, (_, turn) =>
    whole.map((each, i) => (turn > 0 && i % (turn + 3) === turn ? spoiled(each) : each)),
  )
}

function keyed(admission: Admission, entry: Uint8Array, index: number): KeyedEntry {
  const each = unwrap(withKeys(admission, unwrap(readEntry(entry)), index))
  unwrap(takeKeys(admission, each))
  return each
}

function spoiled({ payload, signatures }: Signed): Signed {
  return { payload: payload.map((byte, i) => (i === payload.length - 1 ? byte ^ 1 : byte)), signatures }
}

it('a key or signature outside the accept set fails in the pool too, though libsodium is not asked', async () => {
  const [first] = await spoiledBatches()
  const [{ payload, signatures }] = first as [Signed]
  const { kid, signature, publicKey } = signatures[0]!
  const smallOrder = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0))
  const tooLarge = Uint8Array.from(signature, (byte, i) => (i === 63 ? byte | 0xe0 : byte))
  const batch = [
    { payload, signatures: [{ kid, signature, publicKey: smallOrder }] },
    { payload, signatures: [{ kid, signature, publicKey }] },
    { payload, signatures: [{ kid, signature: tooLarge, publicKey }] },
  ]
  expect(await pool.check(batch)).toEqual([
    { statement: 0, kid },
    { statement: 2, kid },
  ])
})

it('of a statement with many signatures, those that fail are named, whichever they are', async () => {
  const names = Array.from({ length: 18 }, (_, i) => `signer ${i}`)
  const keys = await Promise.all(names.map(keyNamed))
  const payload = Uint8Array.from({ length: 300 }, (_, i) => i)
  const signed = await signPayload(payload, keys)
  const keyed = signed.map((each, i) => ({ ...each, publicKey: keys[i]!.publicKey }))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uniqueArray(fc.nat(17)), { maxLength: 5 }), async failing => {
      const batch = failing.map(which => ({
        payload,
        signatures: keyed.map((each, i) =>
          which.includes(i) ? { ...each, signature: keyed[(i + 1) % 18]!.signature } : each,
        ),
      }))
      const expected = failing.flatMap((which, statement) =>
        which.sort((a, b) => a - b).map(i => ({ statement, kid: keyed[i]!.kid })),
      )
      expect(await pool.check(batch)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})
