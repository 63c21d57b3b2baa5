import { datesOf, type SetupDocument } from '@countersign/publication/setup'
import { useText } from '../shell/text.tsx'
import { DayField } from './fields.tsx'
import { DocumentPage, type Editing } from './page.tsx'

/** The calendar: what the rules give, and what somebody decides instead. */
export function CalendarPage() {
  const text = useText()
  return (
    <DocumentPage title="setup.calendar">
      {editing => (
        <>
          <p>{text.say('setup.calendar.about')}</p>
          <DayField
            label={text.say('setup.trigger')}
            value={editing.document.trigger}
            onChange={trigger => editing.edit(trigger === undefined ? {} : { trigger })}
            note={text.say('setup.trigger.about')}
            disabled={editing.fixed}
          />
          {editing.document.rounds.map(({ number }) => (
            <Dates key={number} {...editing} round={number} />
          ))}
        </>
      )}
    </DocumentPage>
  )
}

function Dates({ document, edit, fixed, round }: Editing & { readonly round: number }) {
  const text = useText()
  const dates = datesOf(document, round)
  const rules = rulesOf(document).filter(({ from, id }) => round === 1 || dates.has(from) || dates.has(id))
  const decide = (id: string) => (date: string | undefined) => {
    const others = document.dates.filter(each => each.id !== id || each.round !== round)
    edit({ dates: date === undefined ? others : [...others, { round, id, date }] })
  }
  if (rules.length === 0) return null
  return (
    <fieldset>
      <legend>{text.say('setup.round', { round })}</legend>
      {rules.map(({ id, name, says }) => {
        const known = dates.get(id)
        return (
          <DayField
            key={id}
            label={name === undefined ? id : text.name(name)}
            value={known?.date}
            onChange={decide(id)}
            disabled={fixed}
            note={[known && text.say(`setup.by.${known.by}`), known && text.bothDays(known.date), says]
              .filter(Boolean)
              .join(' · ')}
          />
        )
      })}
    </fieldset>
  )
}

interface Rule {
  readonly id: string
  readonly from: string
  readonly name?: Readonly<Record<string, string>>
  readonly says?: string
}

/** Every date that a rule fixes or counts from, except the voting day and the trigger. */
function rulesOf({ definition }: SetupDocument): readonly Rule[] {
  const rules = definition.calendar ?? []
  const fixed = new Set(['vote', 'trigger', ...rules.map(({ id }) => id)])
  const others = new Set(rules.map(({ from }) => from).filter(from => !fixed.has(from)))
  return [
    ...Array.from(others, id => ({ id, from: id })),
    ...rules.map(({ id, from, name, law }) => ({ id, from, name, ...(law !== undefined && { says: law }) })),
  ]
}
