import type { Settled } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { Scroll } from '../../layout/table.tsx'
import { useRound } from '../centre/round.ts'
import { usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { type Desk, useDesk } from './desk.ts'

/** Both totals side by side, what is outstanding and held, whether that could change the outcome, and each area. */
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
      <p role="status">{text.say('desk.version', { version: text.count(desk.treeSize) })}</p>
      {(role === 'desk' || role === 'authority') && (
        <p>
          <Link to="/desk/announce">{text.say('announce.title')}</Link>
        </p>
      )}
      <Totals desk={desk} />
      <Held desk={desk} />
      <Crowded desk={desk} />
      <Areas desk={desk} />
    </>
  )
}

const figures = ['eligible', 'issued', 'taken', 'invalid', 'valid'] as const

function Totals({ desk: { preliminary, reconciled, names } }: { readonly desk: Desk }) {
  const text = useText()
  const shown = (figure: number | null) => (figure === null ? text.say('desk.unknown') : text.count(figure))
  return (
    <>
      <h2>{text.say('desk.totals')}</h2>
      <p>{text.say('desk.totals.about')}</p>
      <Scroll label={text.say('desk.totals')}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col" className="number">
                {text.say('desk.preliminary')}
              </th>
              <th scope="col" className="number">
                {text.say('desk.reconciled')}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.keys(preliminary.candidates).map(candidate => (
              <tr key={candidate}>
                <th scope="row">
                  <bdi>{names[candidate] ? text.name(names[candidate]) : candidate}</bdi>
                </th>
                <td className="number">{text.count(preliminary.candidates[candidate] ?? 0)}</td>
                <td className="number">{text.count(reconciled.candidates[candidate] ?? 0)}</td>
              </tr>
            ))}
            {figures.map(name => (
              <tr key={name}>
                <th scope="row">{text.say(`desk.${name}`)}</th>
                <td className="number">{shown(preliminary[name])}</td>
                <td className="number">{shown(reconciled[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <SettledLine settled={reconciled.settled as Settled | null} />
    </>
  )
}

/** Whether what is outside the reconciled total, held boxes included, could still change the outcome. */
function SettledLine({ settled }: { readonly settled: Settled | null }) {
  const text = useText()
  if (!settled) return null
  const { outstanding, ...bounds } = settled
  return (
    <>
      <p>
        {outstanding === null
          ? text.say('desk.outstanding.unknown')
          : text.say('desk.outstanding', { ballots: text.count(outstanding) })}
      </p>
      <ul>
        {Object.entries(bounds).map(([name, bound]) => (
          <li key={name}>
            {text.say(`desk.bound.${name}`)}:{' '}
            {bound.by === null
              ? text.say('desk.notSettled.unknown')
              : text.say(bound.settled ? 'desk.settled' : 'desk.notSettled', {
                  ballots: text.count(Math.abs(bound.by)),
                })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Held({ desk }: { readonly desk: Desk }) {
  const text = useText()
  return (
    <>
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
    </>
  )
}

/** More votes than eligible voters: where people may vote anywhere this can be, and it is said with its explanation. */
function Crowded({ desk: { crowded } }: { readonly desk: Desk }) {
  const text = useText()
  if (crowded.length === 0) return null
  return (
    <>
      <h2>{text.say('desk.crowded')}</h2>
      <p>{text.say('desk.crowded.about')}</p>
      {crowded.map(({ area, taken, eligible }) => (
        <div key={area} className="line">
          <bdi>{area}</bdi>
          <strong>
            {text.say('desk.crowded.by', { taken: text.count(taken), eligible: text.count(eligible) })}
          </strong>
        </div>
      ))}
    </>
  )
}

function Areas({ desk: { areas } }: { readonly desk: Desk }) {
  const text = useText()
  const of = (boxes: Readonly<Record<string, number>>, states: readonly string[]) =>
    text.count(states.reduce((sum, state) => sum + (boxes[state] ?? 0), 0))
  return (
    <>
      <h2>{text.say('desk.areas')}</h2>
      <Scroll label={text.say('desk.areas')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.say('desk.area')}</th>
              {['taken', 'reconciledTaken', 'awaited', 'held'].map(column => (
                <th key={column} scope="col" className="number">
                  {text.say(`desk.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map(({ area, name, boxes, taken, reconciled }) => (
              <tr key={area}>
                <th scope="row">{text.name(name)}</th>
                <td className="number">{taken === null ? '–' : text.count(taken)}</td>
                <td className="number">{reconciled === null ? '–' : text.count(reconciled)}</td>
                <td className="number">{of(boxes, ['expected', 'opened', 'closed', 'missing'])}</td>
                <td className="number">{of(boxes, ['quarantined', 'conflicting', 'disputed'])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
