import type { Refusal, Statement } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { useGathered } from '../codes/gather.ts'
import { Scan } from '../codes/scan.tsx'
import { statementIn } from '../device/entry.ts'
import { sayPayload } from '../device/say.ts'
import { ask } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { useOwnSide } from './own-side.ts'
import { useRoleName } from './role-name.ts'

/** What two bodies sign: the second scans what the first has signed, reads it here, and signs the same. */
export function SecondPage() {
  const text = useText()
  const { statements, refusal, take, clear } = useGathered()
  const read = statements.find(({ payload }) => payload !== undefined)
  return (
    <>
      <h1>{text.say('side.second')}</h1>
      <p>{text.say('side.second.about')}</p>
      {read?.payload ? (
        <Second key={read.id} payload={read.payload} onOther={clear} />
      ) : (
        <Scan onText={take} />
      )}
      <Refused refusal={refusal} />
      <p>
        <Link to="/people">{text.say('side.back')}</Link>
      </p>
    </>
  )
}

function Second({ payload, onOther }: { readonly payload: Uint8Array; readonly onOther: () => void }) {
  const text = useText()
  const identity = useIdentity()
  const side = useOwnSide()
  const statement = useMemo(() => statementIn(payload), [payload])
  const [refusal, setRefusal] = useState<Refusal>()
  const [sent, setSent] = useState(false)
  const ours = statement && 'definition' in statement && statement.definition === side?.definition
  if (!identity || !ours || (statement.kind !== 'revoke' && statement.kind !== 'amend'))
    return <Refused refusal={{ code: 'not-for-two-bodies', message: '' }} />
  const sign = async () => {
    const refused = await sayPayload(identity, payload)
    setRefusal(refused)
    setSent(refused === undefined)
  }
  return (
    <div className="sheet" data-second={statement.kind}>
      {statement.kind === 'revoke' ? <Revoked revoke={statement} /> : <Amended amend={statement} />}
      <div className="row">
        <Button className="main" onPress={sign} isDisabled={sent}>
          {text.say('side.second.sign')}
        </Button>
        <Button onPress={onOther}>{text.say('side.second.other')}</Button>
      </div>
      <p role="status">{sent && text.say('side.second.sent')}</p>
      <Refused refusal={refusal} />
    </div>
  )
}

type Named<K extends Statement['kind']> = Extract<Statement, { readonly kind: K }>

interface Known {
  readonly kid: string
  readonly side: string
  readonly role: string
  readonly card: string
  readonly box?: string
}

/** Whose keys they are, as the record says. */
function Revoked({ revoke }: { readonly revoke: Named<'revoke'> }) {
  const text = useText()
  const roleName = useRoleName()
  const { data } = useQuery({
    queryKey: ['people', 'all'],
    queryFn: () => ask<readonly Known[]>('GET', 'people?limit=10000'),
  })
  const known = new Map(data?.ok ? data.value.map(person => [person.kid, person]) : [])
  return (
    <>
      <p>
        <strong>{text.say('side.revoke.sign', { count: revoke.keys.length })}</strong>
      </p>
      <p>
        {text.say('side.reason')}: {revoke.reason}
      </p>
      <ul>
        {revoke.keys.map(kid => {
          const person = known.get(kid)
          return (
            <li key={kid}>
              {person &&
                `${roleName(person.role)} · ${person.side} · ${text.say('who.card', { card: person.card })}`}
              {person?.box !== undefined && ` · ${text.say('who.box', { place: person.box })}`}{' '}
              <code dir="ltr">{kid}</code>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Amended({ amend: { added = [], moved = [], reason } }: { readonly amend: Named<'amend'> }) {
  const text = useText()
  return (
    <>
      <p>
        {text.say('side.reason')}: {reason}
      </p>
      <ul>
        {added.map(({ id, area }) => (
          <li key={id}>{text.say('side.amend.added', { box: id, area })}</li>
        ))}
        {moved.map(({ box, area }) => (
          <li key={box}>{text.say('side.amend.moved', { box, area })}</li>
        ))}
      </ul>
    </>
  )
}
