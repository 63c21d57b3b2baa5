import type { Refusal } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { QrCode } from '../codes/qr-code.tsx'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { useCards, useInvitations } from './invitations.ts'
import { useOwnSide } from './own-side.ts'
import { useRoleName } from './role-name.ts'
import { forgetSeeds, makeSeeds, type Seed, useSeeds } from './seeds.ts'

/** The last resort for those without a device: sealed seeds, printed by their own side. */
export function SeedsPage() {
  const text = useText()
  const seeds = useSeeds() ?? []
  const forget = () => {
    if (confirm(text.say('side.seeds.forget.sure'))) void forgetSeeds()
  }
  return (
    <>
      <div className="no-print">
        <h1>{text.say('side.seeds')}</h1>
        <p>{text.say('side.seeds.about')}</p>
        <Making />
        {seeds.length > 0 && (
          <div className="row">
            <Button className="main" onPress={() => print()}>
              {text.say('side.seeds.print', { count: seeds.length })}
            </Button>
            <Button onPress={forget}>{text.say('side.seeds.forget')}</Button>
          </div>
        )}
        <p>
          <Link to="/people">{text.say('side.back')}</Link>
        </p>
      </div>
      <ul className="cards">
        {seeds.map(seed => (
          <PrintedSeed key={seed.id} seed={seed} />
        ))}
      </ul>
    </>
  )
}

/** Those invited from this device who have not answered, to choose who needs a seed. */
function Making() {
  const text = useText()
  const roleName = useRoleName()
  const side = useOwnSide()
  const identity = useIdentity()
  const election = useElection()
  const cards = useCards()
  const answer = useInvitations()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  if (!side || !identity || !election) return null
  const open = new Set(
    answer?.ok ? answer.value.filter(({ state }) => state === 'open').map(({ id }) => id) : [],
  )
  const waiting = cards?.filter(({ id }) => open.has(id)) ?? []
  const choose = (id: string) => (on: boolean) =>
    setChosen(before => new Set(on ? [...before, id] : [...before].filter(other => other !== id)))
  const make = async () => {
    setBusy(true)
    const about = { side: side.person.side, definition: side.definition, origin: election.origin }
    setRefusal(
      await makeSeeds(
        identity,
        about,
        waiting.filter(({ id }) => chosen.has(id)),
      ),
    )
    setChosen(new Set())
    setBusy(false)
  }
  if (waiting.length === 0) return <p>{text.say('side.seeds.none')}</p>
  return (
    <>
      {waiting.slice(0, 200).map(({ id, role, card, box, area }) => (
        <Checkbox key={id} isSelected={chosen.has(id)} onChange={choose(id)}>
          {roleName(role)} · {text.say('who.card', { card })}
          {box !== undefined && ` · ${text.say('who.box', { place: box })}`}
          {area !== undefined && ` · ${text.say('who.area', { place: area })}`}
        </Checkbox>
      ))}
      <Button onPress={make} isDisabled={busy || chosen.size === 0}>
        {text.say('side.seeds.make', { count: chosen.size })}
      </Button>
      <Refused refusal={refusal} />
    </>
  )
}

function PrintedSeed({ seed: { role, card, box, area, name, serial, seed } }: { readonly seed: Seed }) {
  const text = useText()
  const roleName = useRoleName()
  return (
    <li data-seed={card}>
      <QrCode of={seed} label={text.say('side.seeds.code', { card })} />
      <div>
        <p>
          <strong>{text.say('side.seeds.title')}</strong> · <code dir="ltr">{serial}</code>
        </p>
        <p>
          {roleName(role)} · {text.say('who.card', { card })}
          {box !== undefined && ` · ${text.say('who.box', { place: box })}`}
          {area !== undefined && ` · ${text.say('who.area', { place: area })}`}
          {name !== undefined && ` · ${name}`}
        </p>
        <p className="quiet">{text.say('side.seeds.how')}</p>
        <p dir="ltr" className="long">
          <code>{seed}</code>
        </p>
      </div>
    </li>
  )
}
