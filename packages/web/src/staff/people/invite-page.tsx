import type { PersonRole, Refusal } from '@countersign/election'
import { type Found, found, readRoster } from '@countersign/publication/setup'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { Checked, Choice, TextLine } from '../setup/fields.tsx'
import { Problems } from '../setup/page.tsx'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { invite, type ToInvite } from './invitations.ts'
import { atABox, inAnArea, type OwnSide, useOwnSide } from './own-side.ts'
import { useRoleName } from './role-name.ts'

/** Inviting people: one by one, or from a table. */
export function InvitePage() {
  const text = useText()
  const side = useOwnSide()
  if (!side) return <p>{text.say('side.nobody')}</p>
  return (
    <>
      <h1>{text.say('side.invite')}</h1>
      <p>{text.say('side.invite.about')}</p>
      <One side={side} />
      <Table side={side} />
      <p>
        <Link to="/people">{text.say('side.back')}</Link>
      </p>
    </>
  )
}

const identifier = (typed: string) => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/.test(typed) ? typed : undefined)

function One({ side }: { readonly side: OwnSide }) {
  const text = useText()
  const roleName = useRoleName()
  const navigate = useNavigate()
  const [person, setPerson] = useState<Partial<ToInvite>>({ role: side.roles[0]! })
  const [refusal, setRefusal] = useState<Refusal>()
  const set =
    <K extends keyof ToInvite>(field: K) =>
    (value: ToInvite[K] | undefined) =>
      setPerson(before => {
        const { [field]: _, ...rest } = before
        return value === undefined ? rest : { ...rest, [field]: value }
      })
  const { role, card } = person
  const complete =
    role !== undefined && card !== undefined && !(atABox.includes(role) && person.box === undefined)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const refused = await invite([person as ToInvite])
    setRefusal(refused)
    if (!refused) await navigate({ to: '/people/cards' })
  }
  return (
    <form className="sheet" onSubmit={send}>
      <h2>{text.say('side.one')}</h2>
      <Choice<PersonRole>
        label={text.say('side.role')}
        value={role}
        onChange={set('role')}
        words={side.roles.map(each => [each, roleName(each)])}
      />
      <Checked
        label={text.say('side.card')}
        value={card}
        onChange={set('card')}
        read={identifier}
        wrong={text.say('setup.card.wrong')}
      />
      {(role === undefined || !inAnArea.includes(role)) && (
        <Checked
          label={text.say('side.box')}
          value={person.box}
          onChange={set('box')}
          read={identifier}
          wrong={text.say('setup.card.wrong')}
        />
      )}
      {(role === undefined || !atABox.includes(role)) && (
        <Checked
          label={text.say('side.area')}
          value={person.area}
          onChange={set('area')}
          read={identifier}
          wrong={text.say('setup.card.wrong')}
        />
      )}
      <TextLine
        label={text.say('side.name')}
        value={person.name}
        onChange={set('name')}
        note={text.say('side.name.about')}
      />
      <Button type="submit" className="main" isDisabled={!complete}>
        {text.say('side.invite.one')}
      </Button>
      <Refused refusal={refusal} />
    </form>
  )
}

interface Roster {
  readonly people: readonly ToInvite[]
  readonly found: readonly Found[]
}

function Table({ side }: { readonly side: OwnSide }) {
  const text = useText()
  const navigate = useNavigate()
  const [roster, setRoster] = useState<Roster>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const read = async (files: FileList | null) => {
    if (files?.[0]) setRoster(rosterOf(await files[0].text(), side))
  }
  const send = async () => {
    setBusy(true)
    const refused = await invite(roster!.people)
    setBusy(false)
    setRefusal(refused)
    if (!refused) await navigate({ to: '/people/cards' })
  }
  return (
    <section className="sheet" data-table="roster">
      <h2>{text.say('side.table')}</h2>
      <p className="quiet">{text.say('side.table.about')}</p>
      <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={read}>
        <Button>{text.say('setup.table.choose')}</Button>
      </FileTrigger>
      {roster && (
        <>
          <p role="status">{text.say('side.table.count', { count: roster.people.length })}</p>
          <Problems found={roster.found} />
          <Button
            className="main"
            onPress={send}
            isDisabled={busy || roster.found.length > 0 || roster.people.length === 0}
          >
            {text.say('side.invite.all', { count: roster.people.length })}
          </Button>
        </>
      )}
      <Refused refusal={refusal} />
    </section>
  )
}

/** A side's own table: people of another side, or of roles that it cannot give, are problems with their line. */
function rosterOf(csv: string, { person: { side }, roles }: OwnSide): Roster {
  const { people, problems } = readRoster(csv, side)
  const cards = new Map<string, number>()
  const strange = people.flatMap(({ line, side: whose, role, card, box }) => {
    const where = `roster:${line}`
    const first = cards.get(card)
    cards.set(card, first ?? line)
    return [
      ...(whose === side ? [] : [found('side-unknown', where, { side: whose })]),
      ...(roles.includes(role)
        ? []
        : [found('role-of-another-side', where, { side, role, roles: roles.join(', ') })]),
      ...(first === undefined ? [] : [found('card-twice', where, { card, side, first })]),
      ...(atABox.includes(role) && box === undefined ? [found('scope-missing', where, { card, role })] : []),
    ]
  })
  return { people: people.map(({ line: _, side: __, ...one }) => one), found: [...problems, ...strange] }
}
