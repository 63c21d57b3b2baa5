import type { Refusal } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { type Invitation, useCards, useInvitations, withdraw } from './invitations.ts'
import { useOwnSide } from './own-side.ts'
import { useRoleName } from './role-name.ts'

/** How many invitations are shown at once. */
const mostShown = 50

/** A side's people: whom it has invited, who has answered, whose key is on the record. */
export function PeoplePage() {
  const text = useText()
  const side = useOwnSide()
  const person = usePerson()
  const cards = useCards()
  const answer = useInvitations()
  const states = answer?.ok ? Map.groupBy(answer.value, ({ state }) => state) : undefined
  const count = (state: Invitation['state']) => states?.get(state)?.length ?? 0
  if (!side) return <Nobody />
  return (
    <>
      <h1>{text.say('side.title')}</h1>
      <p>{text.say('side.side', { side: side.person.side })}</p>
      <ol className="steps">
        <Way
          to="/people/invite"
          name="side.invite"
          says={text.say('side.count.open', { count: count('open') })}
        />
        <Way
          to="/people/cards"
          name="side.cards"
          says={text.say('side.count.cards', { count: cards?.length ?? 0 })}
        />
        <Way
          to="/people/enrol"
          name="side.enrol"
          says={text.say('side.count.answered', { count: count('answered') })}
        />
        <Way
          to="/people/revoke"
          name="side.revoke"
          says={text.say('side.count.enrolled', { count: count('enrolled') })}
        />
        <Way to="/people/seeds" name="side.seeds" says={text.say('side.seeds.short')} />
        {(person?.role === 'authority' || person?.role === 'supervisingBody') && (
          <Way to="/people/second" name="side.second" says={text.say('side.second.short')} />
        )}
        {person?.role === 'authority' && (
          <Way to="/people/agents" name="side.agents" says={text.say('side.agents.short')} />
        )}
        {person?.role === 'supervisingBody' && (
          <Way to="/people/candidacies" name="side.candidacies" says={text.say('side.candidacies.short')} />
        )}
      </ol>
      {answer && !answer.ok && <Refused refusal={answer.refusal} />}
      {answer?.ok && answer.value.length > 0 && <Invited all={answer.value} />}
    </>
  )
}

/** For whoever's key enrols nobody: a candidate who has yet to file, or somebody's people. */
function Nobody() {
  const text = useText()
  const election = useElection()
  const identity = useIdentity()
  return (
    <>
      <h1>{text.say('side.title')}</h1>
      <p>{text.say('side.nobody')}</p>
      {election?.id && identity?.person === undefined && (
        <p>
          <Link to="/people/candidacy">{text.say('side.candidacy')}</Link>
        </p>
      )}
    </>
  )
}

function Way({ to, name, says }: { readonly to: string; readonly name: string; readonly says: string }) {
  const text = useText()
  return (
    <li data-way={name}>
      <Link to={to}>
        <strong>{text.say(name)}</strong>
        <span>{says}</span>
      </Link>
    </li>
  )
}

function Invited({ all }: { readonly all: readonly Invitation[] }) {
  const text = useText()
  const [wanted, setWanted] = useState('')
  const matches = all.filter(({ state, ...one }) =>
    wanted === ''
      ? state !== 'withdrawn'
      : Object.values({ ...one, state }).some(value => String(value).includes(wanted)),
  )
  return (
    <>
      <h2>{text.say('side.invited')}</h2>
      <label className="field">
        <span className="label">{text.say('side.find')}</span>
        <input
          value={wanted}
          onChange={event => setWanted(event.target.value.trim())}
          dir="auto"
          type="search"
        />
      </label>
      <ul className="entries">
        {matches.slice(0, mostShown).map(one => (
          <InvitedOne key={one.id} invitation={one} />
        ))}
      </ul>
      {matches.length > mostShown && <p>{text.say('setup.more', { more: matches.length - mostShown })}</p>}
    </>
  )
}

function InvitedOne({ invitation }: { readonly invitation: Invitation }) {
  const text = useText()
  const roleName = useRoleName()
  const [refusal, setRefusal] = useState<Refusal>()
  const { id, role, card, box, area, state, kid, keyKind } = invitation
  return (
    <li className="sheet" data-state={state} data-card={card}>
      <p>
        <strong>{roleName(role)}</strong> · {text.say('who.card', { card })}
        {box !== undefined && ` · ${text.say('who.box', { place: box })}`}
        {area !== undefined && ` · ${text.say('who.area', { place: area })}`}
      </p>
      <p>
        {text.say(`side.state.${state}`)}
        {keyKind && ` · ${text.say(`side.kind.${keyKind}`)}`} {kid && <code dir="ltr">{kid}</code>}
      </p>
      {(state === 'open' || state === 'answered') && (
        <Button onPress={async () => setRefusal(await withdraw(id))}>{text.say('side.withdraw')}</Button>
      )}
      <Refused refusal={refusal} />
    </li>
  )
}
