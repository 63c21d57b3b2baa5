import type { Refusal } from '@countersign/election'
import { type FormEvent, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { changed, database } from '../device/database.ts'
import type { Person } from '../device/identity.ts'
import { useElection } from '../shell/election.ts'
import { usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { fetchPack } from './pack.ts'

/** Whether somebody goes from box to box: a supervisor or an agent whose key acts in an area, or everywhere. */
export function goesAround(person: Person | undefined): boolean {
  return (person?.role === 'supervisor' || person?.role === 'agent') && person.box === undefined
}

/** Asks at which box they are now, and brings what the box needs onto the device. */
export function ChooseBox() {
  const text = useText()
  const person = usePerson()
  const rounds = useElection()?.rounds ?? []
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  if (!goesAround(person)) return <p>{text.say('place.none')}</p>
  const choose = async (event: FormEvent) => {
    event.preventDefault()
    const box = typed.trim()
    const answers = await Promise.all(rounds.map(({ number }) => fetchPack(box, number)))
    const good = answers.some(({ ok }) => ok)
    setRefusal(good ? undefined : answers.find(answer => !answer.ok)?.refusal)
    if (good) await setChosenBox(box)
  }
  return (
    <form className="sheet" onSubmit={choose}>
      <p>{text.say('place.which')}</p>
      <TextField className="field" value={typed} onChange={setTyped}>
        <Label>{text.say('join.box')}</Label>
        <Input dir="ltr" autoComplete="off" spellCheck={false} />
      </TextField>
      <Button type="submit" className="main" isDisabled={typed.trim() === ''}>
        {text.say('place.choose')}
      </Button>
      <Refused refusal={refusal} />
    </form>
  )
}

/** The box at which somebody who goes around is now. */
export async function chosenBox(): Promise<string | undefined> {
  return (await (await database()).get('settings', 'box')) as string | undefined
}

/** @param box none: it is asked for again */
export async function setChosenBox(box: string | undefined): Promise<void> {
  await (await database()).put('settings', box, 'box')
  changed('settings')
}
