import type { Refusal } from '@countersign/election'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken, useText } from '../shell/text.tsx'
import { FigureField, readFigure } from './figure-field.tsx'
import { type Packet, takeStep, useFormSections, usePackets } from './packets.ts'
import { BackToCentre } from './places.tsx'
import { useRound } from './round.ts'

/** For the head: copies that three people have read differently, and copies that somebody has left. */
export function SettlePage() {
  const text = useText()
  const answer = usePackets(useRound())
  const packets = answer?.ok ? answer.value : []
  const unresolved = packets.filter(({ state }) => state === 'unresolved')
  const taken = packets.filter(({ state }) => state.endsWith('InProgress'))
  return (
    <>
      <h1>{text.say('settling.title')}</h1>
      <p>{text.say('settling.about')}</p>
      {answer?.ok === false && <Refused refusal={answer.refusal} />}
      {answer?.ok && unresolved.length + taken.length === 0 && (
        <p role="status">{text.say('settling.none')}</p>
      )}
      {unresolved.map(packet => (
        <Unresolved key={packet.id} packet={packet} />
      ))}
      {taken.map(packet => (
        <Taken key={packet.id} packet={packet} />
      ))}
      <BackToCentre />
    </>
  )
}

function Unresolved({ packet }: { readonly packet: Packet }) {
  const { text, language } = useSpoken()
  const lines = (useFormSections(packet.round) ?? []).flatMap(section => section.lines)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<Refusal>()
  const fields = packet.fields ?? []
  const read = fields.map(path => [path, readFigure(typed[path] ?? '')] as const)
  const whole = read.every(([, figure]) => figure !== undefined && figure !== 'wrong')
  const settle = async () => {
    const figures = Object.fromEntries(read) as Record<string, number | null>
    const answer = await takeStep(packet.id, 'settle', figures)
    setRefusal(answer.ok ? undefined : answer.refusal)
  }
  return (
    <section className="sheet" data-settle={packet.box}>
      <h2>
        <bdi>{packet.box}</bdi> · {text.say(`packet.${packet.state}`)}
      </h2>
      {fields.map(path => (
        <FigureField
          key={path}
          path={path}
          label={lines.find(line => line.path === path)?.label[language] ?? path}
          value={typed[path] ?? ''}
          onChange={value => setTyped(before => ({ ...before, [path]: value }))}
        />
      ))}
      <Button className="main" onPress={settle} isDisabled={!whole}>
        {text.say('settling.settle')}
      </Button>
      <Refused refusal={refusal} />
    </section>
  )
}

function Taken({ packet }: { readonly packet: Packet }) {
  const text = useText()
  const [refusal, setRefusal] = useState<Refusal>()
  const layBack = async () => {
    const answer = await takeStep(packet.id, 'giveUp')
    setRefusal(answer.ok ? undefined : answer.refusal)
  }
  return (
    <section className="sheet" data-taken={packet.box}>
      <p>
        <bdi>{packet.box}</bdi> · {text.say(`packet.${packet.state}`)}
      </p>
      <Button onPress={layBack}>{text.say('keying.giveUp')}</Button>
      <Refused refusal={refusal} />
    </section>
  )
}
