import { type Statement, toHex } from '@countersign/election'
import { describe, expect, it } from 'vitest'
import { anArchive, keyNamed } from './fixtures/archive.ts'
import { keyRing, keysBrought } from './keys.ts'

const enrolling = (...keys: readonly string[]): Statement => ({
  kind: 'enrol',
  definition: '00'.repeat(32),
  round: 0,
  side: 'archive',
  keys: keys.map((key, i) => ({ key, role: 'archivist', card: `${i}` })),
})

async function keys(...names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map(async name => toHex((await keyNamed(name)).publicKey)))
}

describe('the key ring', () => {
  it('an ID that another key has is taken; the same key again is no harm', async () => {
    const [first, second] = (await keys('first', 'second')) as [string, string]
    const ring = keyRing(() => 'one-id-for-all')
    expect(ring.take(enrolling(first))).toMatchObject({ ok: true })
    expect(ring.take(enrolling(first))).toMatchObject({ ok: true })
    expect(ring.take(enrolling(second))).toMatchObject({ refusal: { code: 'kid-taken' } })
    expect(toHex(ring.keyOf('one-id-for-all')!)).toBe(first)
  })

  it('two keys with one ID in one statement: neither is taken in', async () => {
    const ring = keyRing(() => 'one-id-for-all')
    expect(ring.take(enrolling(...(await keys('first', 'second'))))).toMatchObject({ ok: false })
    expect(ring.keyOf('one-id-for-all')).toBeUndefined()
  })

  it('keys come by definitions, enrolments and filings, and by nothing else', async () => {
    const { definition } = await anArchive()
    expect(keysBrought(definition)).toEqual(await keys('authority'))
    const [key] = (await keys('anna')) as [string]
    const common = { definition: '00'.repeat(32), round: 0, candidate: 'anna' }
    expect(keysBrought({ kind: 'candidacy', ...common, step: 'filed', key, card: '1' })).toEqual([key])
    expect(keysBrought({ kind: 'candidacy', ...common, step: 'withdrawn' })).toEqual([])
    expect(keysBrought({ kind: 'close', definition: '00'.repeat(32), round: 0 })).toEqual([])
  })
})
