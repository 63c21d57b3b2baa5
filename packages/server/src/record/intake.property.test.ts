import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply, type Election, start } from '@countersign/election'
import { admit, emptyAdmission } from '@countersign/record'
import { sha256 } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formOf, type MadeUp, madeUpElection, unwrap } from '../fixtures/election.ts'
import { type LiveRecord, openLiveRecord } from './live-record.ts'

/** What people may send after the morning, in any order and as often as they like; some of it is no good. */
async function sayings({ entry, staff }: MadeUp): Promise<readonly Uint8Array[]> {
  const open = await entry({ kind: 'open', box: 'b1', inBox: 0 }, ...staff('b1').slice(0, 9))
  const rest = await entry({ kind: 'open', box: 'b1', inBox: 0 }, ...staff('b1').slice(5))
  const form = await entry(formOf('b1'), ...staff('b1'))
  const forged = Uint8Array.from(open)
  forged[forged.length - 1]! ^= 1
  return [
    open,
    rest,
    forged,
    form,
    form.subarray(0, 99),
    await entry({ kind: 'release' }, 'authority'),
    await entry({ kind: 'close-poll', box: 'b1' }, 'b1 leader', 'b1 supervisor 1'),
    await entry({ kind: 'close-poll', box: 'b1' }, 'nobody'),
    await entry({ kind: 'revoke', round: 0, keys: ['00'.repeat(8)], reason: 'None.' }, 'authority'),
  ]
}

/** The record from its bytes alone, one entry after another, as the rules say it. */
async function replayed(record: LiveRecord): Promise<{ election: Election; ids: string[] }> {
  const admission = emptyAdmission()
  const ids: string[] = []
  let election: Election | undefined
  for (let index = 0; index < record.size; index++) {
    const recorded = unwrap(await admit(admission, unwrap(await record.entryAt(index)), index, sodiumNative))
    if (recorded.statement.kind === 'definition') election = start(recorded.statement, recorded.id, sha256)
    apply(election!, recorded)
    ids.push(recorded.id)
  }
  return { election: election!, ids }
}

const view = ({ entries }: Election) =>
  [...entries.values()].map(({ id, index, force, why, signatures }) => [
    id,
    index,
    force,
    why,
    signatures.map(({ person, index }) => [person.kid, index]),
  ])

test('whatever is sent, however it is cut and repeated, the state is that of a replay, and each answer is true', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(8), { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
      async bundles => {
        const folder = mkdtempSync(join(tmpdir(), 'countersign-intake-'))
        const origin = 'election.example/property'
        const options = { origin, unasked: true, threads: 1, now: () => 1_938_000_000_000 }
        const record = unwrap(await openLiveRecord(join(folder, 'record'), options))
        const election = await madeUpElection(record, { boxes: 1 })
        const all = await sayings(election)
        await record.take(election.entries)
        // All relays send at once; each bundle keeps its own order.
        const answers = await Promise.all(
          bundles.map(bundle => record.take(bundle.map(which => all[which]!))),
        )
        const { election: again, ids } = await replayed(record)
        expect(view(record.election!)).toEqual(view(again))
        for (const answer of answers.flat())
          if (answer.ok) expect(ids[answer.value.index]).toBe(answer.value.id)
        const codes = answers.flat().flatMap(answer => (answer.ok ? [] : [answer.refusal.code]))
        const known = [
          'signature-fails',
          'envelope-truncated',
          'envelope-signers',
          'envelope-payload',
          'not-before-release',
          'unknown-key',
        ]
        for (const code of codes) expect(known).toContain(code)
        await record.close()
        rmSync(folder, { recursive: true })
      },
    ),
    { numRuns: 10 },
  )
})
