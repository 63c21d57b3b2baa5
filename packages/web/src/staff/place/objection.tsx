import type { Refusal } from '@countersign/election'
import { encodeEnvelope, payloadOf } from '@countersign/record'
import { type FormEvent, useState } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { EntryCodes } from '../codes/entry-codes.tsx'
import { signWith } from '../device/identity.ts'
import { post, posted } from '../device/outbox.ts'
import { Refused } from '../shell/refusal.tsx'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import type { Pack } from './pack.ts'
import type { Place } from './use-place.ts'

const mayObject = ['official', 'supervisor', 'agent']

/** An objection to the form, with its ground: a statement of one's own, which nobody can leave out. */
export function Objection({
  place,
  pack,
  form,
}: {
  readonly place: Place
  readonly pack: Pack
  readonly form: string
}) {
  const text = useText()
  const [ground, setGround] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const made = useStored('outbox', 'all', posted)?.filter(
    ({ kind, follows }) => kind === 'object' && follows === form,
  )
  if (!mayObject.includes(place.person.role)) return null
  const object = async (event: FormEvent) => {
    event.preventDefault()
    const result = await objectTo({ place, pack, form, ground })
    setRefusal(result)
    if (result === undefined) setGround('')
  }
  return (
    <details className="sheet">
      <summary>{text.say('object.title')}</summary>
      <p>{text.say('object.about')}</p>
      <form onSubmit={object}>
        <TextField className="field" value={ground} onChange={setGround}>
          <Label>{text.say('object.ground')}</Label>
          <TextArea rows={3} />
        </TextField>
        <Button type="submit" isDisabled={ground.trim() === ''}>
          {text.say('object.sign')}
        </Button>
      </form>
      <Refused refusal={refusal} />
      {made?.map(({ hash, entry }) => (
        <div key={hash}>
          <p role="status">{text.say('object.done')}</p>
          <EntryCodes entry={entry} />
        </div>
      ))}
    </details>
  )
}

async function objectTo({
  place,
  pack,
  form,
  ground,
}: {
  readonly place: Place
  readonly pack: Pack
  readonly form: string
  readonly ground: string
}): Promise<Refusal | undefined> {
  const payload = payloadOf({
    kind: 'object',
    definition: pack.definitionId,
    round: place.round,
    statement: form,
    box: place.box,
    ground: ground.trim().normalize('NFC'),
  })
  if (!payload.ok) return { code: payload.refusal.code, message: payload.refusal.message }
  const signature = await signWith(place.identity, payload.value)
  const entry = encodeEnvelope({ payload: payload.value, signatures: [signature] })
  // It has force only once the form is on the record, so it waits for that.
  const sent = entry.ok ? await post(entry.value, form) : entry
  return sent.ok ? undefined : { code: sent.refusal.code, message: sent.refusal.message }
}
