import { BackToCentre } from '../centre/places.tsx'
import { useRound } from '../centre/round.ts'
import { useGathered } from '../codes/gather.ts'
import { Scan } from '../codes/scan.tsx'
import { usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { HandOver } from './hand-over.tsx'
import { HandingToSign, handingIn } from './to-sign.tsx'
import { useWaiting } from './waiting.tsx'

/** Packets and boxes change hands: both sides sign, each on their own device, with or without a network. */
export function CustodyPage() {
  const text = useText()
  return (
    <>
      <h1>{text.say('custody.title')}</h1>
      <p>{text.say('custody.how')}</p>
      <Receive />
      <HandOver />
      <BackToCentre />
    </>
  )
}

/** The receiving side: what the other shows as codes, or what waits on the record for a second signature. */
function Receive() {
  const text = useText()
  const { statements, refusal, take } = useGathered('custody')
  const scanned = statements.flatMap(({ payload, entry, id }) =>
    payload && handingIn(payload) ? [{ id, payload, entry }] : [],
  )
  const part = statements.find(({ payload }) => payload === undefined)
  const waiting = useWaiting(useRound(), useOwn()).filter(
    ({ id }) => !scanned.some(one => id.startsWith(one.id)),
  )
  return (
    <section>
      <h2>{text.say('custody.receive')}</h2>
      <p>{text.say('custody.receive.how')}</p>
      <Scan onText={take} />
      {part && <p role="status">{text.say('compare.more', { left: part.missing.length })}</p>}
      <Refused refusal={refusal} />
      {scanned.map(one => (
        <HandingToSign key={one.id} payload={one.payload} entry={one.entry} />
      ))}
      {waiting.length > 0 && <h3>{text.say('custody.waiting')}</h3>}
      {waiting.map(one => (
        <HandingToSign key={one.id} payload={one.payload} />
      ))}
    </section>
  )
}

/** One's own box, else one's own area. */
function useOwn() {
  const { box, area } = usePerson() ?? {}
  if (box !== undefined) return { box }
  return area === undefined ? undefined : { area }
}
