import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { applicationsFor } from './applications.ts'
import { useElection } from './election.ts'
import { useIdentity, usePerson, useSession } from './me.ts'
import { Refused } from './refusal.tsx'
import { useText } from './text.tsx'
import { WhoAmI } from './who.tsx'

/** The first page: who this device is for, and what it can do here. */
export function HomePage() {
  const text = useText()
  const identity = useIdentity()
  const person = usePerson()
  const session = useSession()
  const election = useElection()
  return (
    <>
      <h1>{text.say('home.title')}</h1>
      {identity === undefined ? (
        <Join />
      ) : (
        <>
          <WhoAmI identity={identity} />
          {person === undefined && session?.ok === false && <Refused refusal={session.refusal} />}
        </>
      )}
      <ul className="choices">
        {applicationsFor(person?.role).map(({ path, name, about }) => (
          <li key={path}>
            <Link to={path}>
              <strong>{text.say(name)}</strong>
              <span>{text.say(about)}</span>
            </Link>
          </li>
        ))}
        {election?.id === null && person === undefined && (
          <li>
            <Link to="/setup/first">
              <strong>{text.say('setup.first')}</strong>
              <span>{text.say('setup.first.about')}</span>
            </Link>
          </li>
        )}
        <li>
          <Link to="/relay">
            <strong>{text.say('relay.title')}</strong>
            <span>{text.say('relay.about')}</span>
          </Link>
        </li>
      </ul>
    </>
  )
}

/** For whoever has a card with a code and no camera. */
function Join() {
  const text = useText()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const go = (event: FormEvent) => {
    event.preventDefault()
    const typed = code.trim().split('/').at(-1)?.toUpperCase()
    if (typed) void navigate({ to: '/join/$code', params: { code: typed } })
  }
  return (
    <form className="sheet" onSubmit={go}>
      <p>{text.say('home.join')}</p>
      <TextField value={code} onChange={setCode} className="field">
        <Label>{text.say('home.code')}</Label>
        <Input dir="ltr" autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      </TextField>
      <Button type="submit" className="main">
        {text.say('home.open')}
      </Button>
    </form>
  )
}
