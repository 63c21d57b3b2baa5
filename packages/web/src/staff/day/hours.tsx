import type { Refusal } from '@countersign/election'
import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import { sayStatement } from '../device/say.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken } from '../shell/text.tsx'
import { localMoment, secondsOf } from '../shell/time.ts'
import type { Day } from './day.ts'

/** Longer hours, everywhere or in one region: no place is then said to have closed late. */
export function Hours({ day }: { readonly day: Day }) {
  const { text, language } = useSpoken()
  const identity = useIdentity()
  const definition = useElection()?.id
  const [typed, setTyped] = useState('')
  const [area, setArea] = useState('')
  const [said, setSaid] = useState<Refusal | 'signed'>()
  const until = secondsOf(typed)
  const extend = async (event: FormEvent) => {
    event.preventDefault()
    if (!identity || !definition || until === undefined) return
    const where = area === '' ? {} : { area }
    const statement = { kind: 'extend', definition, round: day.round, until, ...where } as const
    setSaid((await sayStatement(identity, statement)) ?? 'signed')
  }
  return (
    <section>
      <h2>{text.say('day.hours')}</h2>
      <p>
        {day.until === null
          ? text.say('day.hours.about')
          : text.say('day.hours.until', { until: localMoment(day.until, language) })}
      </p>
      <form onSubmit={extend}>
        <label className="field">
          <span className="label">{text.say('day.until')}</span>
          <input type="datetime-local" value={typed} onChange={event => setTyped(event.target.value)} />
        </label>
        <label className="field">
          <span className="label">{text.say('day.where')}</span>
          <select value={area} onChange={event => setArea(event.target.value)}>
            <option value="">{text.say('day.everywhere')}</option>
            {day.areas.map(({ area: id, name }) => (
              <option key={id} value={id}>
                {text.name(name)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" isDisabled={until === undefined}>
          {text.say('day.extend')}
        </Button>
      </form>
      <p role="status">{said === 'signed' && text.say('day.signed')}</p>
      <Refused refusal={said === 'signed' ? undefined : said} />
    </section>
  )
}
