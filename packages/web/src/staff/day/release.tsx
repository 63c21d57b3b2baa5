import type { Refusal } from '@countersign/election'
import { useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { sayStatement } from '../device/say.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import type { Day } from './day.ts'

/** The end of the embargo. It cannot be taken back, so how many places are still open stands beside it. */
export function Release({ day: { round, boxes, closed, released } }: { readonly day: Day }) {
  const text = useText()
  const identity = useIdentity()
  const definition = useElection()?.id
  const [sure, setSure] = useState(false)
  const [said, setSaid] = useState<Refusal | 'signed'>()
  if (!identity || !definition) return null
  const release = async () => {
    setSaid((await sayStatement(identity, { kind: 'release', definition, round })) ?? 'signed')
  }
  return (
    <section data-released={released}>
      <h2>{text.say('day.release')}</h2>
      {released ? (
        <p role="status" className="sheet">
          {text.say('day.released')}
        </p>
      ) : (
        <>
          <p>{text.say('day.release.about')}</p>
          {closed < boxes && <p>{text.say('day.release.open', { boxes: boxes - closed })}</p>}
          <Checkbox isSelected={sure} onChange={setSure}>
            {text.say('day.release.sure')}
          </Checkbox>
          <Button className="main" onPress={release} isDisabled={!sure || said === 'signed'}>
            {text.say('day.release.sign')}
          </Button>
          <p role="status">{said === 'signed' && text.say('day.signed')}</p>
          <Refused refusal={said === 'signed' ? undefined : said} />
        </>
      )}
    </section>
  )
}
