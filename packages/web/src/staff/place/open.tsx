import { useText } from '../shell/text.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { openOf } from './compose.ts'
import { CountField, TextLine, TimeField } from './fields.tsx'
import { ForSigning } from './for-signing.tsx'
import { People } from './people.tsx'
import { Recorded } from './recorded.tsx'
import { useBackup } from './use-backup.ts'
import { draftName, usePlace } from './use-place.ts'

/** The morning: the empty box is shown, sealed, and everyone who will sign the form signs this first. */
export function OpenPage() {
  const text = useText()
  const place = usePlace()
  const filling = useDraft(place ? draftName(place, 'open') : '')
  useBackup(place, 'open', filling?.draft)
  const pack = place?.pack
  if (!place || !pack) return <p>{text.say('place.unprepared')}</p>
  if (!filling) return <p role="status">{text.say('loading')}</p>
  return (
    <>
      <h1>{text.say('step.open')}</h1>
      <p>{text.say('open.about')}</p>
      <Recorded pack={pack} kinds={['open']} />
      <CountField filling={filling} field="inBox" label={text.say('open.inBox')} />
      <TextLine
        filling={filling}
        field="seals"
        label={text.say('open.seals')}
        note={text.say('open.sealsNote')}
      />
      <TimeField filling={filling} field="at" label={text.say('open.at')} />
      <h2>{text.say('open.people')}</h2>
      <People filling={filling} pack={pack} question="people.present" />
      <ForSigning
        place={place}
        name="open"
        make={() => openOf(filling.value, pack)}
        label="place.forSigning"
      />
    </>
  )
}
