import { figureWords } from '@countersign/election'
import { useSpoken } from '../shell/text.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { closeOf, closingFigures } from './compose.ts'
import { CountField, TextLine, TimeField } from './fields.tsx'
import { ForSigning } from './for-signing.tsx'
import { Recorded } from './recorded.tsx'
import { useBackup } from './use-backup.ts'
import { draftName, usePlace } from './use-place.ts'

/** The evening: who came, what became of the stubs, and the seals; before the box is opened. */
export function ClosePage() {
  const { text, language } = useSpoken()
  const place = usePlace()
  const filling = useDraft(place ? draftName(place, 'close-poll') : '')
  useBackup(place, 'close-poll', filling?.draft)
  const pack = place?.pack
  if (!place || !pack) return <p>{text.say('place.unprepared')}</p>
  if (!filling) return <p role="status">{text.say('loading')}</p>
  const nameOf = (name: (typeof closingFigures)[number]) =>
    name === 'duplicates' ? text.say('close.duplicates') : figureWords[name][language]
  return (
    <>
      <h1>{text.say('step.close')}</h1>
      <p>{text.say('close.about')}</p>
      <Recorded pack={pack} kinds={['close-poll']} />
      <TimeField filling={filling} field="at" label={text.say('close.at')} />
      {closingFigures.map(name => (
        <CountField key={name} filling={filling} field={name} label={nameOf(name)} />
      ))}
      <TextLine
        filling={filling}
        field="seals"
        label={text.say('open.seals')}
        note={text.say('open.sealsNote')}
      />
      <ForSigning
        place={place}
        name="close-poll"
        make={() => closeOf(filling.value, pack)}
        label="place.forSigning"
      />
    </>
  )
}
