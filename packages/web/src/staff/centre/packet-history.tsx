import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Scroll } from '../../layout/table.tsx'
import { useRoleName } from '../people/role-name.ts'
import { answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken, useText } from '../shell/text.tsx'
import { localMoment } from '../shell/time.ts'
import { copyName } from './copy-name.ts'
import { type Packet, standingOf, useFormSections } from './packets.ts'

type History = components['schemas']['PacketHistory']
type By = components['schemas']['ByCard']

/** Everything that happened to a packet, in order: who did what by card and role, and what each read once all have. */
export function PacketHistory({ packet }: { readonly packet: Packet }) {
  const text = useText()
  const { data } = useQuery({
    queryKey: ['packet history', packet.id, packet.state],
    queryFn: () =>
      answered(server.GET('/centres/packets/{id}/history', { params: { path: { id: packet.id } } })),
    refetchInterval: 10_000,
  })
  if (data === undefined) return <p role="status">{text.say('loading')}</p>
  if (!data.ok) return <Refused refusal={data.refusal} />
  return (
    <div data-history={packet.id}>
      <p>
        {copyName(text, packet.copy)} · <bdi>{packet.serial}</bdi> ·{' '}
        {text.say(`packet.${standingOf(packet)}`)}
      </p>
      {data.value.seals.length > 0 && (
        <p>{text.say('history.seals', { seals: text.list(data.value.seals) })}</p>
      )}
      {data.value.explanation !== null && (
        <p>{text.say('intake.explained', { explanation: data.value.explanation })}</p>
      )}
      <ol>
        {data.value.events.map((event, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened does not move
          <li key={i} data-happened={event.what}>
            <Happened event={event} />
          </li>
        ))}
      </ol>
      {data.value.readings.length > 0 ? (
        <Readings round={packet.round} readings={data.value.readings} />
      ) : (
        <p className="quiet">{text.say('history.blind')}</p>
      )}
    </div>
  )
}

function Happened({ event: { what, at, by, state, entry } }: { readonly event: History['events'][number] }) {
  const { text, language } = useSpoken()
  const who = useWho()
  const key = `history.${what.replaceAll(' ', '-')}`
  return (
    <>
      {text.knows(key) ? text.say(key) : text.say(`kind.${what}`)}
      {state !== null && what === 'finish' && `: ${text.say(`packet.${state}`)}`} · {text.list(by.map(who))}
      {at !== null && (
        <>
          {' · '}
          <span className="quiet">{localMoment(at, language)}</span>
        </>
      )}
      {entry !== null && (
        <>
          {' · '}
          <span className="quiet">{text.say('copy.entry', { entry: text.count(entry) })}</span>
        </>
      )}
    </>
  )
}

/** A person by role and card: no name is known here. */
function useWho(): (by: By) => string {
  const text = useText()
  const roleName = useRoleName()
  return ({ role, card }) => `${roleName(role)} ${text.say('who.card', { card })}`
}

/** Line by line what each read; only the lines in which they differ, where they do. */
function Readings({ round, readings }: { readonly round: number; readonly readings: History['readings'] }) {
  const { text, language } = useSpoken()
  const who = useWho()
  const lines = (useFormSections(round) ?? []).flatMap(section => section.lines)
  const differing = lines.filter(({ path }) => new Set(readsOf(readings, path)).size > 1)
  if (differing.length === 0)
    return <p>{text.say('history.alike', { people: text.count(readings.length) })}</p>
  const figure = (value: number | null | undefined) =>
    value === undefined ? '' : value === null ? '–' : text.count(value)
  return (
    <Scroll label={text.say('history.differ')}>
      <table>
        <caption>{text.say('history.differ')}</caption>
        <thead>
          <tr>
            <th scope="col">{text.say('history.line')}</th>
            {readings.map(({ by }) => (
              <th key={by.card + by.role} scope="col" className="number">
                {who(by)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differing.map(({ path, label }) => (
            <tr key={path}>
              <th scope="row">{label[language]}</th>
              {readings.map(({ by, figures }) => (
                <Fragment key={by.card + by.role}>
                  <td className="number">{figure(figures[path])}</td>
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** What was read of a line by whoever read it: a third reads only what differed. */
function readsOf(readings: History['readings'], path: string): readonly (number | null)[] {
  return readings.flatMap(({ figures }) => (figures[path] === undefined ? [] : [figures[path]]))
}
