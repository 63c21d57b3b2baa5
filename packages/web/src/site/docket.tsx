import type { DocketRow, Overview } from '@countersign/publication'
import { Table } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'
import type { Links } from './links.ts'
import type { ElectionProps } from './pages.tsx'
import { sidesIn } from './sides.ts'

/** Every complaint with what was ruled on it, every objection, and every ruling that answers no complaint. */
export function DocketPage({ text, election, links }: ElectionProps) {
  const { overview, docket, docketCount } = election
  const { complaints, unanswered, objections, rulings } = overview.docket
  const bySort = Map.groupBy(docket, ({ sort }) => sort)
  return (
    <>
      <h1>{text.say('docket')}</h1>
      <p>
        {text.say('docket.lead', {
          complaints,
          unanswered: text.count(unanswered),
          objections: text.count(objections),
          rulings: text.count(rulings),
        })}
      </p>
      {docketCount === 0 && <p>{text.say('docket.none')}</p>}
      {(['complaint', 'objection', 'ruling'] as const).map(sort => {
        const rows = bySort.get(sort) ?? []
        const shown = { text, overview, links, sort, rows }
        return rows.length > 0 && <Contests key={sort} {...shown} />
      })}
      {docket.length < docketCount && (
        <p>
          <a href={links.file(`derived/${overview.treeSize}/docket.json`)}>
            {text.say('docket.more', { shown: text.count(docket.length), count: text.count(docketCount) })}
          </a>
        </p>
      )}
    </>
  )
}

interface ContestsProps {
  readonly text: Text
  readonly overview: Overview
  readonly links: Links
  readonly sort: DocketRow['sort']
  readonly rows: readonly DocketRow[]
}

function Contests({ text, overview, links, sort, rows }: ContestsProps) {
  return (
    <section aria-labelledby={sort}>
      <h2 id={sort}>{text.say(`docket.${sort}`)}</h2>
      <Table
        sortable
        kind="stacked"
        caption={text.say(`caption.docket.${sort}`, { count: rows.length })}
        columns={[
          { title: text.say('where') },
          { title: text.say('round.column'), numeric: true },
          { title: text.say(`docket.words.${sort}`), long: true },
          { title: text.say('statement.by') },
          ...(sort === 'objection' ? [] : [{ title: text.say('docket.decided'), long: true }]),
          { title: text.say('entry'), numeric: true },
        ]}
        rows={rows.map(row => ({
          key: String(row.entry),
          cells: [
            whereOf(text, links, row),
            text.count(row.round),
            <Words key="words" text={text} row={row} />,
            signedBy(text, overview, row.by),
            ...(sort === 'objection' ? [] : [<Decided key="decided" text={text} row={row} />]),
            { shown: text.count(row.entry), value: row.entry },
          ],
        }))}
      />
    </section>
  )
}

function Words({ text, row: { words, wants, against } }: { readonly text: Text; readonly row: DocketRow }) {
  return (
    <>
      <bdi>{words}</bdi>{' '}
      {wants !== null && <span className="quiet">{text.say(`docket.wants.${wants}`)}</span>}
      {against !== null && (
        <span className="quiet">{text.say('docket.against', { entry: text.count(against) })}</span>
      )}
    </>
  )
}

/** What was ruled: on a complaint by others, of a ruling by itself. */
function Decided({ text, row: { decision, rulings } }: { readonly text: Text; readonly row: DocketRow }) {
  if (decision !== null) return text.say(`decision.ruling.${decision}`)
  if (rulings.length === 0) return text.say('docket.unanswered')
  return (
    <ul className="rulings">
      {rulings.map(ruling => (
        <li key={ruling.entry}>
          {text.say('docket.ruled', {
            decision: text.say(`decision.ruling.${ruling.decision}`),
            entry: text.count(ruling.entry),
          })}{' '}
          <bdi>{ruling.words}</bdi>
        </li>
      ))}
    </ul>
  )
}

function whereOf(text: Text, links: Links, { box, area, areaName, candidate }: DocketRow) {
  if (box !== null) return <a href={links.box(box)}>{text.say('box.named', { box })}</a>
  if (area !== null) return <a href={links.area(area)}>{areaName ? text.name(areaName) : area}</a>
  return candidate ?? text.say('whole')
}

function signedBy(text: Text, overview: Overview, by: DocketRow['by']): string {
  const sideOf = sidesIn(text, overview, [])
  return text.list(
    by.map(({ role, side }) => text.say('docket.by', { role: text.say(`role.${role}`), side: sideOf(side) })),
  )
}
