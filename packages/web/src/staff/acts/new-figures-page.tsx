import { figuresAt, parseStatement, type Refusal } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import { FigureField, readFigure } from '../centre/figure-field.tsx'
import { useFormSections } from '../centre/packets.ts'
import { sayStatement } from '../device/say.ts'
import { Choice, TextLine } from '../setup/fields.tsx'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useSpoken } from '../shell/text.tsx'
import { RoundField, useChosenRound } from './round-field.tsx'
import { type Seen, useSeen } from './seen.ts'

type Ruling = Seen<'ruling'>

/** New figures of a box, as a ruling ordered: counted again, or an error of writing put right. The old ones stay visible. */
export function NewFiguresPage() {
  const { text } = useSpoken()
  const [round, setRound] = useChosenRound()
  const rulings = useSeen('ruling', round, false).filter(
    ({ statement: { decision, box } }) =>
      box !== undefined && (decision === 'recount' || decision === 'correct'),
  )
  const [chosen, setChosen] = useState<string>()
  const ruling = rulings.find(({ id }) => id === chosen)
  return (
    <>
      <h1>{text.say('act.figures')}</h1>
      <p>{text.say('act.figures.about')}</p>
      <p>{text.say('acts.twoBodies')}</p>
      <RoundField round={round} onChange={setRound} />
      {rulings.length === 0 ? (
        <p role="status">{text.say('act.figures.nothing')}</p>
      ) : (
        <Choice
          label={text.say('act.figures.ruling')}
          value={chosen}
          onChange={setChosen}
          words={rulings.map(({ id, index, statement: { box = '', decision } }) => [
            id,
            text.say(`act.figures.${decision}`, { box, entry: text.count(index) }),
          ])}
        />
      )}
      {ruling && <Figures key={ruling.id} ruling={ruling} round={round} />}
      <p>
        <Link to="/acts">{text.say('acts.back')}</Link>
      </p>
    </>
  )
}

function Figures({ ruling, round }: { readonly ruling: Ruling; readonly round: number }) {
  const { text, language } = useSpoken()
  const identity = useIdentity()
  const definition = useElection()?.id
  const sections = useFormSections(round) ?? []
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState<string>()
  const [said, setSaid] = useState<Refusal | 'signed'>()
  const correcting = ruling.statement.decision === 'correct'
  const complete =
    sections.length > 0 &&
    sections.every(({ lines }) => lines.every(({ path }) => isWritten(typed[path] ?? '')))
  const sign = async (event: FormEvent) => {
    event.preventDefault()
    if (!identity || !definition) return
    const composed = parseStatement({
      ...{ kind: ruling.statement.decision, definition, round, box: ruling.statement.box, ruling: ruling.id },
      figures: figuresIn(typed),
      ...(correcting && { reason: reason?.trim().normalize('NFC') }),
    })
    const refused = composed.ok ? await sayStatement(identity, composed.value) : composed.refusal
    setSaid(refused ?? 'signed')
    await queries.invalidateQueries({ queryKey: ['acts'] })
  }
  return (
    <form onSubmit={sign} data-ruling={ruling.id}>
      <p>{text.say('act.figures.lines')}</p>
      {sections.map(({ id, title, lines }) => (
        <fieldset key={id}>
          <legend>{title[language]}</legend>
          {lines.map(({ path, label, number }) => (
            <FigureField
              key={path}
              path={path}
              label={number === undefined ? label[language] : `${text.count(number)} · ${label[language]}`}
              value={typed[path] ?? ''}
              onChange={figure => setTyped(before => ({ ...before, [path]: figure }))}
            />
          ))}
        </fieldset>
      ))}
      {correcting && <TextLine label={text.say('act.figures.reason')} value={reason} onChange={setReason} />}
      <Button type="submit" className="main" isDisabled={!complete || (correcting && !reason)}>
        {text.say('acts.sign')}
      </Button>
      <p role="status">{said === 'signed' && text.say('acts.signed.first')}</p>
      <Refused refusal={said === 'signed' ? undefined : said} />
    </form>
  )
}

/** A figure, or a dash where the paper has none: a line that was overlooked is neither. */
function isWritten(typed: string): boolean {
  const read = readFigure(typed)
  return read !== undefined && read !== 'wrong'
}

function figuresIn(typed: Readonly<Record<string, string>>) {
  const read = Object.entries(typed).map(([path, written]) => [path, readFigure(written)] as const)
  return figuresAt(read.filter((pair): pair is readonly [string, number] => typeof pair[1] === 'number'))
}
