import { findings } from '@countersign/election'
import { aLiveElection } from '@countersign/election/made-up'
import { sha256 } from '@countersign/tlog'
import { expect, test } from 'vitest'
import { aWholeCourse, calendar, theCampaign } from '../made-up/course.ts'
import { calendarOf } from './calendar.ts'
import { courseOf } from './course.ts'

const live = aWholeCourse(sha256)
const election = live.log.replay()
const course = courseOf(election)

/** The same election before it has opened. */
function beforeTheVote() {
  const live = aLiveElection(sha256, { calendar })
  theCampaign(live)
  return live
}

test('a made-up election goes from the day that calls it to the oath, and nothing is found', () => {
  expect([...election.entries.values()].filter(({ why }) => why !== undefined)).toEqual([])
  expect(findings(election)).toEqual([])
  expect(course.map(({ kind }) => kind)).toEqual([
    'seal',
    ...Array<string>(8).fill('candidacy'),
    'ballot',
    'calendar',
    ...Array<string>(3).fill('candidacy'),
    ...['event', 'event', 'poll', 'turnout', 'turnout', 'turnout', 'extend', 'release'],
    ...['declare', 'certify', 'confirm', 'office', 'close'],
  ])
})

test('a step says who stated it, when by the record, and about whom', () => {
  const rejected = course.find(step => step.kind === 'candidacy' && step.step === 'rejected')
  expect(rejected).toMatchObject({
    by: [{ role: 'supervisingBody', side: 'council' }],
    at: null,
    name: { en: 'Edda Marsh' },
    ground: expect.stringContaining('two days after'),
  })
  expect(course.find(step => step.kind === 'candidacy' && step.step === 'endorses')).toMatchObject({
    other: { en: 'Clara Field' },
  })
  const certified = course.find(({ kind }) => kind === 'certify')!
  expect(course.find(({ kind }) => kind === 'confirm')).toMatchObject({
    of: { kind: 'certify', entry: certified.entry },
  })
  expect(certified.at).toBeGreaterThan(course.find(({ kind }) => kind === 'declare')!.at!)
})

test('check-ins of regions are added up, and their boxes only where every region says how many', () => {
  const days = course.filter(step => step.kind === 'turnout')
  expect(days.map(({ checkIns, boxes, regions }) => [checkIns, boxes, regions])).toEqual([
    [230, 6, 2],
    [765, 6, 2],
    [1270, 6, 2],
  ])
})

test('refused agents are told by side and ground, admitted ones are not; revoked keys are counted', () => {
  const again = beforeTheVote()
  const agents = [...election.people.values()].filter(({ role, side }) => role === 'agent' && side === 'anna')
  const [one, other] = agents.map(({ kid }) => kid)
  const before = courseOf(again.log.replay()).length
  again.say({ kind: 'accredit', decisions: [{ key: one!, decision: 'accredited' }] }, 'authority')
  again.say(
    { kind: 'accredit', decisions: [{ key: other!, decision: 'refused', ground: 'Not on the list.' }] },
    'authority',
  )
  again.say({ kind: 'revoke', keys: [one!], reason: 'The telephone was lost.' }, 'authority', 'council')
  expect(courseOf(again.log.replay()).slice(before)).toMatchObject([
    { kind: 'accredit', refused: [{ side: 'anna', ground: 'Not on the list.' }] },
    { kind: 'revoke', keys: 1, reason: 'The telephone was lost.' },
  ])
})

test('each date stands beside what its rule comes to; a later decision replaces, and both are named', () => {
  const dates = new Map(calendarOf(election).map(row => [row.id, row]))
  expect(dates.get('registration-closes')).toMatchObject({
    rule: { from: 'trigger', days: 14, date: '2031-05-04' },
    decided: { date: '2031-05-06', before: [] },
  })
  expect(dates.get('forms')).toMatchObject({ rule: { date: '2031-06-09' }, decided: null })
  expect(dates.get('trigger')).toMatchObject({ name: null, rule: null, decided: { date: '2031-04-20' } })
  const first = dates.get('campaign-ends')!.decided!.entry
  const again = beforeTheVote()
  again.say({ kind: 'calendar', round: 1, dates: [{ id: 'campaign-ends', date: '2031-06-04' }] }, 'authority')
  const changed = calendarOf(again.log.replay()).find(({ id }) => id === 'campaign-ends')
  expect(changed?.decided).toMatchObject({ date: '2031-06-04', before: [first] })
})
