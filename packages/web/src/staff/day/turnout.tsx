import type { Refusal } from '@countersign/election'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Scroll } from '../../layout/table.tsx'
import { fromBase64 } from '../device/base64.ts'
import { statementIn } from '../device/entry.ts'
import { sayPayload } from '../device/say.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken, useText } from '../shell/text.tsx'
import type { Day } from './day.ts'

/** Check-ins by region from the places' hourly counts; what is shown is what the authority signs. */
export function Turnout({ day, decides }: { readonly day: Day; readonly decides: boolean }) {
  const { text, language } = useSpoken()
  const time = new Intl.DateTimeFormat(language === 'fa' ? 'fa-IR' : language, { timeStyle: 'short' })
  return (
    <section>
      <h2>{text.say('day.turnout')}</h2>
      <p>{text.say('day.turnout.about')}</p>
      <Scroll label={text.say('day.turnout')}>
        <table>
          <caption>{text.say('day.turnout.at', { time: time.format(day.at * 1000) })}</caption>
          <thead>
            <tr>
              <th scope="col">{text.say('day.region')}</th>
              <th scope="col" className="number">
                {text.say('day.checkIns')}
              </th>
              <th scope="col" className="number">
                {text.say('day.told')}
              </th>
            </tr>
          </thead>
          <tbody>
            {day.areas.map(row => (
              <Row key={row.area} name={text.name(row.name)} of={row} />
            ))}
            <Row name={text.say('day.whole')} of={day} />
          </tbody>
        </table>
      </Scroll>
      {decides && <Sign day={day} />}
    </section>
  )
}

type Sum = Pick<Day, 'told' | 'boxes' | 'checkIns'>

function Row({ name, of: { told, boxes, checkIns } }: { readonly name: string; readonly of: Sum }) {
  const text = useText()
  return (
    <tr data-told={told} data-check-ins={checkIns}>
      <th scope="row">{name}</th>
      <td className="number">{told === 0 ? '–' : text.count(checkIns)}</td>
      <td className="number">
        {text.say('day.ofBoxes', { count: text.count(told), boxes: text.count(boxes) })}
      </td>
    </tr>
  )
}

function Sign({ day }: { readonly day: Day }) {
  const text = useText()
  const identity = useIdentity()
  const election = useElection()
  const [said, setSaid] = useState<Refusal | 'signed'>()
  if (!identity) return null
  if (day.payload === null) return <p>{text.say('day.turnout.none')}</p>
  const sign = async () => {
    const payload = fromBase64(day.payload!)
    setSaid(
      payload && says(payload, day, election?.id)
        ? ((await sayPayload(identity, payload)) ?? 'signed')
        : { code: 'turnout-differs', message: '' },
    )
  }
  return (
    <>
      <Button className="main" onPress={sign}>
        {text.say('day.turnout.sign')}
      </Button>
      <p role="status">{said === 'signed' && text.say('day.signed')}</p>
      <Refused refusal={said === 'signed' ? undefined : said} />
    </>
  )
}

/** Whether the bytes to sign state what the table shows, of this election. */
function says(payload: Uint8Array, day: Day, definition: string | null | undefined): boolean {
  const statement = statementIn(payload)
  if (statement?.kind !== 'turnout' || statement.definition !== definition || statement.at !== day.at)
    return false
  const shown = day.areas.filter(({ told }) => told > 0)
  return (
    statement.round === day.round &&
    statement.areas.length === shown.length &&
    statement.areas.every(
      ({ area, checkIns, boxes }, i) =>
        area === shown[i]!.area && checkIns === shown[i]!.checkIns && boxes === shown[i]!.told,
    )
  )
}
