import { shareOf } from '@countersign/election'
import type { Sums } from '@countersign/record'
import { Table } from '../../layout/table.tsx'
import { useText } from '../shell/text.tsx'
import type { Counted } from './count.ts'

/** The team's sum beside the published one of the same boxes, and both published totals. */
export function PartySums({ counted: { count, candidates } }: { readonly counted: Counted }) {
  const text = useText()
  const { own, same, preliminary, reconciled } = count
  const name = (id: string) => text.name(candidates.find(one => one.id === id)?.name ?? { en: id })
  const ids = candidates.map(({ id }) => id)
  const votes = ({ votes }: Sums, id: string) => text.count(votes[id] ?? 0)
  return (
    <section>
      <h2>{text.say('party.count')}</h2>
      <p>
        {text.say('party.same.about', {
          copies: text.count(count.copies),
          boxes: text.count(count.boxes),
          published: text.count(same.published.boxes),
          signed: text.count(count.grades.signed),
          photographed: text.count(count.grades.photographed),
          typed: text.count(count.grades.typed),
        })}
      </p>
      <Table
        caption={text.say('party.same')}
        columns={[
          { title: text.say('party.candidate') },
          ...['all', 'own', 'published', 'difference'].map(column => ({
            title: text.say(`party.column.${column}`),
            numeric: true,
          })),
        ]}
        rows={[
          ...ids.map(id => ({
            key: id,
            cells: [
              <bdi key={id}>{name(id)}</bdi>,
              votes(own, id),
              votes(same.own, id),
              votes(same.published, id),
              text.signed((same.own.votes[id] ?? 0) - (same.published.votes[id] ?? 0)),
            ],
          })),
          {
            key: 'boxes',
            cells: [
              text.say('party.boxes'),
              ...[own, same.own, same.published].map(({ boxes }) => text.count(boxes)),
              '',
            ],
          },
        ]}
      />
      <Table
        caption={text.say('party.all', { version: text.count(count.treeSize) })}
        columns={[
          { title: text.say('party.candidate') },
          { title: text.say('desk.preliminary'), numeric: true },
          { title: text.say('party.column.share'), numeric: true },
          { title: text.say('desk.reconciled'), numeric: true },
          { title: text.say('party.column.share'), numeric: true },
        ]}
        rows={[
          ...ids.map(id => ({
            key: id,
            cells: [
              <bdi key={id}>{name(id)}</bdi>,
              votes(preliminary, id),
              <Share key="p" of={preliminary} id={id} />,
              votes(reconciled, id),
              <Share key="r" of={reconciled} id={id} />,
            ],
          })),
          {
            key: 'taken',
            cells: [
              text.say('desk.taken'),
              ...[preliminary, reconciled].flatMap(({ taken }) => [
                taken === null ? text.say('desk.unknown') : text.count(taken),
                '',
              ]),
            ],
          },
          {
            key: 'boxes',
            cells: [
              text.say('party.boxes'),
              ...[preliminary, reconciled].flatMap(({ boxes }) => [text.count(boxes), '']),
            ],
          },
        ]}
      />
    </section>
  )
}

/** A share of the votes taken, the denominator that the column names. */
function Share({ of, id }: { readonly of: Sums; readonly id: string }) {
  const text = useText()
  const share = shareOf(of.votes[id] ?? 0, of.taken)
  return share === null ? '–' : text.percent(share.percent)
}
