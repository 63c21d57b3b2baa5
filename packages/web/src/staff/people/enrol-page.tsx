import { fromHex, type Refusal, type StatementNamed } from '@countersign/election'
import { kidOf, statementId } from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { fromBase64 } from '../device/base64.ts'
import { statementIn } from '../device/entry.ts'
import type { Identity } from '../device/identity.ts'
import { type Posted, posted } from '../device/outbox.ts'
import { sayPayload } from '../device/say.ts'
import { type Answer, ask } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries, useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { type OwnSide, useOwnSide } from './own-side.ts'
import { useRoleName } from './role-name.ts'

interface Enrolment {
  readonly payload: string
  readonly left: number
}

/** Those who have answered are enrolled: the statement is read here, on this device, before it is signed. */
export function EnrolPage() {
  const text = useText()
  const outbox = useStored('outbox', 'all', posted)
  const { data: answer } = useQuery({
    queryKey,
    queryFn: askEnrolment,
    // What somebody is reading does not change before their eyes; once it is signed, the next ones are asked for.
    refetchInterval: ({ state: { data } }) => (data?.ok && !isSent(outbox, data.value) ? false : 2_000),
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

const queryKey = ['invitations', 'enrolment']

function askEnrolment(): Promise<Answer<Enrolment>> {
  return ask<Enrolment>('GET', 'invitations/enrolment')
}

function isSent(outbox: readonly Posted[] | undefined, { payload: text }: Enrolment): boolean {
  const payload = fromBase64(text)
  const id = payload && statementId(payload)
  return outbox?.some(entry => entry.id === id) ?? false
}

function Answered({ answer }: { readonly answer: Answer<Enrolment> }) {
  const text = useText()
  const identity = useIdentity()
  const side = useOwnSide()
  const [refusal, setRefusal] = useState<Refusal>()
  const [signed, setSigned] = useState(0)
  const [busy, setBusy] = useState(false)
  if (!answer.ok)
    return answer.status === 404 ? (
      <p role="status">{text.say('side.enrol.nobody')}</p>
    ) : (
      <Refused refusal={answer.refusal} />
    )
  const read = side && ownEnrolment(answer.value, side)
  if (!read || !identity) return <Refused refusal={unreadable} />
  const { left } = answer.value
  const sign = (all: boolean) => async () => {
    setBusy(true)
    setRefusal(await signEnrolments(identity, side, answer.value, all, setSigned))
    await queries.invalidateQueries({ queryKey })
    setBusy(false)
  }
  const { keys } = read.statement
  return (
    <>
      <Keys keys={keys} />
      {left > 0 && <p>{text.say('side.enrol.left', { left })}</p>}
      <div className="row">
        <Button className="main" onPress={sign(false)} isDisabled={busy}>
          {text.say('side.enrol.sign', { count: keys.length })}
        </Button>
        {left > 0 && (
          <Button onPress={sign(true)} isDisabled={busy}>
            {text.say('side.enrol.all', { count: keys.length + left })}
          </Button>
        )}
      </div>
      <p role="status">{busy && signed > 0 && text.say('side.enrol.signed', { count: signed })}</p>
      <Refused refusal={refusal} />
    </>
  )
}

function Keys({ keys }: { readonly keys: StatementNamed<'enrol'>['keys'] }) {
  const text = useText()
  const roleName = useRoleName()
  return (
    <ul className="entries">
      {keys.map(({ key, role, card, box, area }) => (
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
  )
}

const unreadable: Refusal = { code: 'enrolment-unreadable', message: '' }

/** Signs an enrolment and, where `all` are meant, those that the server makes after it, each once the last is recorded. */
async function signEnrolments(
  identity: Identity,
  side: OwnSide,
  first: Enrolment,
  all: boolean,
  heard: (signed: number) => void,
): Promise<Refusal | undefined> {
  let next: Answer<Enrolment> = { ok: true, value: first, status: 200 }
  for (let signed = 0; next.ok; ) {
    const read = ownEnrolment(next.value, side)
    if (!read) return unreadable
    const refused = await sayPayload(identity, read.payload)
    if (refused) return refused
    signed += read.statement.keys.length
    heard(signed)
    if (!all || next.value.left === 0) return undefined
    if (!(await isRecorded(statementId(read.payload)))) return undefined
    next = await askEnrolment()
  }
  return next.status === 404 ? undefined : next.refusal
}

/** Waits for a statement to be recorded, a minute at most: without a network the outbox goes on by itself. */
async function isRecorded(id: string): Promise<boolean> {
  for (let tries = 0; tries < 120; tries++) {
    if ((await ask('GET', `statements/${id}`)).ok) return true
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  return false
}

/** An enrolment that the server has put together; nothing where it is of another side or election, or no enrolment. */
function ownEnrolment(
  { payload: text }: Enrolment,
  { person, definition }: OwnSide,
): { readonly payload: Uint8Array; readonly statement: StatementNamed<'enrol'> } | undefined {
  const payload = fromBase64(text)
  const statement = payload && statementIn(payload)
  const ours =
    statement?.kind === 'enrol' && statement.side === person.side && statement.definition === definition
  return payload && ours ? { payload, statement } : undefined
}
