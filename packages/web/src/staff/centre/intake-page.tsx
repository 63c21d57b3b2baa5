import type { Refusal } from '@countersign/election'
import { readPageCode } from '@countersign/record'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { Scan } from '../codes/scan.tsx'
import { SignForPacket } from '../custody/waiting.tsx'
import { answered, server } from '../shell/api.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { copyName } from './copy-name.ts'
import type { Packet } from './packets.ts'
import { BackToCentre } from './places.tsx'

/** Packets come in: each form's code is scanned; one that came twice or belongs elsewhere is kept, and asked about. */
export function IntakePage() {
  const text = useText()
  const [seals, setSeals] = useState('')
  const [written, setWritten] = useState('')
  const [packets, setPackets] = useState<readonly Packet[]>([])
  const [refusal, setRefusal] = useState<Refusal>()
  const last = useRef('')
  const take = async (code: string) => {
    // The camera sees the same code many times; the same packet a second time is scanned anew.
    if (code === last.current || !readPageCode(code).ok) return
    last.current = code
    const answer = await answered(
      server.POST('/centres/packets', {
        body: {
          code,
          seals: seals.split(/\s+/).filter(seal => seal !== ''),
          ...(written.trim() !== '' && { written: written.trim() }),
        },
      }),
    )
    setRefusal(answer.ok ? undefined : answer.refusal)
    if (!answer.ok) {
      last.current = ''
      return
    }
    setPackets(before => [answer.value, ...before])
    setSeals('')
    setWritten('')
    await queries.invalidateQueries({ queryKey: ['packets'] })
  }
  return (
    <>
      <h1>{text.say('intake.title')}</h1>
      <p>{text.say('intake.how')}</p>
      <TextField className="field" value={seals} onChange={setSeals}>
        <Label>{text.say('intake.seals')}</Label>
        <Input dir="ltr" autoComplete="off" />
      </TextField>
      <TextField className="field" value={written} onChange={setWritten}>
        <Label>{text.say('intake.written')}</Label>
        <Input dir="ltr" autoComplete="off" />
      </TextField>
      <Scan onText={take} />
      <Refused refusal={refusal} />
      <div role="log" aria-label={text.say('intake.taken')}>
        {packets.map(packet => (
          <Arrived key={packet.id} packet={packet} />
        ))}
      </div>
      <BackToCentre />
    </>
  )
}

function Arrived({ packet }: { readonly packet: Packet }) {
  const text = useText()
  const [explanation, setExplanation] = useState('')
  const [explained, setExplained] = useState(packet.explanation)
  const [refusal, setRefusal] = useState<Refusal>()
  const asks = packet.arrival !== 'taken in'
  const say = async () => {
    const answer = await answered(
      server.POST('/centres/packets/{id}/explanation', {
        params: { path: { id: packet.id } },
        body: { explanation },
      }),
    )
    setRefusal(answer.ok ? undefined : answer.refusal)
    if (answer.ok) setExplained(explanation)
  }
  return (
    <div className={asks ? 'refusal' : 'sheet'} data-arrival={packet.arrival}>
      <p>
        <strong>
          <bdi>{packet.box}</bdi>
        </strong>{' '}
        · {copyName(text, packet.copy)} · <bdi>{packet.serial}</bdi>
      </p>
      <p>{text.say(`arrival.${packet.arrival.replace(' ', '-')}`)}</p>
      {asks && explained === null && (
        <>
          <TextField className="field" value={explanation} onChange={setExplanation}>
            <Label>{text.say('intake.explanation')}</Label>
            <Input dir="auto" />
          </TextField>
          <Button onPress={say} isDisabled={explanation.trim() === ''}>
            {text.say('intake.explain')}
          </Button>
        </>
      )}
      {explained !== null && <p>{text.say('intake.explained', { explanation: explained })}</p>}
      {(packet.arrival === 'taken in' || packet.arrival === 'other serial') && (
        <SignForPacket round={packet.round} box={packet.box} copy={packet.copy} found={packet.seals} />
      )}
      <p>
        <Link to="/box/$box" params={{ box: packet.box }}>
          {text.say('intake.open', { box: packet.box })}
        </Link>
      </p>
      <Refused refusal={refusal} />
    </div>
  )
}
