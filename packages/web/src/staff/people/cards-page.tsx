import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import { QrCode } from '../codes/qr-code.tsx'
import { useElection } from '../shell/election.ts'
import { useText } from '../shell/text.tsx'
import { type Card, cardTable, forgetCards, useCards } from './invitations.ts'
import { useRoleName } from './role-name.ts'

/** Cards to print and cut, eight a page: the link as a code and as text. They are kept on this device alone. */
export function CardsPage() {
  const text = useText()
  const cards = useCards()
  if (cards === undefined) return null
  const forget = () => {
    if (confirm(text.say('side.cards.forget.sure'))) void forgetCards()
  }
  return (
    <>
      <div className="no-print">
        <h1>{text.say('side.cards')}</h1>
        <p>{text.say('side.cards.about')}</p>
        {cards.length > 0 && (
          <div className="row">
            <Button className="main" onPress={() => print()}>
              {text.say('side.cards.print', { count: cards.length })}
            </Button>
            <a
              download="cards.csv"
              href={URL.createObjectURL(new Blob([`\uFEFF${cardTable(cards)}`], { type: 'text/csv' }))}
            >
              {text.say('side.cards.save')}
            </a>
            <Button onPress={forget}>{text.say('side.cards.forget')}</Button>
          </div>
        )}
        <p>
          <Link to="/people">{text.say('side.back')}</Link>
        </p>
      </div>
      <ul className="cards">
        {cards.map(card => (
          <PrintedCard key={card.id} card={card} />
        ))}
      </ul>
    </>
  )
}

function PrintedCard({ card }: { readonly card: Card }) {
  const text = useText()
  const roleName = useRoleName()
  const election = useElection()
  const { role, box, area, name, url, code } = card
  return (
    <li data-card={card.card}>
      <QrCode of={url} label={text.say('side.cards.code', { card: card.card })} />
      <div>
        <p>
          <strong>{election ? text.name(election.name) : ''}</strong>
          {election?.rehearsal && ` · ${text.say('side.cards.rehearsal')}`}
        </p>
        <p>
          {roleName(role)} · {text.say('who.card', { card: card.card })}
          {box !== undefined && ` · ${text.say('who.box', { place: box })}`}
          {area !== undefined && ` · ${text.say('who.area', { place: area })}`}
        </p>
        {name !== undefined && <p>{name}</p>}
        <p className="quiet">{text.say('side.cards.how')}</p>
        <p dir="ltr" className="long">
          <a href={url}>{url.replace(/#.*/, '')}</a> <code>{code.match(/.{1,4}/g)!.join('-')}</code>
        </p>
      </div>
    </li>
  )
}
