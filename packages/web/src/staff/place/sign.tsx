import { Button } from 'react-aria-components'
import { useGathered } from '../codes/gather.ts'
import { Scan } from '../codes/scan.tsx'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { ChooseBox, goesAround, setChosenBox } from './choose-box.tsx'
import { ToSign } from './to-sign.tsx'
import { useFreshPack, usePlace } from './use-place.ts'

/** On each signer's own device: scan what the leader shows, compare it with the paper, sign, and show the answer. */
export function SignPage() {
  const text = useText()
  const place = usePlace()
  useFreshPack(place)
  const { statements, refusal, take, clear } = useGathered('sign')
  const read = statements.find(({ payload }) => payload !== undefined)
  const part = statements.find(({ payload }) => payload === undefined)
  const pack = place?.pack
  if (!place) return <ChooseBox />
  if (!pack) return <p role="status">{text.say('sign.unprepared')}</p>
  return (
    <>
      <h1>{text.say('sign.title')}</h1>
      {read?.payload ? (
        <>
          <p>
            <Button onPress={clear}>{text.say('sign.another')}</Button>
          </p>
          <ToSign key={read.id} place={place} pack={pack} payload={read.payload} />
        </>
      ) : (
        <>
          <p>{text.say('sign.about')}</p>
          <Scan onText={take} page="sign" />
          {part && (
            <p role="status">
              {text.say('relay.missing', {
                read: text.count(part.of - part.missing.length),
                of: text.count(part.of),
                parts: text.list(part.missing.map(text.count)),
              })}
            </p>
          )}
        </>
      )}
      <Refused refusal={refusal} />
      {goesAround(place.person) && (
        <p>
          {text.say('who.box', { place: place.box })}{' '}
          <Button onPress={() => setChosenBox(undefined)}>{text.say('place.another')}</Button>
        </p>
      )}
    </>
  )
}
