import { expect, test } from 'vitest'
import { composeAct } from './compose.ts'
import { actForms, actsOf } from './forms.ts'

const bound = { definition: 'ab'.repeat(32), round: 1 }

test('a poll in Persian digits and decimals, with whoever had not decided', () => {
  const filled = {
    'pollster.fa': ' مؤسسه ',
    from: '2031-05-30',
    to: '2031-06-01',
    sample: '۱٬۰۰۱',
    'answers.anna': '۳۴٫۵',
    'answers.boris': '30',
    'answers.': '21.25',
  }
  expect(composeAct('poll', filled, bound)).toMatchObject({
    ok: true,
    value: {
      kind: 'poll',
      round: 1,
      pollster: { fa: 'مؤسسه' },
      sample: 1001,
      answers: [
        { candidate: 'anna', perTenThousand: 3450 },
        { candidate: 'boris', perTenThousand: 3000 },
        { words: { en: 'Undecided' }, perTenThousand: 2125 },
      ],
    },
  })
})

test('a figure that is none, and a share that is none, are named by their field', () => {
  const supply = { box: 'N-01', ballots: 'many' }
  expect(composeAct('supply', supply, bound)).toMatchObject({ ok: false, refusal: { where: 'ballots' } })
  for (const share of ['101', '34.567', '3,4.5.6', 'half'])
    expect(
      composeAct(
        'poll',
        { 'pollster.en': 'P', from: '2031-05-30', to: '2031-05-30', 'answers.anna': share },
        bound,
      ),
    ).toMatchObject({ ok: false, refusal: { where: 'answers' } })
})

test('what is empty is absent; what lacks is refused by the schema of the statement', () => {
  const event = {
    sort: 'debate',
    'name.en': 'On the harbour',
    date: '2031-05-28',
    candidates: 'anna boris',
    source: ' ',
  }
  const composed = composeAct('event', event, bound)
  expect(composed).toMatchObject({
    ok: true,
    value: { candidates: ['anna', 'boris'], name: { en: 'On the harbour' } },
  })
  expect(composed.ok && 'source' in composed.value).toBe(false)
  expect(composeAct('event', { sort: 'debate' }, bound)).toMatchObject({ ok: false })
})

test('a date of the calendar is one of a list; what belongs to no round has round 0', () => {
  expect(composeAct('calendar', { id: 'vote', date: '2031-06-06' }, bound)).toMatchObject({
    ok: true,
    value: { kind: 'calendar', round: 1, dates: [{ id: 'vote', date: '2031-06-06' }] },
  })
  expect(composeAct('close', {}, bound)).toMatchObject({ ok: true, value: { kind: 'close', round: 0 } })
})

test('a box added after the seal is on the list of every round, or of one; a moved one names its new area', () => {
  const added = {
    list: 'every',
    change: 'added',
    box: 'N-99',
    area: 'N',
    delivered: '300',
    reason: 'A flood.',
  }
  expect(composeAct('amend', added, bound)).toMatchObject({
    ok: true,
    value: { round: 0, added: [{ id: 'N-99', area: 'N', delivered: 300 }], reason: 'A flood.' },
  })
  const moved = { list: 'round', change: 'moved', box: 'N-01', area: 'S', reason: 'A new border.' }
  expect(composeAct('amend', moved, bound)).toMatchObject({
    ok: true,
    value: { round: 1, moved: [{ box: 'N-01', area: 'S' }] },
  })
  expect(composeAct('merge', { box: 'N-01', merged: 'N-02، N-03' }, bound)).toMatchObject({
    ok: true,
    value: { merged: ['N-02', 'N-03'] },
  })
})

test('each role is offered what it may state, and nobody else’s', () => {
  expect(actsOf('authority')).toEqual([
    'calendar',
    'event',
    'poll',
    'supply',
    'amend',
    'ruling',
    'office',
    'destroy',
    'close',
  ])
  expect(actsOf('supervisingBody')).toEqual(['amend', 'ruling', 'destroy', 'close'])
  expect(actsOf('agent')).toEqual(['incident'])
  expect(actsOf(undefined)).toEqual([])
  expect(Object.keys(actForms)).toHaveLength(11)
})
