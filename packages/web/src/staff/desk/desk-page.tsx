import { Link, useParams } from '@tanstack/react-router'
import { Table } from '../../layout/table.tsx'
import { useRound } from '../centre/round.ts'
import { usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { AreaBoxes, Areas } from './areas.tsx'
import { Crowded } from './crowded.tsx'
import { type Desk, useDesk } from './desk.ts'
import { OutcomeNow } from './outcome.tsx'
import { Told } from './told.tsx'

/** Whether anything could change, both totals side by side, what is outstanding and held, and each area. */
export function DeskPage() {
  const text = useText()
  const round = useRound()
  const role = usePerson()?.role
  const answer = useDesk(round)
  if (answer === undefined) return <p role="status">{text.say('loading')}</p>
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const desk = answer.value
  return (
    <>
      <h1>{text.say('desk.title')}</h1>
      <Told live={answer} version={desk.treeSize} />
      {(role === 'desk' || role === 'authority') && (
        <p>
          <Link to="/desk/announce">{text.say('announce.title')}</Link>
        </p>
      )}
      <OutcomeNow desk={desk} />
      <Totals desk={desk} />
      <Held desk={desk} />
      <Crowded desk={desk} />
      <Areas desk={desk} />
    </>
  )
}

/** One area at the desk: its parts, and where it has none its boxes. */
export function DeskAreaPage() {
  const text = useText()
  const round = useRound()
  const { area } = useParams({ strict: false }) as { readonly area: string }
  const answer = useDesk(round, area)
  if (answer === undefined) return <p role="status">{text.say('loading')}</p>
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { path, areas, treeSize } = answer.value
  return (
    <>
      <nav aria-label={text.say('desk.path')}>
        <Link to="/desk">{text.say('desk.title')}</Link>
        {path.slice(0, -1).map(above => (
          <span key={above.area}>
            {' › '}
            <Link to="/desk/areas/$area" params={{ area: above.area }}>
              {text.name(above.name)}
            </Link>
          </span>
        ))}
      </nav>
      <h1>{text.name(path.at(-1)?.name ?? { en: area })}</h1>
      <Told live={answer} version={treeSize} />
      {areas.length > 0 ? <Areas desk={answer.value} /> : <AreaBoxes area={area} round={round} />}
    </>
  )
}

const figures = ['eligible', 'issued', 'taken', 'invalid', 'valid'] as const

function Totals({ desk: { preliminary, reconciled, names } }: { readonly desk: Desk }) {
  const text = useText()
  const shown = (figure: number | null) => (figure === null ? text.say('desk.unknown') : text.count(figure))
  const votes = (total: Desk['preliminary'], candidate: string) =>
    text.count(total.candidates[candidate] ?? 0)
  return (
    <section>
      <h2>{text.say('desk.totals')}</h2>
      <p>
        {text.say('desk.totals.about')} {text.say('desk.early')}
      </p>
      <Table
        caption={text.say('desk.totals.caption')}
        columns={[
          { title: text.say('desk.figure') },
          { title: text.say('desk.preliminary'), numeric: true },
          { title: text.say('desk.reconciled'), numeric: true },
        ]}
        rows={[
          ...Object.keys(preliminary.candidates).map(id => ({
            key: id,
            cells: [
              <bdi key={id}>{names[id] ? text.name(names[id]) : id}</bdi>,
              votes(preliminary, id),
              votes(reconciled, id),
            ],
          })),
          ...figures.map(name => ({
            key: name,
            cells: [text.say(`desk.${name}`), shown(preliminary[name]), shown(reconciled[name])],
          })),
        ]}
      />
    </section>
  )
}

function Held({ desk }: { readonly desk: Desk }) {
  const text = useText()
  return (
    <section>
      <h2>{text.say('held.title')}</h2>
      {Object.entries(desk.held).map(([state, { boxes }]) => (
        <div key={state} className="line">
          <span>{text.say(`box.${state}`)}</span>
          <strong>{text.count(boxes)}</strong>
        </div>
      ))}
      <p>
        <Link to="/desk/held">{text.say('held.open')}</Link>
      </p>
    </section>
  )
}
