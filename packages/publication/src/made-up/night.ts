import type { Definition, Figures, Statement } from '@countersign/election'
import {
  aForm,
  aLiveElection,
  type BoxDay,
  boxIds,
  candidateIds,
  closePoll,
  type Draft,
  enrolStaffOf,
  type Live,
  open,
  report,
  schoolName,
} from '@countersign/election/made-up'
import { calendar, hour, midnight, theCampaign, theVotingDay } from './course.ts'

type Sha256 = Parameters<typeof aLiveElection>[0]

const eastern = ['b1', 'b2', 'b3', 'b7', 'b8', 'b9', 'b10']
const western = ['b4', 'b5', 'b6', 'b11', 'b12', 'b13', 'b14', 'b15']
const boxes = [...eastern, ...western]
const both = ['authority', 'council'] as const

/**
 * The night of a made-up live election in which a box is in every state that it can come to once the deadline has
 * passed: agreed, reported, conflicting, disputed, quarantined, accepted, annulled, merged, missing, and one that is on
 * no list; with running totals, objections, complaints, and what was ruled. All of it is synthetic, and its name says so.
 */
export function aNightOfDisputes(sha256: Sha256, changes: Partial<Definition> = {}): Live {
  const live = aLiveElection(sha256, {
    name: { en: 'A made-up election (synthetic data)', fa: 'انتخابات ساختگی (داده‌های ساختگی)' },
    origin: 'rehearsal.example/night',
    merging: 'allowed',
    calendar,
    ...changes,
  })
  addBoxes(live)
  theCampaign(live)
  vote(live)
  count(live)
  dispute(live)
  live.say({ kind: 'time', at: midnight + 80 * hour }, 'operator')
  return live
}

function addBoxes(live: Live): void {
  const listed: readonly string[] = boxIds
  const added = boxes
    .filter(id => !listed.includes(id))
    .map(id => ({ id, area: areaOf(id), name: schoolName(id), form: `F-${id}`, delivered: 300 }))
  live.say(
    { kind: 'amend', added, reason: 'Polling places that a flood had closed are open again.' },
    ...both,
  )
  for (const { id } of added) enrolStaffOf(live, id)
}

function areaOf(box: string): string {
  return eastern.includes(box) ? 'east' : 'west'
}

function vote(live: Live): void {
  const { say } = live
  const dates = [{ id: 'forms', date: '2031-06-09', at: midnight + 72 * hour }]
  say({ kind: 'calendar', round: 1, dates }, 'authority')
  say({ kind: 'time', at: midnight + 4 * hour }, 'operator')
  for (const box of boxes) open(live, box)
  say(
    { kind: 'incident', round: 1, box: 'b2', text: 'No power from 14:10 to 14:35; voting went on by lamp.' },
    'b2 leader',
  )
  say({ kind: 'merge', round: 1, box: 'b12', merged: ['b11'] }, 'b12 leader', 'b12 supervisor 1')
  theVotingDay(live)
  say({ kind: 'time', at: midnight + 18 * hour }, 'operator')
  for (const box of boxes) if (box !== 'b11') closePoll(live, box)
  say({ kind: 'release', round: 1 }, 'authority')
}

/** What each box reports; b14 never does. */
const forms: Readonly<Record<string, Figures>> = {
  b1: aForm(112, 64, 20, 5),
  b2: aForm(80, 95, 11, 3),
  b3: aForm(60, 71, 40, 8),
  b4: aForm(77, 66, 21, 9),
  b5: aForm(20, 120, 10, 1).with({ valid: 161 }),
  b6: aForm(93, 41, 8, 2),
  b7: aForm(55, 83, 19, 4),
  b8: aForm(131, 12, 3, 1),
  b9: aForm(64, 70, 25, 7),
  b10: aForm(48, 52, 30, 6),
  b12: aForm(91, 77, 14, 3),
  b13: aForm(38, 101, 12, 2),
  b15: aForm(70, 58, 16, 4),
}

function count(live: Live): void {
  const { say, staff } = live
  const early = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']
  for (const box of early) file(live, box)
  announce(live, 'First results', 'نخستین نتایج', midnight + 21 * hour, early)
  for (const box of ['b7', 'b8', 'b9', 'b10', 'b12', 'b15']) file(live, box)
  // Only the leader and one agent: too few.
  const few = [staff('b13')[0]!, staff('b13').at(-1)!]
  report(live, 'b13', {
    figures: forms.b13!,
    signers: few,
    form: { people: [{ role: 'leader', ink: 'signed' }] },
  })
  say({ kind: 'time', at: midnight + 24 * hour }, 'operator')
  announce(live, 'At midnight', 'در نیمه‌شب', midnight + 24 * hour, Object.keys(forms))
  for (const box of ['b1', 'b2', 'b7', 'b12', 'b4', 'b9']) transcribe(live, box, forms[box]!)
  transcribe(live, 'b3', aForm(60, 61, 40, 8))
  // On no list of boxes.
  enrolStaffOf(live, 'x1')
  report(live, 'x1', { figures: aForm(150, 2, 1, 0) })
}

function file(live: Live, box: string, day: Partial<BoxDay> = {}): string {
  return report(live, box, { figures: forms[box]!, ...day })
}

function transcribe({ say }: Live, box: string, figures: Figures): void {
  const clerks = [1, 2].map(n => `${areaOf(box)} clerk ${n}`)
  say({ kind: 'transcript', round: 1, box, copy: '3', figures } as Draft, ...clerks)
}

function announce({ say }: Live, en: string, fa: string, at: number, of: readonly string[]): void {
  const votes: Record<number, number> = {}
  for (const box of of)
    for (const [i] of candidateIds.entries())
      votes[i + 1] = (votes[i + 1] ?? 0) + (forms[box]?.votes?.[i + 1] ?? 0)
  const valid = Object.values(votes).reduce((sum, more) => sum + more, 0)
  const figures = { taken: valid + 10 * of.length, invalid: 10 * of.length, valid, votes }
  say(
    { kind: 'announce', round: 1, area: 'land', label: { en, fa }, at, boxes: of.length, figures },
    'authority',
  )
}

function dispute(live: Live): void {
  const { say } = live
  object(live, 'b4', 'boris', 'Ballots were read out of sight of the agents.')
  const wants = (box: string, of: string, ground: string, wish: string) =>
    say({ kind: 'complaint', round: 1, box, ground, wants: wish } as Draft, `${box} agent of ${of}`)
  const rule = (decision: string, box: string, explanation: string, complaint?: string) =>
    say(
      { kind: 'ruling', round: 1, box, decision, explanation, ...(complaint && { complaint }) } as Draft,
      ...both,
    )
  const wrong = wants('b6', 'clara', 'The urn stood unsealed from 13:00 on.', 'annulment')
  rule('annul', 'b6', 'Two supervisors and the leader confirm it; the seal is missing.', wrong)
  const again = wants('b8', 'boris', 'Nine in ten for one candidate; our tally sheet has others.', 'recount')
  const order = rule('recount', 'b8', 'The tally sheets differ by more than ten.', again)
  say(
    { kind: 'recount', round: 1, box: 'b8', ruling: order, figures: aForm(101, 38, 6, 2) } as Draft,
    ...both,
  )
  const late = wants('b2', 'dario', 'Voting went on while there was no light.', 'annulment')
  rule('refuse', 'b2', 'The incident is recorded, and no agent saw a ballot cast unseen.', late)
  rule('accept', 'b15', 'The agents’ copies are equal to the form.')
  wants('b10', 'anna', 'Our agent was sent away before the count began.', 'other')
}

function object(live: Live, box: string, agent: string, ground: string): void {
  const form = live.log.entries.findLast(
    ({ statement }) => statement.kind === 'form' && (statement as Statement & { box: string }).box === box,
  )!
  live.say({ kind: 'object', round: 1, box, statement: form.id, ground } as Draft, `${box} agent of ${agent}`)
}
