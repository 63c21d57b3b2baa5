import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Table } from '../../layout/table.tsx'
import { answered, server } from '../shell/api.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import type { Desk } from './desk.ts'

const awaited = ['expected', 'opened', 'closed', 'missing'] as const
const inDispute = ['quarantined', 'conflicting', 'disputed'] as const

/** The parts of an area: votes in both totals, boxes awaited and held; each leads to its own parts. */
export function Areas({ desk: { areas } }: { readonly desk: Desk }) {
  const text = useText()
  const of = (boxes: Readonly<Record<string, number>>, states: readonly string[]) =>
    text.count(states.reduce((sum, state) => sum + (boxes[state] ?? 0), 0))
  const taken = (votes: number | null) => (votes === null ? '–' : text.count(votes))
  return (
    <Table
      caption={text.say('desk.areas')}
      columns={[
        { title: text.say('desk.area') },
        ...['taken', 'reconciledTaken', 'awaited', 'held'].map(column => ({
          title: text.say(`desk.column.${column}`),
          numeric: true,
        })),
      ]}
      rows={areas.map(({ area, name, boxes, ...votes }) => ({
        key: area,
        cells: [
          <Link key={area} to="/desk/areas/$area" params={{ area }}>
            {text.name(name)}
          </Link>,
          taken(votes.taken),
          taken(votes.reconciled),
          of(boxes, awaited),
          of(boxes, inDispute),
        ],
      }))}
    />
  )
}

/** The boxes of an area that has no parts: those that something is to be done about come first. */
export function AreaBoxes({ area, round }: { readonly area: string; readonly round: number }) {
  const text = useText()
  const { data } = useQuery({
    queryKey: ['desk', 'boxes', round, area],
    queryFn: () =>
      answered(server.GET('/areas/{area}/boxes', { params: { path: { area }, query: { round } } })),
    refetchInterval: 10_000,
  })
  if (data === undefined) return <p role="status">{text.say('loading')}</p>
  if (!data.ok) return <Refused refusal={data.refusal} />
  const { boxes, next } = data.value
  const order = [...inDispute, 'missing', 'expected', 'opened', 'closed'] as readonly string[]
  const rank = (state: string) => (order.indexOf(state) + order.length + 1) % (order.length + 1)
  const sorted = [...boxes].sort((a, b) => rank(a.state) - rank(b.state))
  return (
    <>
      <Table
        caption={text.say('desk.boxes')}
        columns={[{ title: text.say('compare.box') }, { title: text.say('desk.column.state') }]}
        rows={sorted.map(({ box, state }) => ({
          key: box,
          cells: [
            <Link key={box} to="/desk/held/$box" params={{ box }}>
              <bdi>{box}</bdi>
            </Link>,
            text.say(`box.${state}`),
          ],
        }))}
      />
      {next !== null && <p className="quiet">{text.say('desk.boxes.more')}</p>}
    </>
  )
}
