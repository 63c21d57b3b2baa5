import { Button } from 'react-aria-components'
import { useText } from '../shell/text.tsx'
import { localTime } from '../shell/time.ts'
import { useDraft } from '../shell/use-draft.ts'
import { CountField, TimeField } from './fields.tsx'
import { useBackup } from './use-backup.ts'
import { draftName, usePlace } from './use-place.ts'

/** During the day: how many have been checked in so far, hour by hour. Saved with the box’s drafts, for its region’s sum. */
export function HourlyPage() {
  const text = useText()
  const place = usePlace()
  const filling = useDraft(place ? draftName(place, 'hourly') : '')
  useBackup(place, 'hourly', filling?.draft)
  if (!place?.pack) return <p>{text.say('place.unprepared')}</p>
  if (!filling) return <p role="status">{text.say('loading')}</p>
  const rows = Number(filling.value('rows') ?? 0)
  const add = () => {
    filling.set('rows', String(rows + 1))
    filling.set(`${rows}.at`, localTime(Date.now()))
  }
  return (
    <>
      <h1>{text.say('step.hourly')}</h1>
      <p>{text.say('hourly.about')}</p>
      {Array.from({ length: rows }, (_, i) => i).map(row => (
        <fieldset key={row} className="sheet">
          <legend>{text.say('hourly.row', { row: text.count(row + 1) })}</legend>
          <TimeField filling={filling} field={`${row}.at`} label={text.say('hourly.at')} />
          <CountField filling={filling} field={`${row}.computer`} label={text.say('hourly.computer')} />
          <CountField filling={filling} field={`${row}.paper`} label={text.say('hourly.paper')} />
        </fieldset>
      ))}
      <Button className="main" onPress={add}>
        {text.say('hourly.add')}
      </Button>
    </>
  )
}
