import type { Refusal, Statement } from '@countersign/election'
import { payloadCode, payloadOf } from '@countersign/record'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { Codes } from '../codes/show.tsx'
import { sayStatement } from '../device/say.ts'
import { TextLine } from '../setup/fields.tsx'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { useInvitations } from './invitations.ts'
import { useOwnSide } from './own-side.ts'
import { useRoleName } from './role-name.ts'

/** A lost device, or a person who no longer acts: their keys are taken back, from their place in the record on. */
export function RevokePage() {
  const text = useText()
  const roleName = useRoleName()
  const side = useOwnSide()
  const identity = useIdentity()
  const answer = useInvitations()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setWanted] = useState('')
  const [reason, setReason] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [made, setMade] = useState<Statement>()
  if (!side || !identity) return <p>{text.say('side.nobody')}</p>
  const enrolled = answer?.ok ? answer.value.filter(({ state }) => state === 'enrolled') : []
  const shown = enrolled.filter(({ card, box = '', area = '' }) =>
    [card, box, area].some(part => part.includes(wanted)),
  )
  const choose = (kid: string) => (on: boolean) =>
    setChosen(before => new Set(on ? [...before, kid] : [...before].filter(other => other !== kid)))
  const revoke = async () => {
    const statement: Statement = {
      kind: 'revoke',
      definition: side.definition,
      round: 0,
      keys: [...chosen].sort(),
      reason: reason!.normalize('NFC'),
    }
    const refused = await sayStatement(identity, statement)
    setRefusal(refused)
    if (!refused) setMade(statement)
  }
  return (
    <>
      <h1>{text.say('side.revoke')}</h1>
      <p>{text.say('side.revoke.about')}</p>
      {['1', '2', '3'].map(part => (
        <p key={part}>{text.say(`side.lost.${part}`)}</p>
      ))}
      <label className="field">
        <span className="label">{text.say('side.find')}</span>
        <input type="search" value={wanted} onChange={event => setWanted(event.target.value.trim())} />
      </label>
      {shown.slice(0, 50).map(({ id, kid, role, card, box, area }) => (
        <Checkbox key={id} isSelected={chosen.has(kid!)} onChange={choose(kid!)}>
          {roleName(role)} · {text.say('who.card', { card })}
          {box !== undefined && ` · ${text.say('who.box', { place: box })}`}
          {area !== undefined && ` · ${text.say('who.area', { place: area })}`}
        </Checkbox>
      ))}
      {shown.length === 0 && <p>{text.say('side.revoke.none')}</p>}
      <TextLine
        label={text.say('side.reason')}
        value={reason}
        onChange={setReason}
        note={text.say('side.reason.about')}
      />
      <Button className="main" onPress={revoke} isDisabled={chosen.size === 0 || reason === undefined}>
        {text.say('side.revoke.sign', { count: chosen.size })}
      </Button>
      <Refused refusal={refusal} />
      {made && <Revoked statement={made} />}
      <p>
        <Link to="/people">{text.say('side.back')}</Link>
      </p>
    </>
  )
}

/** After a box has opened another body must sign the same statement: it is shown as codes for its device. */
function Revoked({ statement }: { readonly statement: Statement }) {
  const text = useText()
  const payload = payloadOf(statement)
  return (
    <div className="sheet">
      <p role="status">{text.say('side.revoke.sent')}</p>
      <details>
        <summary>{text.say('side.revoke.second')}</summary>
        {payload.ok && <Codes texts={payloadCode(payload.value)} label={text.say('side.revoke')} />}
      </details>
    </div>
  )
}
