import type { Refusal } from '@countersign/election'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { toBase64 } from '../device/base64.ts'
import { canKeepKeys, keepIdentity, makeIdentity, type Person } from '../device/identity.ts'
import { signText } from '../device/session.ts'
import { askToStay, setCurrentKid } from '../device/settings.ts'
import { type Answer, ask, type ElectionNow } from '../shell/api.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'

/** The first of all: the code that the server printed gives this device's key the right to set the election up. */
export function FirstPage() {
  const text = useText()
  const election = useElection()
  const identity = useIdentity()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  // The frame says why, and what to do.
  if (!canKeepKeys()) return null
  if (election === undefined) return <p role="status">{text.say('loading')}</p>
  if (election.id !== null) return <p>{text.say('setup.first.over')}</p>
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await beginFirst(election, code, identity)
    setRefusal(answer.ok ? undefined : answer.refusal)
    if (!answer.ok) return
    await queries.invalidateQueries({ queryKey: ['session'] })
    await navigate({ to: '/setup' })
  }
  return (
    <>
      <h1>{text.say('setup.first')}</h1>
      <p>{text.say('setup.first.about')}</p>
      <form className="sheet" onSubmit={begin}>
        <TextField value={code} onChange={setCode} className="field">
          <Label>{text.say('setup.first.code')}</Label>
          <Input dir="ltr" autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </TextField>
        <Button type="submit" className="main">
          {text.say('setup.first.begin')}
        </Button>
      </form>
      <Refused refusal={refusal} />
    </>
  )
}

type Own = ReturnType<typeof useIdentity>

async function beginFirst(
  { origin }: ElectionNow,
  typed: string,
  own: Own,
): Promise<Answer<{ readonly person: Person }>> {
  const identity = own ?? (await makeIdentity())
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const signature = toBase64(await signText(identity, `countersign/first/v1\n${origin}\n${code}\n`))
  const answer = await ask<{ readonly person: Person }>('POST', 'sessions/first', {
    code,
    publicKey: toBase64(identity.publicKey),
    signature,
  })
  if (answer.ok) {
    await keepIdentity({ ...identity, person: answer.value.person })
    await setCurrentKid(identity.kid)
    await askToStay()
  }
  return answer
}
