import { useQuery } from '@tanstack/react-query'
import { Scroll } from '../../layout/table.tsx'
import { answered, server } from '../shell/api.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { useRound } from './round.ts'

const waiting = [
  'empty',
  'firstInProgress',
  'firstDone',
  'secondInProgress',
  'differing',
  'thirdInProgress',
  'unresolved',
]

/** A wall that anyone may look at, without a login: how far each centre is. No figure of a vote is on it. */
export function ProgressPage() {
  const text = useText()
  const round = useRound()
  const { data } = useQuery({
    queryKey: ['progress', round],
    queryFn: () => answered(server.GET('/centres/progress', { params: { query: { round } } })),
    refetchInterval: 2_000,
  })
  if (data === undefined) return <p role="status">{text.say('loading')}</p>
  if (!data.ok) return <Refused refusal={data.refusal} />
  const sum = (counts: Readonly<Record<string, number>>, of: readonly string[]) =>
    of.reduce((all, state) => all + (counts[state] ?? 0), 0)
  return (
    <>
      <h1>{text.say('progress.title')}</h1>
      <Scroll label={text.say('progress.title')}>
        <table>
          <caption className="quiet">{text.say('progress.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{text.say('progress.centre')}</th>
              {['boxes', 'awaited', 'reported', 'agreed', 'held', 'packets', 'keyed', 'sent'].map(column => (
                <th key={column} scope="col" className="number">
                  {text.say(`progress.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.value.map(({ area, name, boxes, packets, sent }) => (
              <tr key={area}>
                <th scope="row">{text.name(name)}</th>
                {[
                  sum(boxes, Object.keys(boxes)),
                  sum(boxes, ['expected', 'opened', 'closed', 'missing']),
                  sum(boxes, ['reported']),
                  sum(boxes, ['agreed', 'accepted']),
                  sum(boxes, ['disputed', 'conflicting', 'quarantined']),
                  sum(packets, waiting),
                  sum(packets, ['agreeing', 'done']),
                  sent,
                ].map((count, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
                  <td key={i} className="number">
                    {text.count(count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
