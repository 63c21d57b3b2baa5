import type { Refusal } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { keptOf } from '../device/kept.ts'
import { askPdf, saveFile } from '../shell/pdf.ts'
import { Refused } from '../shell/refusal.tsx'
import { useStored } from '../shell/stored.ts'
import { useSpoken, useText } from '../shell/text.tsx'
import { currentOf } from './place-page.tsx'
import { PrintedForm } from './printed-form.tsx'
import { draftName, type Place, usePlace } from './use-place.ts'

/** What the server sets in type for a box, where there is a network. */
const sheets = ['blank', 'count-sheet', 'poster', 'form'] as const

/** What a polling place prints: sheets from the server beforehand; the signed form from this device, network or not. */
export function PaperPage() {
  const text = useText()
  const place = usePlace()
  const subject = place ? draftName(place, 'form') : ''
  const form = currentOf(useStored('kept', subject, () => keptOf(subject)))
  const pack = place?.pack
  if (!place || !pack) return <p>{text.say('place.unprepared')}</p>
  return (
    <>
      <div className="no-print">
        <h1>{text.say('paper.title')}</h1>
        <h2>{text.say('paper.before')}</h2>
        <p>{text.say('paper.before.about')}</p>
        <Sheets place={place} />
        <h2>{text.say('paper.signed')}</h2>
        {form === undefined || form.signatures.length === 0 ? (
          <p>{text.say('paper.signed.none')}</p>
        ) : (
          <>
            <p>{text.say('paper.signed.about')}</p>
            <Button className="main" onPress={() => print()}>
              {text.say('paper.signed.print', { copies: pack.definition.copies?.length ?? 1 })}
            </Button>
          </>
        )}
        <p>
          <Link to="/place">{text.say('place.back')}</Link>
        </p>
      </div>
      {form && form.signatures.length > 0 && <PrintedForm kept={form} pack={pack} />}
    </>
  )
}

function Sheets({ place: { box, round } }: { readonly place: Place }) {
  const { text, language } = useSpoken()
  const [refusal, setRefusal] = useState<Refusal>()
  const save = (kind: (typeof sheets)[number]) => async () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const asked = new URLSearchParams({ box, round: String(round), language, timeZone })
    const answer = await askPdf(`print/${kind}?${asked}`)
    setRefusal(answer.ok ? undefined : answer.refusal)
    if (answer.ok) saveFile(answer.value, `${kind}-${box}.pdf`)
  }
  return (
    <>
      <div className="row">
        {sheets.map(kind => (
          <Button key={kind} onPress={save(kind)}>
            {text.say(`paper.${kind}`)}
          </Button>
        ))}
      </div>
      <Refused refusal={refusal} />
    </>
  )
}
