import { type Refusal, roleWords } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { canKeepKeys, identities, keepIdentity, makeIdentity } from '../device/identity.ts'
import { answerInvitation } from '../device/session.ts'
import { askToStay, setCurrentKid } from '../device/settings.ts'
import { answered, server } from './api.ts'
import type { components } from './api-types.ts'
import { Refused } from './refusal.tsx'
import { useStored } from './stored.ts'
import { useSpoken } from './text.tsx'

type InvitationToYou = components['schemas']['InvitationToYou']

/** Answers an invitation: the key is made here, and only its public half leaves the device. */
export function JoinPage() {
  const { code } = useParams({ strict: false }) as { readonly code: string }
  const { text, language } = useSpoken()
  const [refusal, setRefusal] = useState<Refusal>()
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open')
  const { data: answer } = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => answered(server.GET('/invitations/{code}', { params: { path: { code } } })),
  })
  if (!canKeepKeys() || answer === undefined || !answer.ok)
    return (
      <>
        <h1>{text.say('join.title')}</h1>
        {/* Where the device can keep no keys the frame says why, and what to do. */}
        {canKeepKeys() && answer === undefined && <p role="status">{text.say('loading')}</p>}
        {answer?.ok === false && <Refused refusal={answer.refusal} />}
        <p>
          <Link to="/">{text.say('join.again')}</Link>
        </p>
      </>
    )
  const invitation = answer.value
  const { role, side, sideName, box, area, card, origin, election } = invitation
  const name = (roleWords as Record<string, { readonly en: string; readonly fa: string } | undefined>)[role]
  const join = async () => {
    setState('busy')
    setRefusal(undefined)
    const invited = { role, side, ...(box !== undefined && { box }), ...(area !== undefined && { area }) }
    const identity = await makeIdentity({ invited })
    const joined = await answerInvitation(identity, code, origin)
    if (!joined.ok) {
      setRefusal(joined.refusal)
      return setState('open')
    }
    await keepIdentity(identity)
    await setCurrentKid(identity.kid)
    await askToStay()
    setState('done')
  }
  return (
    <>
      <h1>{text.say('join.title')}</h1>
      <p>{text.name(election)}</p>
      <dl>
        <Line label={text.say('join.role')} value={name?.[language] ?? text.say(`role.${role}`)} />
        <Line label={text.say('join.side')} value={sideName ? text.name(sideName) : side} />
        <Line label={text.say('join.card')} value={card} />
        {box !== undefined && <Line label={text.say('join.box')} value={box} />}
        {area !== undefined && <Line label={text.say('join.area')} value={area} />}
      </dl>
      {state === 'done' ? (
        <div role="status" className="sheet">
          <p>{text.say('join.done')}</p>
          <Link to="/">{text.say('join.on')}</Link>
        </div>
      ) : invitation.state !== 'open' ? (
        <Used invitation={invitation} />
      ) : (
        <>
          <p>{text.say('join.wrong')}</p>
          <p>{text.say('join.about')}</p>
          <Button className="main" onPress={join} isDisabled={state === 'busy'}>
            {text.say('join.make')}
          </Button>
        </>
      )}
      <Refused refusal={refusal} />
    </>
  )
}

/** A card that opens nothing more: answered here, answered elsewhere, or taken back. */
function Used({ invitation: { role, side, box, state } }: { readonly invitation: InvitationToYou }) {
  const { text } = useSpoken()
  const here = useStored('identities', 'all', identities)?.some(({ invited }) => {
    return invited?.role === role && invited.side === side && invited.box === box
  })
  if (state === 'withdrawn') return <Refused refusal={{ code: 'no-such-invitation', message: '' }} />
  if (!here) return <Refused refusal={{ code: 'already-answered', message: '' }} />
  return (
    <div role="status" className="sheet">
      <p>{text.say(state === 'enrolled' ? 'join.enrolled' : 'join.done')}</p>
      <Link to="/">{text.say('join.on')}</Link>
    </div>
  )
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="line">
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
      </dd>
    </div>
  )
}
