import type { Refusal } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { sayStatement } from '../device/say.ts'
import { TextLine } from '../setup/fields.tsx'
import { ask } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { useOwnSide } from './own-side.ts'

interface Agent {
  readonly kid: string
  readonly side: string
  readonly card: string
  readonly box?: string
  readonly area?: string
  readonly revoked: boolean
  readonly refused: boolean
}

/** A statement holds so many decisions. */
const most = 500

/** Agents whom the candidates have enrolled: the authority admits them, or refuses with a ground that all can read. */
export function AgentsPage() {
  const text = useText()
  const side = useOwnSide()
  const identity = useIdentity()
  const { data: answer } = useQuery({
    queryKey: ['people', 'agent'],
    queryFn: () => ask<readonly Agent[]>('GET', 'people?role=agent&limit=10000'),
    refetchInterval: 10_000,
  })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [ground, setGround] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [sent, setSent] = useState(0)
  if (!side || !identity) return <p>{text.say('side.nobody')}</p>
  if (answer === undefined) return <p role="status">{text.say('loading')}</p>
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const agents = answer.value.filter(({ revoked }) => !revoked)
  const decide = async (decision: 'accredited' | 'refused', keys: readonly string[]) => {
    for (let at = 0; at < keys.length; at += most) {
      const decisions = keys.slice(at, at + most).map(key => ({
        key,
        decision,
        ...(decision === 'refused' && ground !== undefined && { ground: ground.normalize('NFC') }),
      }))
      const statement = { kind: 'accredit', definition: side.definition, round: 0, decisions } as const
      const refused = await sayStatement(identity, statement)
      if (refused) return setRefusal(refused)
    }
    setRefusal(undefined)
    setSent(before => before + keys.length)
    setChosen(new Set())
  }
  const choose = (kid: string) => (on: boolean) =>
    setChosen(before => new Set(on ? [...before, kid] : [...before].filter(other => other !== kid)))
  return (
    <>
      <h1>{text.say('side.agents')}</h1>
      <p>{text.say('side.agents.about')}</p>
      <p role="status">{sent > 0 && text.say('side.agents.sent', { count: sent })}</p>
      {agents.length === 0 && <p>{text.say('side.agents.none')}</p>}
      {agents.slice(0, 200).map(({ kid, side: candidate, card, box, area, refused }) => (
        <Checkbox key={kid} isSelected={chosen.has(kid)} onChange={choose(kid)}>
          {text.say('side.agentOf', { candidate })} · {text.say('who.card', { card })}
          {box !== undefined && ` · ${text.say('who.box', { place: box })}`}
          {area !== undefined && ` · ${text.say('who.area', { place: area })}`}
          {refused && ` · ${text.say('side.agents.refused')}`}
        </Checkbox>
      ))}
      <TextLine
        label={text.say('side.ground')}
        value={ground}
        onChange={setGround}
        note={text.say('side.ground.about')}
      />
      <div className="row">
        <Button
          className="main"
          onPress={() => decide('accredited', chosen.size > 0 ? [...chosen] : agents.map(({ kid }) => kid))}
          isDisabled={agents.length === 0}
        >
          {text.say('side.accredit', { count: chosen.size > 0 ? chosen.size : agents.length })}
        </Button>
        <Button
          onPress={() => decide('refused', [...chosen])}
          isDisabled={chosen.size === 0 || ground === undefined}
        >
          {text.say('side.refuse', { count: chosen.size })}
        </Button>
      </div>
      <Refused refusal={refusal} />
      <p>
        <Link to="/people">{text.say('side.back')}</Link>
      </p>
    </>
  )
}
