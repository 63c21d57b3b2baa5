import type { Refusal, Statement } from '@countersign/election'
import { encodeEnvelope, payloadOf, readPageCode } from '@countersign/record'
import { type FormEvent, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { useRound } from '../centre/round.ts'
import { Scan } from '../codes/scan.tsx'
import { signWith } from '../device/identity.ts'
import { post } from '../device/outbox.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { readSeals } from './seals.ts'
import { Entry } from './shown.tsx'

const fields = ['box', 'packet', 'from', 'to', 'seals'] as const
type Field = (typeof fields)[number]

/** The giving side: scan the packet, note its seals, sign; the other side scans what is shown, or finds it waiting. */
export function HandOver() {
  const text = useText()
  const round = useRound()
  const identity = useIdentity()
  const person = usePerson()
  const election = useElection()
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({})
  const [said, setSaid] = useState<Refusal | Uint8Array>()
  const usual: Partial<Record<Field, string>> = {
    box: person?.box ?? '',
    from:
      person?.box === undefined
        ? text.say('custody.centre', { area: person?.area ?? '' })
        : text.say('custody.place'),
    to: person?.box === undefined ? '' : text.say('custody.centre', { area: '' }).trim(),
  }
  const value = (field: Field) => typed[field] ?? usual[field] ?? ''
  const set = (field: Field) => (next: string) => setTyped(before => ({ ...before, [field]: next }))
  const scanned = (code: string) => {
    const page = readPageCode(code)
    if (page.ok) setTyped(before => ({ ...before, box: page.value.box, packet: String(page.value.copy) }))
  }
  const sign = async (event: FormEvent) => {
    event.preventDefault()
    const trimmed = (field: Field) => value(field).trim().normalize('NFC')
    const seals = readSeals(value('seals'))
    const handing: Statement = {
      ...{ kind: 'custody', definition: election!.id!, round, box: trimmed('box') },
      ...(trimmed('packet') !== '' && { packet: trimmed('packet') }),
      ...{ from: trimmed('from'), to: trimmed('to'), at: Math.floor(Date.now() / 1000) },
      ...(seals.length > 0 && { seals: [...seals] }),
    }
    const payload = payloadOf(handing)
    if (!payload.ok) return setSaid({ code: payload.refusal.code, message: payload.refusal.message })
    const signatures = [await signWith(identity!, payload.value)]
    const entry = encodeEnvelope({ payload: payload.value, signatures })
    const put = entry.ok ? await post(entry.value) : entry
    if (!put.ok) return setSaid({ code: put.refusal.code, message: put.refusal.message })
    setSaid(put.value.entry)
    setTyped({})
  }
  const missing = (['box', 'from', 'to'] as const).some(field => value(field).trim() === '')
  if (said instanceof Uint8Array)
    return (
      <section>
        <h2>{text.say('custody.handOver')}</h2>
        <div className="sheet" data-given="">
          <p role="status">{text.say('custody.given')}</p>
          <Entry entry={said} />
        </div>
        <Button onPress={() => setSaid(undefined)}>{text.say('custody.another')}</Button>
      </section>
    )
  return (
    <section>
      <h2>{text.say('custody.handOver')}</h2>
      <p>{text.say('custody.handOver.how')}</p>
      <Scan onText={scanned} />
      <form onSubmit={sign}>
        {fields.map(field => (
          <TextField key={field} className="field" value={value(field)} onChange={set(field)}>
            <Label>{text.say(`custody.field.${field}`)}</Label>
            <Input
              dir={field === 'from' || field === 'to' ? 'auto' : 'ltr'}
              autoComplete="off"
              data-field={field}
            />
          </TextField>
        ))}
        <Refused refusal={said} />
        <Button className="main" type="submit" isDisabled={missing || !identity || !election?.id}>
          {text.say('custody.signGiven')}
        </Button>
      </form>
    </section>
  )
}
