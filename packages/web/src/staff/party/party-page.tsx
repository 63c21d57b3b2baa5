import type { Refusal } from '@countersign/election'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useRound } from '../centre/round.ts'
import { KeepAreas } from '../copies/keep-areas.tsx'
import { useElection } from '../shell/election.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { PartyAreas, PartyBoxes } from './boxes.tsx'
import { type Counted, useCounted } from './count.ts'
import type { Evidence } from './evidence.ts'
import { PartySums } from './sums.tsx'
import { TakeIn } from './take-in.tsx'

/** A team's own count from its agents' copies, beside what is published; all of it on this device. */
export function PartyPage() {
  const text = useText()
  const round = useRound()
  const counted = useCounted(round)
  // It stays open while the areas come, though there is something to count after the first.
  const open = useRef(false)
  open.current ||= counted === null
  return (
    <>
      <h1>{text.say('party.title')}</h1>
      <p>{text.say('party.private')}</p>
      <details open={open.current}>
        <summary>{text.say('keep.title')}</summary>
        <KeepAreas />
      </details>
      <TakeIn round={round} />
      {counted === undefined && <p role="status">{text.say('loading')}</p>}
      {counted === null && <p role="status">{text.say('party.keepFirst')}</p>}
      {counted && (
        <>
          <Signatures counted={counted} />
          <PartySums counted={counted} />
          <PartyBoxes counted={counted} />
          <PartyAreas counted={counted} />
          <ForACourt counted={counted} />
        </>
      )}
    </>
  )
}

function Signatures({ counted: { unchecked, broken } }: { readonly counted: Counted }) {
  const text = useText()
  return (
    <>
      {unchecked > 0 && (
        <p className="quiet">{text.say('party.unchecked', { copies: text.count(unchecked) })}</p>
      )}
      {broken > 0 && (
        <p role="alert" className="refusal">
          {text.say('party.broken', { copies: text.count(broken) })}
        </p>
      )}
    </>
  )
}

/** The evidence as one file, made here. */
function ForACourt({ counted: { count } }: { readonly counted: Counted }) {
  const text = useText()
  const election = useElection()
  const [made, setMade] = useState<Evidence & { readonly href: string }>()
  const [refusal, setRefusal] = useState<Refusal>()
  const make = async () => {
    setRefusal(undefined)
    const { makeEvidence } = await import('./evidence.ts')
    const evidence = await makeEvidence(count, election!)
    if (!evidence.ok) return setRefusal(evidence.refusal)
    const file = new Blob([evidence.value.zip.slice()], { type: 'application/zip' })
    setMade({ ...evidence.value, href: URL.createObjectURL(file) })
  }
  return (
    <section>
      <h2>{text.say('party.court')}</h2>
      <p>{text.say('party.court.about')}</p>
      <Button isDisabled={!election} onPress={() => void make()}>
        {text.say('party.court.make')}
      </Button>
      <Refused refusal={refusal} />
      {made && (
        <p role="status">
          <a href={made.href} download="evidence.zip">
            {text.say('party.court.take', {
              boxes: text.count(made.boxes),
              size: text.size(made.zip.length),
            })}
          </a>
        </p>
      )}
      {made && made.toldOtherwise.length > 0 && (
        <p role="alert" className="refusal">
          {text.say('party.court.toldOtherwise', { boxes: made.toldOtherwise.join(', ') })}
        </p>
      )}
    </section>
  )
}
