import type { ReactNode } from 'react'
import { Button, FieldError, Input, Label, Text as Note, TextField } from 'react-aria-components'
import { type Change, settle } from '../device/history.ts'
import { readCount } from '../shell/number.ts'
import { useText } from '../shell/text.tsx'
import { localTime } from '../shell/time.ts'
import type { Filling } from '../shell/use-draft.ts'

interface FieldOf {
  readonly filling: Filling
  readonly field: string
  readonly label: string
  /** What is known already; it stands there until something else is typed. */
  readonly known?: string | undefined
  readonly note?: ReactNode
}

/** A whole number, typed in either language's digits. */
export function CountField({ filling, field, label, known, note }: FieldOf) {
  const text = useText()
  const value = filling.value(field) ?? inDigits(known, text.language)
  const wrong = !readCount(value).ok
  return (
    <div className="count">
      <TextField
        className="field"
        value={value}
        onChange={typed => filling.set(field, typed)}
        isInvalid={wrong}
      >
        <Label>{label}</Label>
        <Input inputMode="numeric" autoComplete="off" dir="ltr" data-field={field} />
        <FieldError>{wrong && text.say('refusal.not-a-count')}</FieldError>
        {note && <Note slot="description">{note}</Note>}
      </TextField>
      <Disagreement filling={filling} field={field} />
    </div>
  )
}

/** A figure that was known already, in the language's digits. */
function inDigits(known: string | undefined, language: string): string {
  const read = readCount(known ?? '')
  return read.ok && read.value !== undefined
    ? read.value.toLocaleString(language, { useGrouping: false })
    : (known ?? '')
}

/** A line of text. @param most bytes of UTF-8 that a form has room for: a Persian letter takes two */
export function TextLine({ filling, field, label, known, note, most }: FieldOf & { readonly most?: number }) {
  const text = useText()
  const value = filling.value(field) ?? known ?? ''
  const over = most === undefined ? 0 : new TextEncoder().encode(value).length - most
  return (
    <>
      <TextField
        className="field"
        value={value}
        onChange={typed => filling.set(field, typed)}
        isInvalid={over > 0}
      >
        <Label>{label}</Label>
        <Input autoComplete="off" dir="auto" data-field={field} />
        <FieldError>{over > 0 && text.say('place.tooLong')}</FieldError>
        {note && <Note slot="description">{note}</Note>}
      </TextField>
      <Disagreement filling={filling} field={field} />
    </>
  )
}

/** A date and time by the device's clock, with the one for now at a touch. */
export function TimeField({ filling, field, label, known }: FieldOf) {
  const text = useText()
  return (
    <>
      <div className="row time">
        <TextField
          className="field"
          value={filling.value(field) ?? known ?? ''}
          onChange={typed => filling.set(field, typed)}
        >
          <Label>{label}</Label>
          <Input type="datetime-local" data-field={field} />
        </TextField>
        <Button onPress={() => filling.set(field, localTime(Date.now()))}>{text.say('place.now')}</Button>
      </div>
      <Disagreement filling={filling} field={field} />
    </>
  )
}

/** Two tabs or devices wrote different things, neither knowing of the other: both are here, and someone decides. */
function Disagreement({ filling: { draft }, field }: Pick<FieldOf, 'filling' | 'field'>) {
  const text = useText()
  const heads = draft.get(field)?.heads ?? []
  if (heads.length < 2) return null
  return (
    <div className="refusal" role="alert">
      <p>{text.say('place.differ')}</p>
      <div className="row">
        {heads.map(head => (
          <Button key={head.id} onPress={() => settle(heads, head.value)}>
            {head.value || text.say('place.empty')}{' '}
            <span className="quiet">{clock(head, text.language)}</span>
          </Button>
        ))}
      </div>
    </div>
  )
}

function clock({ at }: Change, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at)
}
