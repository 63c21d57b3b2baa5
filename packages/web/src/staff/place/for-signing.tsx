import {
  formLayout,
  linesOf,
  type Refusal,
  type Result,
  type Said,
  type Statement,
  sectionWords,
} from '@countersign/election'
import { payloadOf } from '@countersign/record'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { keep } from '../device/kept.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSpoken } from '../shell/text.tsx'
import { keepForm } from './keep-form.ts'
import type { Pack } from './pack.ts'
import { draftName, type Place } from './use-place.ts'

/** The end of every step that people sign: the statement is made, and the page of its signatures opens. */
export function ForSigning({
  place,
  name,
  make,
  label,
}: {
  readonly place: Place
  readonly name: 'open' | 'close-poll' | 'form'
  readonly make: () => Result<Statement>
  readonly label: string
}) {
  const { text, language } = useSpoken()
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<Refusal>()
  const finish = async () => {
    const made = make()
    if (!made.ok) return setRefusal(inWords(made.refusal, place.pack!, language))
    const payload = payloadOf(made.value)
    if (!payload.ok) return setRefusal({ ...payload.refusal, where: 'text' })
    if (made.value.kind === 'form') await keepForm(draftName(place, 'form'), made.value, payload.value)
    else await keep(draftName(place, name), payload.value)
    await navigate({ to: '/place/signing/$name', params: { name } })
  }
  return (
    <>
      <Refused refusal={refusal} />
      <Button className="main" onPress={finish}>
        {text.say(label)}
      </Button>
    </>
  )
}

/** A refusal with its place as the form calls it. */
function inWords(refusal: Refusal, { definition, ballot }: Pack, language: 'en' | 'fa'): Refusal {
  const { where = '' } = refusal
  const section = where.split('.')[0]!
  const line = linesOf(formLayout(definition, ballot)).find(({ path }) => path === where)
  const named = line?.label ?? (sectionWords as Readonly<Record<string, Said | undefined>>)[section]
  return named === undefined ? refusal : { ...refusal, where: named[language] }
}
