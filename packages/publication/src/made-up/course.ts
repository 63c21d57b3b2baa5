import type { Definition } from '@countersign/election'
import {
  aForm,
  aLiveElection,
  boxIds,
  closePoll,
  type Draft,
  type Live,
  open,
  report,
  transcribe,
} from '@countersign/election/made-up'

type Sha256 = Parameters<typeof aLiveElection>[0]

/** 2031-06-06, midnight UTC: the voting day of the made-up land. */
export const midnight = 1_938_470_400
export const hour = 3_600

const law = 'Made-up Elections Act'
/** The rules by which the made-up land counts its dates. */
export const calendar: NonNullable<Definition['calendar']> = [
  {
    id: 'latest-vote',
    name: { en: 'Last day for voting', fa: 'آخرین روز رأی‌گیری' },
    ...{ from: 'trigger', direction: 'after', days: 50, law: `${law}, section 2` },
  },
  {
    id: 'registration-closes',
    name: { en: 'Registration closes', fa: 'پایان ثبت‌نام' },
    ...{ from: 'trigger', direction: 'after', days: 14, law: `${law}, section 7` },
  },
  {
    id: 'campaign-ends',
    name: { en: 'Campaign ends', fa: 'پایان تبلیغات' },
    ...{ from: 'vote', direction: 'before', days: 1, law: `${law}, section 12` },
  },
  {
    id: 'forms',
    name: { en: 'Every form is due', fa: 'مهلت رسیدن صورت‌جلسه‌ها' },
    ...{ from: 'vote', direction: 'after', days: 3, law: `${law}, section 30` },
  },
]

/** Before the vote: dates, a candidacy that is rejected, an endorsement, a debate, a call to stay away, a poll. */
export function theCampaign({ say, key }: Live): void {
  const dates = [
    { id: 'trigger', date: '2031-04-20' },
    { id: 'registration-closes', date: '2031-05-06' },
    { id: 'vote', date: '2031-06-06' },
    { id: 'campaign-ends', date: '2031-06-05' },
  ]
  say({ kind: 'calendar', round: 1, dates }, 'authority')
  const edda = { kind: 'candidacy', candidate: 'edda' } as const
  const name = { en: 'Edda Marsh', fa: 'ادا مردابی' }
  say({ ...edda, step: 'filed', name, key: key('edda'), card: '1' }, 'edda')
  const ground = 'Filed two days after the day on which registration closed.'
  say({ ...edda, step: 'rejected', ground, instance: 'first' } as Draft, 'council')
  say({ ...edda, step: 'endorses', other: 'clara' } as Draft, 'edda')
  say(
    {
      ...{ kind: 'event', round: 1, sort: 'debate', date: '2031-05-28' },
      name: { en: 'Debate on the harbour', fa: 'مناظره دربارهٔ بندر' },
      candidates: ['anna', 'boris', 'clara'],
      source: 'Made-up Radio, 28 May 2031',
    } as Draft,
    'authority',
  )
  say(
    {
      ...{ kind: 'event', round: 1, sort: 'boycottCall', date: '2031-06-01' },
      name: { en: 'The fishers’ union calls for a boycott', fa: 'اتحادیهٔ ماهیگیران به تحریم فراخواند' },
    } as Draft,
    'authority',
  )
  say(
    {
      ...{ kind: 'poll', round: 1, from: '2031-05-30', to: '2031-06-01', sample: 812 },
      pollster: { en: 'Made-up Polls', fa: 'مؤسسهٔ ساختگی' },
      of: 'everyone asked',
      answers: [
        { candidate: 'anna', perTenThousand: 3_450 },
        { candidate: 'boris', perTenThousand: 3_010 },
        { words: { en: 'Undecided', fa: 'بی‌تصمیم' }, perTenThousand: 2_120 },
      ],
      source: 'Made-up Gazette, 2 June 2031',
    } as Draft,
    'authority',
  )
}

/** Check-ins as the voting day goes on; in the west the places stay open for longer. */
export function theVotingDay({ say }: Live): void {
  const checkIns = [
    [6, 140, 90],
    [10, 410, 355],
    [14, 690, 580],
  ] as const
  for (const [at, east, west] of checkIns)
    say(
      {
        ...{ kind: 'turnout', round: 1, at: midnight + at * hour },
        areas: [
          { area: 'east', checkIns: east, boxes: 3 },
          { area: 'west', checkIns: west, boxes: 3 },
        ],
      } as Draft,
      'authority',
    )
  say({ kind: 'extend', round: 1, area: 'west', until: midnight + 16 * hour }, 'authority')
}

/** A whole made-up election in one round, from the day that calls it to the oath; every box agreed. */
export function aWholeCourse(sha256: Sha256, changes: Partial<Definition> = {}): Live {
  const live = aLiveElection(sha256, {
    name: { en: 'A whole made-up election (synthetic data)', fa: 'انتخابات ساختگیِ کامل (داده‌های ساختگی)' },
    origin: 'rehearsal.example/course',
    calendar,
    ...changes,
  })
  const { say } = live
  theCampaign(live)
  say({ kind: 'time', at: midnight + 4 * hour }, 'operator')
  for (const box of boxIds) open(live, box)
  theVotingDay(live)
  say({ kind: 'time', at: midnight + 17 * hour }, 'operator')
  for (const box of boxIds) closePoll(live, box)
  say({ kind: 'release', round: 1, at: midnight + 16 * hour }, 'authority')
  for (const box of boxIds) {
    report(live, box, { figures: winning })
    transcribe(live, box, winning)
  }
  toTheOath(live)
  return live
}

const winning = aForm(130, 40, 20, 5)

function toTheOath(live: Live): void {
  const { say, log } = live
  const treeSize = log.replay().size
  const votes = Object.fromEntries(
    Object.entries(winning.votes ?? {}).map(([number, votes]) => [number, votes * boxIds.length]),
  )
  const figures = { taken: (winning.taken ?? 0) * boxIds.length, votes }
  say({ kind: 'time', at: midnight + 30 * hour }, 'operator')
  const outcome = { state: 'elected', candidates: ['anna'] }
  const declaration = say(
    { kind: 'declare', round: 1, treeSize, figures, outcome, total: 'reconciled' } as Draft,
    'authority',
  )
  say({ kind: 'time', at: midnight + 100 * hour }, 'operator')
  const certification = say(
    { kind: 'certify', round: 1, declaration, decision: 'certified' } as Draft,
    'council',
  )
  say({ kind: 'confirm', round: 1, statement: certification, decision: 'confirmed' } as Draft, 'court')
  say({ kind: 'office', candidate: 'anna', act: 'oath', date: '2031-06-20' } as Draft, 'court')
  say({ kind: 'close', note: 'All deadlines have passed.' }, 'authority', 'council')
}
