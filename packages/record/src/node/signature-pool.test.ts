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
import { anArchive, unwrap } from '../fixtures/archive.ts'
import { badSignatures, inThisThread, type Signed } from '../signatures.ts'
import { pack, unpack } from './pack.ts'
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

it('a batch comes back from its packing', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  const kid = fc.stringMatching(/^[0-9a-f]{16}$/)
  const signature = fc.record({ kid, publicKey: bytes(32), signature: bytes(64) })
  const signed = fc.record({
    payload: fc.uint8Array({ maxLength: 200 }),
    signatures: fc.array(signature, { maxLength: 64 }),
  })
  fc.assert(
    fc.property(fc.array(signed), batch => {
      expect(unpack(pack(batch))).toEqual(batch)
    }),
  )
})
