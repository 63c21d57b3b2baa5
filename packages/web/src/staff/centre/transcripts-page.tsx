import type { Refusal } from '@countersign/election'
import { statementId } from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { fromBase64 } from '../device/base64.ts'
import { posted } from '../device/outbox.ts'
import { sayPayload } from '../device/say.ts'
import { answered, server } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useStored } from '../shell/stored.ts'
import { useSpoken, useText } from '../shell/text.tsx'
import { copyName } from './copy-name.ts'
import { type Packet, useFormSections, usePackets } from './packets.ts'
import { BackToCentre } from './places.tsx'
import { useRound } from './round.ts'

/** Copies that two have read alike: each signs the transcript with their own key, and it has force with two. */
export function TranscriptsPage() {
  const text = useText()
  const round = useRound()
  const answer = usePackets(round)
  const read = answer?.ok
    ? answer.value.filter(({ state }) => state === 'agreeing' || state === 'done')
    : undefined
  return (
    <>
      <h1>{text.say('transcripts.title')}</h1>
      <p>{text.say('transcripts.how')}</p>
      {answer?.ok === false && <Refused refusal={answer.refusal} />}
      {read?.length === 0 && <p role="status">{text.say('transcripts.none')}</p>}
      {read?.map(packet => (
        <Transcript key={packet.id} packet={packet} />
      ))}
      <BackToCentre />
    </>
  )
}

function Transcript({ packet }: { readonly packet: Packet }) {
  const { text, language } = useSpoken()
  const identity = useIdentity()
  const sections = useFormSections(packet.round) ?? []
  const [refusal, setRefusal] = useState<Refusal>()
  const { data } = useQuery({
    queryKey: ['transcript', packet.id],
    queryFn: () =>
      answered(server.GET('/centres/packets/{id}/transcript', { params: { path: { id: packet.id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const payload = data?.ok ? fromBase64(data.value.payload) : undefined
  const id = payload && statementId(payload)
  const sent = useStored('outbox', 'all', posted)?.find(each => each.id === id)
  const lines = sections.flatMap(section => section.lines)
  return (
    <details className="sheet" data-box={packet.box}>
      <summary>
        <strong>
          <bdi>{packet.box}</bdi>
        </strong>{' '}
        · {copyName(text, packet.copy)}
        {sent && ` · ${text.say('transcripts.signed')}`}
      </summary>
      {lines.map(({ path, label }) => {
        const figure = packet.figures?.[path]
        return figure === undefined || figure === null ? null : (
          <div key={path} className="line">
            <span>{label[language]}</span>
            <strong>{text.count(figure)}</strong>
          </div>
        )
      })}
      {data?.ok === false && <Refused refusal={data.refusal} />}
      <Refused refusal={refusal ?? sent?.refusal} />
      {payload && identity && !sent && (
        <Button className="main" onPress={async () => setRefusal(await sayPayload(identity, payload))}>
          {text.say('transcripts.sign')}
        </Button>
      )}
    </details>
  )
}
