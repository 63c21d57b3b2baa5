import { fromHex, type Refusal, type StatementNamed } from '@countersign/election'
import { kidOf, statementId } from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { fromBase64 } from '../device/base64.ts'
import { posted } from '../device/outbox.ts'
import { statementIn } from '../place/pack.ts'
import { type Answer, ask } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries, useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { useOwnSide } from './own-side.ts'
import { useRoleName } from './role-name.ts'
import { sayPayload } from './say.ts'

interface Enrolment {
  readonly payload: string
  readonly left: number
}

/** Those who have answered are enrolled: the statement is read here, on this device, before it is signed. */
export function EnrolPage() {
  const text = useText()
  const { data: answer } = useQuery({
    queryKey: ['invitations', 'enrolment'],
    queryFn: () => ask<Enrolment>('GET', 'invitations/enrolment'),
    refetchInterval: 5_000,
  })
  return (
    <>
      <h1>{text.say('side.enrol')}</h1>
      <p>{text.say('side.enrol.about')}</p>
      {answer === undefined ? <p role="status">{text.say('loading')}</p> : <Answered answer={answer} />}
      <p>
        <Link to="/people">{text.say('side.back')}</Link>
      </p>
    </>
  )
}

function Answered({ answer }: { readonly answer: Answer<Enrolment> }) {
  const text = useText()
  const roleName = useRoleName()
  const identity = useIdentity()
  const side = useOwnSide()
  const outbox = useStored('outbox', 'all', posted)
  const [refusal, setRefusal] = useState<Refusal>()
  if (!answer.ok)
    return answer.status === 404 ? (
      <p role="status">{text.say('side.enrol.nobody')}</p>
    ) : (
      <Refused refusal={answer.refusal} />
    )
  const read = readEnrolment(answer.value.payload)
  if (!read || !identity || !side) return <Refused refusal={{ code: 'enrolment-unreadable', message: '' }} />
  const { payload, statement } = read
  // The server has put it together: nothing of another side or election is signed here.
  if (statement.side !== side.person.side || statement.definition !== side.definition)
    return <Refused refusal={{ code: 'enrolment-unreadable', message: '' }} />
  const sent = outbox?.find(({ id }) => id === statementId(payload))
  const sign = async () => {
    setRefusal(await sayPayload(identity, payload))
    await queries.invalidateQueries({ queryKey: ['invitations'] })
  }
  return (
    <>
      <ul className="entries">
        {statement.keys.map(({ key, role, card, box, area }) => (
          <li key={key} className="line">
            <span>
              {roleName(role)} · {text.say('who.card', { card })}
              {box !== undefined && ` · ${text.say('who.box', { place: box })}`}
              {area !== undefined && ` · ${text.say('who.area', { place: area })}`}
            </span>
            <code dir="ltr">{kidOf(fromHex(key))}</code>
          </li>
        ))}
      </ul>
      {answer.value.left > 0 && <p>{text.say('side.enrol.left', { left: answer.value.left })}</p>}
      <Button className="main" onPress={sign} isDisabled={sent?.state === 'waiting'}>
        {text.say('side.enrol.sign', { count: statement.keys.length })}
      </Button>
      <Refused refusal={refusal ?? (sent?.state === 'refused' ? sent.refusal : undefined)} />
    </>
  )
}

function readEnrolment(
  text: string,
): { readonly payload: Uint8Array; readonly statement: StatementNamed<'enrol'> } | undefined {
  const payload = fromBase64(text)
  const statement = payload && statementIn(payload)
  return payload && statement?.kind === 'enrol' ? { payload, statement } : undefined
}
