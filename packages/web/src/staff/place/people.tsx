import { roleWords } from '@countersign/election'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { useSpoken, useText } from '../shell/text.tsx'
import type { Filling } from '../shell/use-draft.ts'
import { byRole, keyless } from './compose.ts'
import { TextLine } from './fields.tsx'
import type { Pack, Signer } from './pack.ts'

const inks = ['signed', 'absent', 'refused'] as const
/** Roles of those who may be present without a key. */
const addable = ['official', 'police', 'supervisor', 'agent'] as const

/** Who is here: those with keys, by role, and whoever else is added. Of each: signed on paper, absent, or refuses. */
export function People({
  filling,
  pack,
  question,
}: {
  readonly filling: Filling
  readonly pack: Pack
  /** The key of what is asked of each. */
  readonly question: 'people.present' | 'people.ink'
}) {
  const text = useText()
  const typed = filling.value
  const everyone = [...byRole(pack.keys), ...keyless(typed)]
  const silent = everyone.filter(({ kid }) => typed(`people.${kid}`) === undefined)
  const added = Number(typed('people.added') ?? 0)
  return (
    <div className="people">
      <p>{text.say(`${question}.about`)}</p>
      {silent.length > 0 && (
        <Button
          onPress={() => {
            for (const { kid } of silent) filling.set(`people.${kid}`, 'signed')
          }}
        >
          {text.say(`${question}.all`, { people: silent.length })}
        </Button>
      )}
      {everyone.map(person => (
        <One key={person.kid} person={person} filling={filling} question={question} />
      ))}
      <Button onPress={() => filling.set('people.added', String(added + 1))}>{text.say('people.add')}</Button>
    </div>
  )
}

function One({
  person,
  filling,
  question,
}: {
  readonly person: Pick<Signer, 'kid' | 'role' | 'side'> & { readonly card?: string }
  readonly filling: Filling
  readonly question: string
}) {
  const { text } = useSpoken()
  const name = usePersonName()
  const ink = filling.value(`people.${person.kid}`) ?? ''
  return (
    <div className="person" data-person={person.kid}>
      {person.card === undefined && <Added kid={person.kid} filling={filling} />}
      <RadioGroup
        value={ink}
        onChange={chosen => filling.set(`people.${person.kid}`, chosen)}
        orientation="horizontal"
        className="radios"
      >
        <Label className="label">{name(person)}</Label>
        <div className="choice">
          {inks.map(choice => (
            <Radio key={choice} value={choice}>
              {text.say(`${question}.${choice}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {ink === 'refused' && (
        <TextLine
          filling={filling}
          field={`people.${person.kid}.ground`}
          label={text.say('people.ground')}
          most={80}
        />
      )}
    </div>
  )
}

/** Somebody without a key: role, and for whom. */
function Added({ kid, filling }: { readonly kid: string; readonly filling: Filling }) {
  const { text, language } = useSpoken()
  return (
    <>
      <label className="field">
        {text.say('people.role')}
        <select
          value={filling.value(`people.${kid}.role`) ?? 'official'}
          onChange={event => filling.set(`people.${kid}.role`, event.target.value)}
        >
          {addable.map(role => (
            <option key={role} value={role}>
              {roleWords[role][language]}
            </option>
          ))}
        </select>
      </label>
      <TextLine filling={filling} field={`people.${kid}.side`} label={text.say('people.side')} />
    </>
  )
}

/** How a person is called on these pages: role, side, card. No name is known. */
export function usePersonName(): (
  person: Pick<Signer, 'role' | 'side'> & { readonly card?: string },
) => string {
  const { text, language } = useSpoken()
  const words: Readonly<Record<string, { readonly en: string; readonly fa: string } | undefined>> = roleWords
  return ({ role, side, card }) =>
    [
      words[role]?.[language] ?? role,
      side && text.say('who.side', { side }),
      card && text.say('who.card', { card }),
    ]
      .filter(Boolean)
      .join(' · ')
}
