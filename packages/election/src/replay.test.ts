import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { findings } from './checks/findings.ts'
import { tally } from './count/tally.ts'
import { aForm, aNight, ballotOf, boxIds, effectOf, open, report, transcribe } from './made-up/live.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

test('a whole election, from the keys to the office, in two rounds', () => {
  const live = aNight(sha256)
  const { say } = live
  // 1. All six boxes agree; nobody has more than half of the ballots taken: a run-off.
  let election = live.log.replay()
  expect(tally(election, { total: 'reconciled' }).rounds[0]).toMatchObject({
    taken: 1260,
    candidates: { anna: 540, boris: 420, clara: 180, dario: 60 },
    outcome: { state: 'runOff', between: ['anna', 'boris'] },
    evidence: { signedForms: 6, agentSigned: 6, boxes: 6 },
    boxes: { agreed: 6 },
  })
  // 2. The authority declares what the record says; the supervising body certifies it.
  const declared = say(
    {
      kind: 'declare',
      round: 1,
      treeSize: election.size,
      figures: { taken: 1260, votes: { 1: 540, 2: 420, 3: 180, 4: 60 } },
      outcome: { state: 'runOff', candidates: ['anna', 'boris'] },
      total: 'reconciled',
    },
    'authority',
  )
  say({ kind: 'certify', round: 1, declaration: declared, decision: 'certified' }, 'council')
  // 3. The second round is a round of its own, with the same boxes and keys.
  say(ballotOf(2, ['anna', 'boris']), 'authority')
  for (const box of boxIds) open(live, box, 2)
  say({ kind: 'release', round: 2 }, 'authority')
  for (const box of boxIds) {
    report(live, box, { round: 2, figures: aForm(100, 110) })
    transcribe(live, box, aForm(100, 110), 2)
  }
  election = live.log.replay()
  expect(tally(election, { round: 2, total: 'reconciled' }).rounds[0]).toMatchObject({
    candidates: { anna: 600, boris: 660 },
    outcome: { state: 'elected', candidate: 'boris' },
  })
  const won = say(
    {
      kind: 'declare',
      round: 2,
      treeSize: election.size,
      figures: { taken: 1320, votes: { 1: 600, 2: 660 } },
      outcome: { state: 'elected', candidates: ['boris'] },
      total: 'reconciled',
    },
    'authority',
  )
  const certified = say({ kind: 'certify', round: 2, declaration: won, decision: 'certified' }, 'council')
  say({ kind: 'confirm', round: 2, statement: certified, decision: 'confirmed' }, 'court')
  say({ kind: 'office', candidate: 'boris', act: 'termBegins', date: '2031-08-01' }, 'court')
  say({ kind: 'close' }, 'authority', 'council')
  // 4. Everything had force, and nothing contradicts the record.
  expect(live.log.effects().filter(({ force }) => !force)).toEqual([])
  expect(findings(live.log.replay()).filter(({ severity }) => severity !== 'informs')).toEqual([])
  // 5. After `close` nothing has force.
  say({ kind: 'release', round: 2, at: 1 }, 'authority')
  expect(effectOf(live)).toEqual({ force: false, why: 'record-closed' })
})
