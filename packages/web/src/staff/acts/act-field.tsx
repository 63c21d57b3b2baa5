import { Checkbox, Input, Label, TextField } from 'react-aria-components'
import { Choice, DayField, TextLine } from '../setup/fields.tsx'
import { useCandidacies } from '../shell/candidacies.ts'
import { useDefinition } from '../shell/definition.ts'
import { useText } from '../shell/text.tsx'
import type { Filled } from './compose.ts'
import type { ActName, Field } from './forms.ts'

interface ActFieldProps {
  readonly act: ActName
  readonly name: string
  readonly field: Field & { readonly optional?: true }
  readonly filled: Filled
  readonly onChange: (name: string, value: string | undefined) => void
}

/** A field of an act, by what is to be filled in. */
export function ActField({ act, name, field, filled, onChange }: ActFieldProps) {
  const text = useText()
  const label = `${text.say(`act.${act}.${name}`)}${field.optional ? ` (${text.say('acts.optional')})` : ''}`
  const change = (value: string | undefined) => onChange(name, value)
  const value = filled[name]
  switch (field.sort) {
    case 'words':
      return <Words label={label} name={name} filled={filled} onChange={onChange} />
    case 'day':
      return <DayField label={label} value={value} onChange={change} />
    case 'moment':
      return (
        <label className="field">
          <span className="label">{label}</span>
          <input
            type="datetime-local"
            dir="ltr"
            value={value ?? ''}
            onChange={({ target }) => change(target.value === '' ? undefined : target.value)}
          />
        </label>
      )
    case 'choice': {
      const words = field.words.map(word => [word, text.say(`act.${act}.${name}.${word}`)] as const)
      return <Choice label={label} value={value} onChange={change} words={words} />
    }
    case 'date':
      return <DateChoice label={label} value={value} onChange={change} />
    case 'candidate':
      return <CandidateChoice label={label} value={value} onChange={change} />
    case 'candidates':
      return <Candidates label={label} value={value} onChange={change} />
    case 'answers':
      return <Answers label={label} name={name} filled={filled} onChange={onChange} />
    case 'count':
      return (
        <TextField
          className="field"
          value={value ?? ''}
          onChange={typed => change(typed === '' ? undefined : typed)}
        >
          <Label>{label}</Label>
          <Input inputMode="numeric" autoComplete="off" dir="ltr" />
        </TextField>
      )
    default:
      return (
        <TextLine
          label={label}
          value={value}
          onChange={change}
          direction={field.sort === 'box' || field.sort === 'boxes' ? 'ltr' : 'auto'}
        />
      )
  }
}

interface OneField {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

type SeveralFields = Pick<ActFieldProps, 'name' | 'filled' | 'onChange'> & { readonly label: string }

/** A name in each of the two languages; one is enough. */
function Words({ label, name, filled, onChange }: SeveralFields) {
  const text = useText()
  return (['en', 'fa'] as const).map(language => (
    <TextLine
      key={language}
      label={text.say('acts.in', { field: label, language: text.say(`acts.in.${language}`) })}
      value={filled[`${name}.${language}`]}
      onChange={value => onChange(`${name}.${language}`, value)}
    />
  ))
}

/** A date that the calendar's rules name, or one of the two that they count from. */
function DateChoice({ label, value, onChange }: OneField) {
  const text = useText()
  const rules = useDefinition()?.calendar ?? []
  const words = [
    ['trigger', text.say('act.calendar.trigger')] as const,
    ['vote', text.say('act.calendar.vote')] as const,
    ...rules.map(({ id, name }) => [id, text.name(name)] as const),
  ]
  return <Choice label={label} value={value} onChange={onChange} words={words} />
}

function CandidateChoice({ label, value, onChange }: OneField) {
  const text = useText()
  const words = (useCandidacies() ?? []).map(({ candidate, name }) => [candidate, text.name(name)] as const)
  return <Choice label={label} value={value} onChange={onChange} words={words} />
}

function Candidates({ label, value, onChange }: OneField) {
  const text = useText()
  const chosen = new Set(value?.split(' ') ?? [])
  const choose = (candidate: string) => (on: boolean) => {
    const next = on ? [...chosen, candidate] : [...chosen].filter(other => other !== candidate)
    onChange(next.length === 0 ? undefined : next.join(' '))
  }
  return (
    <fieldset>
      <legend>{label}</legend>
      {(useCandidacies() ?? []).map(({ candidate, name }) => (
        <Checkbox key={candidate} isSelected={chosen.has(candidate)} onChange={choose(candidate)}>
          {text.name(name)}
        </Checkbox>
      ))}
    </fieldset>
  )
}

/** A poll's shares in percent; a candidate whom it did not name stays empty. */
function Answers({ label, name, filled, onChange }: SeveralFields) {
  const text = useText()
  const rows = (useCandidacies() ?? []).map(({ candidate, name }) => [candidate, text.name(name)] as const)
  return (
    <fieldset>
      <legend>{label}</legend>
      {[...rows, ['', text.say('act.poll.undecided')] as const].map(([candidate, who]) => (
        <TextField
          key={candidate}
          className="field figure"
          value={filled[`${name}.${candidate}`] ?? ''}
          onChange={typed => onChange(`${name}.${candidate}`, typed === '' ? undefined : typed)}
        >
          <Label>{who}</Label>
          <Input inputMode="decimal" autoComplete="off" dir="ltr" />
        </TextField>
      ))}
    </fieldset>
  )
}
