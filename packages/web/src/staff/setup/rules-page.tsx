import { documentProblemsOf, type SetupDocument, type SetupRound } from '@countersign/publication/setup'
import { Button } from 'react-aria-components'
import { useText } from '../shell/text.tsx'
import { Checked, Choice, DayField, TextLine } from './fields.tsx'
import { DocumentPage, type Editing, Problems } from './page.tsx'

/** How the election is run: its name, rounds, hours and the rule of each. */
export function RulesPage() {
  return (
    <DocumentPage title="setup.rules">
      {editing => (
        <>
          <Names {...editing} />
          {editing.document.rounds.map((round, i) => (
            <Round key={round.number} {...editing} at={i} />
          ))}
          <RunOff {...editing} />
          <Rest {...editing} />
          <Problems
            found={documentProblemsOf(editing.document).filter(({ where }) => !where.startsWith('bodies'))}
          />
        </>
      )}
    </DocumentPage>
  )
}

function Names({ document, edit, fixed }: Editing) {
  const text = useText()
  const { name = {} } = document.definition
  const set = (language: string) => (value: string | undefined) => {
    const { [language]: _, ...others } = name
    const next = value === undefined ? others : { ...others, [language]: value.normalize('NFC') }
    const { name: __, ...rest } = document.definition
    edit({ definition: Object.keys(next).length === 0 ? rest : { ...rest, name: next } })
  }
  return (
    <>
      <TextLine
        label={text.say('setup.name.en')}
        value={name.en}
        onChange={set('en')}
        disabled={fixed}
        direction="ltr"
      />
      <TextLine
        label={text.say('setup.name.fa')}
        value={name.fa}
        onChange={set('fa')}
        disabled={fixed}
        direction="rtl"
      />
    </>
  )
}

function Round({ document, edit, fixed, at }: Editing & { readonly at: number }) {
  const text = useText()
  const round = document.rounds[at]!
  const set =
    <K extends keyof SetupRound>(field: K) =>
    (value: SetupRound[K] | undefined) =>
      edit({ rounds: document.rounds.map((each, i) => (i === at ? without(each, field, value) : each)) })
  return (
    <fieldset>
      <legend>{text.say('setup.round', { round: round.number })}</legend>
      <DayField
        label={text.say('setup.date')}
        value={round.date}
        onChange={set('date')}
        disabled={fixed}
        note={round.date && text.bothDays(round.date)}
      />
      <div className="row">
        <DayField
          type="time"
          label={text.say('setup.opens')}
          value={round.opens}
          onChange={set('opens')}
          disabled={fixed}
        />
        <DayField
          type="time"
          label={text.say('setup.closes')}
          value={round.closes === '24:00' ? '00:00' : round.closes}
          onChange={value => set('closes')(value === '00:00' ? '24:00' : value)}
          disabled={fixed}
        />
      </div>
      <Choice
        label={text.say('setup.rule')}
        value={round.rule}
        onChange={set('rule')}
        disabled={fixed}
        words={(['majority', 'plurality'] as const).map(rule => [rule, text.say(`setup.rule.${rule}`)])}
      />
      <Choice
        label={text.say('setup.of')}
        value={round.of}
        onChange={set('of')}
        disabled={fixed}
        words={(document.definition.denominators ?? []).map(of => [of, text.say(`setup.of.${of}`)])}
      />
    </fieldset>
  )
}

/** The record without a field, or with another value of it. */
function without<T extends object, K extends keyof T>(all: T, field: K, value: T[K] | undefined): T {
  const { [field]: _, ...rest } = all
  return (value === undefined ? rest : { ...all, [field]: value }) as T
}

/** A second round of two, where nobody has more than half in the first. */
function RunOff({ document, edit, fixed }: Editing) {
  const text = useText()
  const [first] = document.rounds
  if (fixed || !first) return null
  const { date: _, ...hours } = first
  const add = () =>
    edit({
      rounds: [
        { ...first, rule: 'majority' },
        { ...hours, number: 2, rule: 'plurality' },
      ],
    })
  const remove = () => edit({ rounds: [{ ...first, rule: 'plurality' }] })
  return (
    <Button onPress={document.rounds.length > 1 ? remove : add}>
      {text.say(document.rounds.length > 1 ? 'setup.runOff.remove' : 'setup.runOff.add')}
    </Button>
  )
}

const offset = /^[+-](0\d|1[0-4]):[0-5]\d$/

function Rest({ document, edit, fixed }: Editing) {
  const text = useText()
  const { definition, utcOffset, lists, rounds } = document
  const define = (changes: Partial<SetupDocument['definition']>) =>
    edit({ definition: { ...definition, ...changes } })
  return (
    <fieldset>
      <legend>{text.say('setup.rest')}</legend>
      <Checked
        label={text.say('setup.utcOffset')}
        value={utcOffset}
        onChange={value => value && edit({ utcOffset: value })}
        read={typed => (offset.test(typed) ? typed : undefined)}
        wrong={text.say('setup.utcOffset.wrong')}
        disabled={fixed}
      />
      <Checked
        label={text.say('setup.staff')}
        value={definition.staff === undefined ? undefined : String(definition.staff)}
        onChange={value => value && define({ staff: Number(value) })}
        read={typed => (/^\d{1,3}$/.test(typed) ? typed : undefined)}
        wrong={text.say('setup.staff.wrong')}
        disabled={fixed}
      />
      <Choice
        label={text.say('setup.voting')}
        value={definition.voting}
        onChange={voting => voting && define({ voting })}
        disabled={fixed}
        words={(['anywhere', 'assigned'] as const).map(word => [word, text.say(`setup.voting.${word}`)])}
      />
      {rounds.length > 1 && (
        <Choice
          label={text.say('setup.lists')}
          value={lists}
          onChange={value => value && edit({ lists: value })}
          disabled={fixed}
          words={(['once', 'eachRound'] as const).map(word => [word, text.say(`setup.lists.${word}`)])}
        />
      )}
      <Listed title="setup.copies" names={(definition.copies ?? []).map(({ name }) => text.name(name))} />
      <Listed
        title="setup.invalid"
        names={(definition.invalidGrounds ?? []).map(({ name }) => text.name(name))}
      />
      <Listed
        title="setup.notTaken"
        names={(definition.notTakenGrounds ?? []).map(({ name }) => text.name(name))}
      />
      <Listed title="setup.levels" names={(definition.levels ?? []).map(({ name }) => text.name(name))} />
      <p className="quiet">{text.say('setup.everything')}</p>
    </fieldset>
  )
}

function Listed({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const text = useText()
  return (
    <p>
      <strong>{text.say(title)}</strong> {names.length > 0 ? text.list(names) : '–'}
    </p>
  )
}
