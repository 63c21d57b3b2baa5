import type { Refusal, Statement } from '@countersign/election'
import { type Compared, type Copy, payloadOf, statementId } from '@countersign/record'
import { useState } from 'react'
import { Button, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import { photographOf } from '../device/attached.ts'
import type { Identity } from '../device/identity.ts'
import { post } from '../device/outbox.ts'
import { sayStatement } from '../device/say.ts'
import { Photographed } from '../photographs/photographed.tsx'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'

interface Complaining {
  readonly copy: Copy
  readonly entry?: Uint8Array | undefined
  readonly compared: Compared
}

const wants = ['recount', 'correction', 'annulment', 'rerun', 'other'] as const

/** Two steps: say what is asked for and why; sign. The copy goes with it as evidence. */
export function Complain({ copy, entry, compared }: Complaining) {
  const text = useText()
  const identity = useIdentity()
  const person = usePerson()
  const election = useElection()
  const [writing, setWriting] = useState(false)
  const [want, setWant] = useState<(typeof wants)[number]>('recount')
  const [ground, setGround] = useState('')
  const [said, setSaid] = useState<Refusal | 'filed'>()
  if (!identity || !person || !election?.id) return <p>{text.say('complain.needsKey')}</p>
  if (said === 'filed')
    return (
      <p role="status" className="sheet">
        {text.say('complain.filed')}
      </p>
    )
  if (!writing)
    return (
      <Button className="main" onPress={() => setWriting(true)}>
        {text.say('complain.begin')}
      </Button>
    )
  const file = async () => {
    const evidence = await giveEvidence(identity, election.id!, { copy, entry, compared })
    if (typeof evidence !== 'string') return setSaid(evidence)
    const complaint: Statement = {
      ...{ kind: 'complaint', definition: election.id!, round: compared.round, box: compared.box },
      ...{ wants: want, ground: ground.trim().normalize('NFC'), evidence: [evidence] },
    }
    setSaid((await sayStatement(identity, complaint)) ?? 'filed')
  }
  return (
    <section className="sheet">
      <h2>{text.say('complain.title')}</h2>
      <RadioGroup value={want} onChange={value => setWant(value as typeof want)}>
        <Label>{text.say('complain.wants')}</Label>
        {wants.map(each => (
          <Radio key={each} value={each}>
            {text.say(`complain.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField className="field" value={ground} onChange={setGround}>
        <Label>{text.say('complain.ground')}</Label>
        <TextArea dir="auto" rows={3} />
      </TextField>
      <p>{text.say(`complain.evidence.${copy.sort}`)}</p>
      {copy.sort !== 'signed' && <Photographed round={copy.round} box={copy.box} />}
      <Button className="main" onPress={file} isDisabled={ground.trim() === ''}>
        {text.say('complain.sign')}
      </Button>
      <Refused refusal={said} />
    </section>
  )
}

/** Puts the copy on the record: as its signers signed it, or as a transcript of this person's. Gives its ID. */
async function giveEvidence(
  identity: Identity,
  definition: string,
  { copy, entry }: Complaining,
): Promise<string | Refusal> {
  if (copy.sort === 'signed') {
    const posted = await post(entry!)
    return posted.ok ? posted.value.id : { code: posted.refusal.code, message: posted.refusal.message }
  }
  const photograph = await photographOf(copy)
  const transcript: Statement = {
    ...{
      kind: 'transcript',
      definition,
      round: copy.round,
      box: copy.box,
      copy: 'own',
      figures: copy.figures,
    },
    ...(copy.code !== undefined && { code: copy.code }),
    ...(copy.serial !== undefined && { serial: copy.serial }),
    ...(photograph && { photograph: photograph.statement }),
  }
  const refusal = await sayStatement(identity, transcript)
  const payload = payloadOf(transcript)
  return refusal ?? (payload.ok ? statementId(payload.value) : { code: 'statement-schema', message: '' })
}
