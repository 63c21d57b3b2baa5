import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWitnessed, parsePolicy } from '@countersign/tlog'
import { afterEach, expect, test } from 'vitest'
import { madeUpElection, unwrap } from '../fixtures/election.ts'
import { aServer, type TestServer } from '../fixtures/server.ts'
import { type RunningWitness, serveWitness } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'countersign-witness-'))
let server: TestServer | undefined
const witnesses: RunningWitness[] = []
afterEach(async () => {
  await server?.close()
  for (const witness of witnesses.splice(0)) await witness.close()
  rmSync(folder, { recursive: true, force: true })
})

// threat: witnesses-fail
test('rival parties keep witnesses: each checkpoint is cosigned, and one that is gone holds up nothing', async () => {
  const data = join(folder, 'data')
  const first = await aServer({ data })
  const { vkey, origin } = first.record
  await first.close()
  for (const name of ['anna', 'boris'])
    witnesses.push(
      unwrap(
        await serveWitness(join(folder, name), {
          name: `${name}.example/witness`,
          logs: [vkey],
          now: Date.now,
        }),
      ),
    )
  const lines = ['anna', 'boris'].map(
    (name, i) => `witness ${name} ${witnesses[i]!.vkey} ${witnesses[i]!.address}`,
  )
  const text = [`log ${vkey}`, ...lines, 'group both all anna boris', 'quorum both', ''].join('\n')
  writeFileSync(join(data, 'record/policy.txt'), text)
  const policy = unwrap(parsePolicy(text))

  server = await aServer({ data })
  const { entries } = await madeUpElection(server.record, { boxes: 1 })
  const witnessed = async () =>
    unwrap(await openWitnessed(readFileSync(join(data, 'record/checkpoint')), policy))
  for (const part of [entries.slice(0, 5), entries.slice(5)]) {
    for (const result of await server.record.take(part)) unwrap(result)
    const { size } = server.record
    await expect
      .poll(
        async () => {
          const at = await witnessed()
          return [at.size, at.quorumMet]
        },
        { timeout: 15_000 },
      )
      .toEqual([size, true])
  }
  expect(
    (await (await fetch(`${server.address}/record/checkpoint`)).text()).match(/^— (anna|boris)\.example/gm),
  ).toHaveLength(2)
  // A proof carries the cosignatures too.
  const proof = unwrap(await server.record.proofOf(0))
  expect(proof).toContain('— anna.example/witness ')

  await witnesses.pop()!.close()
  const more = await madeUpElection({ ...server.record, origin }, { boxes: 1 })
  unwrap(
    (
      await server.record.take([await more.entry({ kind: 'open', box: 'b1', inBox: 0 }, ...more.staff('b1'))])
    )[0]!,
  )
  const { size } = server.record
  await expect.poll(() => server!.record.published, { timeout: 5_000 }).toBe(size)
  await expect
    .poll(async () => [...(await witnessed()).cosigned.keys()], { timeout: 15_000 })
    .toEqual(['anna'])
})
