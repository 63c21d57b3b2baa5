import { expect, test } from 'vitest'
import { secondsOf } from '../shell/time.ts'
import { countsIn } from './counts.ts'
import { draftOf } from './history.ts'

const drafted = (fields: Readonly<Record<string, string>>) =>
  draftOf(
    Object.entries(fields).map(([field, value]) => ({
      ...{ id: field, draft: '1.b1.hourly', field, value, at: 0, after: '' },
    })),
  )

test('a count is computer and paper together, in either digits; half a line is none yet', () => {
  const counts = countsIn(
    drafted({
      rows: '4',
      '0.at': '2031-06-06T10:00',
      '0.computer': '۱۲۰',
      '0.paper': '3',
      '1.at': '2031-06-06T11:00',
      '1.paper': '0',
      '2.computer': '200',
      '3.at': '2031-06-06T13:00',
      '3.computer': '2oo',
    }),
  )
  expect(counts).toEqual([
    { at: secondsOf('2031-06-06T10:00'), checkIns: 123 },
    { at: secondsOf('2031-06-06T11:00'), checkIns: 0 },
  ])
})
