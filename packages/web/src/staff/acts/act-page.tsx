import type { Refusal } from '@countersign/election'
import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components'
import { sayStatement } from '../device/say.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { ActField } from './act-field.tsx'
import { composeAct, type Filled } from './compose.ts'
import { type ActForm, type ActName, actForms } from './forms.ts'
import { RoundField, useChosenRound } from './round-field.tsx'

/** A form of one kind of statement: filled in, signed, and on the record. */
export function ActPage() {
  const { act } = useParams({ strict: false }) as { readonly act: string }
  return Object.hasOwn(actForms, act) ? <Act key={act} name={act as ActName} /> : null
}

function Act({ name }: { readonly name: ActName }) {
  const text = useText()
  const form: ActForm = actForms[name]
  const identity = useIdentity()
  const election = useElection()
  const [round, setRound] = useChosenRound()
  const [filled, setFilled] = useState<Filled>(() => ownBox(identity?.person?.box))
  const [said, setSaid] = useState<Refusal | 'signed'>()
  if (!identity || !election?.id) return <p>{text.say('acts.none')}</p>
  const definition = election.id
  const lacking = Object.entries(form.fields).some(
    ([key, { optional }]) =>
      !optional && !Object.keys(filled).some(name => name === key || name.startsWith(`${key}.`)),
  )
  const change = (key: string, value: string | undefined) => {
    setSaid(undefined)
    setFilled(({ [key]: _, ...rest }) => (value === undefined ? rest : { ...rest, [key]: value }))
  }
  const sign = async (event: FormEvent) => {
    event.preventDefault()
    const composed = composeAct(name, filled, { definition, round })
    const refused = composed.ok ? await sayStatement(identity, composed.value) : composed.refusal
    setSaid(refused ?? 'signed')
    if (!refused) setFilled(ownBox(identity.person?.box))
    await queries.invalidateQueries({ queryKey: ['acts'] })
  }
  return (
    <>
      <h1>{text.say(`act.${name}`)}</h1>
      <p>{text.say(`act.${name}.about`)}</p>
      {form.twoBodies && <p>{text.say('acts.twoBodies')}</p>}
      <form onSubmit={sign}>
        {form.ofRound && <RoundField round={round} onChange={setRound} />}
        {Object.entries(form.fields).map(([key, field]) => (
          <ActField key={key} act={name} name={key} field={field} filled={filled} onChange={change} />
        ))}
        <Button type="submit" className="main" isDisabled={lacking}>
          {text.say('acts.sign')}
        </Button>
      </form>
      <p role="status">
        {said === 'signed' && text.say(form.twoBodies ? 'acts.signed.first' : 'acts.signed')}
      </p>
      <Refused refusal={said === 'signed' ? undefined : said} />
      <p>
        <Link to="/acts">{text.say('acts.back')}</Link>
      </p>
    </>
  )
}

/** Whoever acts at one box states what happened there. */
function ownBox(box: string | undefined): Filled {
  return box === undefined ? {} : { box }
}
