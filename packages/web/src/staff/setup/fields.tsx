import { type ReactNode, useState } from 'react'
import { FieldError, Input, Label, Text as Note, TextField } from 'react-aria-components'

interface FieldOf<T> {
  readonly label: string
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
  readonly disabled?: boolean
  readonly note?: ReactNode
  readonly direction?: 'ltr' | 'rtl' | 'auto'
}

/** A line of text; empty is absent. */
export function TextLine({
  label,
  value,
  onChange,
  disabled = false,
  note,
  direction = 'auto',
}: FieldOf<string>) {
  return (
    <TextField
      className="field"
      value={value ?? ''}
      onChange={typed => onChange(typed === '' ? undefined : typed)}
      isDisabled={disabled}
    >
      <Label>{label}</Label>
      <Input autoComplete="off" dir={direction} />
      {note && <Note slot="description">{note}</Note>}
    </TextField>
  )
}

/** A value that is taken over once it is well formed; until then what is typed stays here. */
export function Checked({
  label,
  value,
  onChange,
  disabled = false,
  note,
  read,
  wrong,
}: FieldOf<string> & {
  /** The value that a text stands for; nothing where it is not well formed. */
  readonly read: (typed: string) => string | undefined
  readonly wrong: string
}) {
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? value ?? ''
  const bad = shown !== '' && read(shown) === undefined
  const take = (next: string) => {
    const good = next === '' ? undefined : read(next)
    setTyped(next !== '' && good === undefined ? next : undefined)
    if (next === '' || good !== undefined) onChange(good)
  }
  return (
    <TextField className="field" value={shown} onChange={take} isDisabled={disabled} isInvalid={bad}>
      <Label>{label}</Label>
      <Input autoComplete="off" spellCheck={false} dir="ltr" />
      <FieldError>{bad && wrong}</FieldError>
      {note && <Note slot="description">{note}</Note>}
    </TextField>
  )
}

/** A day or an hour, by the browser's own field. */
export function DayField({
  label,
  value,
  onChange,
  disabled = false,
  note,
  type = 'date',
}: FieldOf<string> & { readonly type?: 'date' | 'time' }) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        type={type}
        dir="ltr"
        value={value ?? ''}
        disabled={disabled}
        onChange={event => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      {note && <span slot="description">{note}</span>}
    </label>
  )
}

/** One of several words. */
export function Choice<W extends string>({
  label,
  value,
  onChange,
  disabled = false,
  note,
  words,
}: FieldOf<W> & { readonly words: readonly (readonly [W, string])[] }) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select value={value ?? ''} disabled={disabled} onChange={event => onChange(event.target.value as W)}>
        {value === undefined && <option value="" />}
        {words.map(([word, says]) => (
          <option key={word} value={word}>
            {says}
          </option>
        ))}
      </select>
      {note && <span slot="description">{note}</span>}
    </label>
  )
}
