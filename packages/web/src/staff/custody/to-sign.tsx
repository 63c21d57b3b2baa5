import type { Refusal, StatementNamed } from '@countersign/election'
import { payloadOf, statementId } from '@countersign/record'
import { useState } from 'react'
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components'
import { copyName } from '../centre/copy-name.ts'
import { statementIn } from '../device/entry.ts'
import { post, posted } from '../device/outbox.ts'
import { sayPayload } from '../device/say.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries, useStored } from '../shell/stored.ts'
import { useSpoken, useText } from '../shell/text.tsx'
import { localMoment } from '../shell/time.ts'
import { readSeals, sealsThatDiffer } from './seals.ts'
import { Entry } from './shown.tsx'

export type Handing = StatementNamed<'custody'>

/** A handover as its payload states it; undefined for any other statement. */
export function handingIn(payload: Uint8Array): Handing | undefined {
  const statement = statementIn(payload)
  return statement?.kind === 'custody' ? statement : undefined
}

interface ToSign {
  readonly payload: Uint8Array
  /** The other side's entry, where it is here: it is carried to the record with one's own. */
  readonly entry?: Uint8Array | undefined
  /** The seals as they were found, where they have been written down already. */
  readonly found?: readonly string[] | undefined
}

/**
 * A handover that the other side has signed: what was noted, the seals as one finds them, one's own signature. Where the
 * seals differ it is said with an explanation, in a statement of its own, which the other side may sign, too.
 */
export function HandingToSign({ payload, entry, found }: ToSign) {
  const text = useText()
  const identity = useIdentity()
  const handing = handingIn(payload)
  const noted = handing?.found ?? handing?.seals ?? []
  const [typed, setTyped] = useState((found ?? noted).join(' '))
  const [explanation, setExplanation] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const [made, setMade] = useState<Uint8Array>()
  const mine = useStored('outbox', 'all', posted)?.find(one => one.id === statementId(made ?? payload))
  if (!handing || !identity) return null
  const seals = readSeals(typed)
  const differs = sealsThatDiffer(noted, seals)
  const sign = async () => {
    const whole = differs
      ? { ...handing, found: [...seals], explanation: explanation.trim().normalize('NFC') }
      : handing
    const next = differs ? payloadOf(whole) : { ok: true as const, value: payload }
    if (!next.ok) return setRefusal({ code: next.refusal.code, message: next.refusal.message })
    if (entry) await post(entry)
    setRefusal(await sayPayload(identity, next.value))
    setMade(next.value)
    await queries.invalidateQueries({ queryKey: ['handovers'] })
  }
  if (mine)
    return (
      <div className="sheet" data-handed={handing.box}>
        <p role="status">
          {text.say(made === undefined || made === payload ? 'custody.received' : 'custody.receivedOther')}
        </p>
        {made !== undefined && made !== payload && <Entry entry={mine.entry} />}
      </div>
    )
  return (
    <section className="sheet" data-handing={handing.box}>
      <HandingText handing={handing} />
      <TextField className="field" value={typed} onChange={setTyped}>
        <Label>{text.say('custody.found')}</Label>
        <Input dir="ltr" autoComplete="off" data-field="found" />
      </TextField>
      {differs && (
        <>
          <p role="alert" className="refusal">
            {differs.missing.length > 0 && text.say('custody.missing', { seals: text.list(differs.missing) })}{' '}
            {differs.strange.length > 0 && text.say('custody.strange', { seals: text.list(differs.strange) })}
          </p>
          <TextField className="field" value={explanation} onChange={setExplanation}>
            <Label>{text.say('custody.explanation')}</Label>
            <TextArea dir="auto" rows={2} data-field="explanation" />
          </TextField>
        </>
      )}
      <Refused refusal={refusal} />
      <Button className="main" onPress={sign} isDisabled={differs !== undefined && explanation.trim() === ''}>
        {text.say('custody.sign')}
      </Button>
    </section>
  )
}

/** A handover in words. */
export function HandingText({ handing }: { readonly handing: Handing }) {
  const { text, language } = useSpoken()
  const { box, packet, from, to, seals = [], found, explanation, at } = handing
  return (
    <>
      <p>
        <strong>
          <bdi>{box}</bdi>
        </strong>{' '}
        ·{' '}
        {packet === undefined
          ? text.say('custody.itself')
          : text.say('custody.copy', { packet: copyName(text, packet) })}
        {at !== undefined && ` · ${localMoment(at, language)}`}
      </p>
      <p>
        <bdi>{from}</bdi> {text.say('custody.to')} <bdi>{to}</bdi>
      </p>
      <p>
        {seals.length === 0
          ? text.say('custody.noSeals')
          : text.say('custody.noted', { seals: text.list([...seals]) })}
        {found !== undefined && ` · ${text.say('custody.foundThen', { seals: text.list([...found]) })}`}
      </p>
      {explanation !== undefined && <p dir="auto">{explanation}</p>}
    </>
  )
}
