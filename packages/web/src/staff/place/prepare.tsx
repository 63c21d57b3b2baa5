import type { Refusal } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { askToStay } from '../device/settings.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { byRole } from './compose.ts'
import { fetchPack } from './pack.ts'
import { usePersonName } from './people.tsx'
import { usePlace } from './use-place.ts'

/** Before the day: everything that the place needs is brought onto the device, so that no network is needed. */
export function PreparePage() {
  const text = useText()
  const place = usePlace()
  const name = usePersonName()
  const [refusal, setRefusal] = useState<Refusal>()
  if (!place) return <p>{text.say('place.none')}</p>
  const { pack, box, round } = place
  const get = async () => {
    const answer = await fetchPack(box, round)
    setRefusal(answer.ok ? undefined : answer.refusal)
    await askToStay()
  }
  return (
    <>
      <h1>{text.say('step.prepare')}</h1>
      <p>{text.say('prepare.about')}</p>
      <Button className="main" onPress={get}>
        {text.say(pack ? 'prepare.again' : 'prepare.get')}
      </Button>
      <Refused refusal={refusal} />
      {pack && (
        <>
          <p role="status" className="sheet">
            {text.say('prepare.done')}
          </p>
          <h2>{text.say('prepare.people', { people: pack.keys.length })}</h2>
          <ul>
            {byRole(pack.keys).map(person => (
              <li key={person.kid}>{name(person)}</li>
            ))}
          </ul>
          <p>{text.say('prepare.missing')}</p>
          <p>
            <Link to="/place">{text.say('place.back')}</Link>
          </p>
        </>
      )}
    </>
  )
}
