import type { Refusal } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { QrCode } from '../codes/qr-code.tsx'
import { useElection } from '../shell/election.ts'
import { askPdf, saveFile } from '../shell/pdf.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken, useText } from '../shell/text.tsx'
import { type Card, cardTable, forgetCards, useCards, useInvitations } from './invitations.ts'
import { useRoleName } from './role-name.ts'

/** Cards to print and cut, eight a page: the link as a code and as text. They are kept on this device alone. */
export function CardsPage() {
  const text = useText()
  const cards = useCards()
  const invitations = useInvitations()
  const table = useMemo(
    () => cards && URL.createObjectURL(new Blob([`\uFEFF${cardTable(cards)}`], { type: 'text/csv' })),
    [cards],
  )
  if (cards === undefined) return null
  const over = new Set(
    invitations?.ok ? invitations.value.filter(({ state }) => state !== 'open').map(({ id }) => id) : [],
  )
  // A card that was answered or taken back opens nothing: it stays in the table, with its salt.
  const open = cards.filter(({ id }) => !over.has(id))
  const forget = () => {
    if (confirm(text.say('side.cards.forget.sure'))) void forgetCards()
  }
  return (
    <>
      <div className="no-print">
        <h1>{text.say('side.cards')}</h1>
        <p>{text.say('side.cards.about')}</p>
        {open.length > 0 && (
          <div className="row">
            <Button className="main" onPress={() => print()}>
              {text.say('side.cards.print', { count: open.length })}
            </Button>
            <PdfButton cards={open} />
          </div>
        )}
        {open.length < cards.length && (
          <p className="quiet">{text.say('side.cards.over', { count: cards.length - open.length })}</p>
        )}
        {cards.length > 0 && (
          <div className="row">
            <a download="cards.csv" href={table}>
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
        {open.map(card => (
          <PrintedCard key={card.id} card={card} />
        ))}
      </ul>
    </>
  )
}

/** As many as the server sets in type at once. */
const inOneFile = 300

/** The same cards as PDF, ten to a page, for a printer's; no name is on them. */
function PdfButton({ cards }: { readonly cards: readonly Card[] }) {
  const { text, language } = useSpoken()
  const [refusal, setRefusal] = useState<Refusal>()
  const save = async () => {
    for (let at = 0; at < cards.length; at += inOneFile) {
      const some = cards
        .slice(at, at + inOneFile)
        .map(({ role, card, box, url: link, code }) => ({ role, card, link, code, ...(box && { box }) }))
      const answer = await askPdf(`print/cards?language=${language}`, some)
      if (!answer.ok) return setRefusal(answer.refusal)
      saveFile(answer.value, cards.length > inOneFile ? `cards-${at / inOneFile + 1}.pdf` : 'cards.pdf')
    }
    setRefusal(undefined)
  }
  return (
    <>
      <Button onPress={save}>{text.say('side.cards.pdf')}</Button>
      <Refused refusal={refusal} />
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
