import type { Refusal, Statement } from '@countersign/election'
import { useState } from 'react'
import { Button, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import { sayStatement } from '../device/say.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { type FiguresOnRecord, useCopyName } from './copies.tsx'
import type { BoxOnRecord } from './held-box.tsx'

const decisions = ['accept', 'recount', 'correct', 'annul', 'rerun', 'openBox', 'refuse'] as const
type Decision = (typeof decisions)[number]

interface Proposing {
  readonly box: BoxOnRecord
  readonly round: number
  readonly copies: readonly FiguresOnRecord[]
}

/** What one body proposes: it has no force until another body has signed the same. */
export function Propose({ box, round, copies }: Proposing) {
  const text = useText()
  const identity = useIdentity()
  const election = useElection()
  const nameOf = useCopyName()
  const [decision, setDecision] = useState<Decision>('recount')
  const [copy, setCopy] = useState<string>()
  const [explanation, setExplanation] = useState('')
  const [said, setSaid] = useState<Refusal | 'signed'>()
  if (!identity || !election?.id) return null
  const choice = copies.filter(({ kind, force }) => force && (kind === 'form' || kind === 'transcript'))
  const chooses = decision === 'accept' && choice.length > 1
  const complaint = box.docket.find(({ rulings }) => rulings.length === 0)?.id
  const propose = async () => {
    const ruling: Statement = {
      ...{ kind: 'ruling', definition: election.id!, round, box: box.box, decision },
      explanation: explanation.trim().normalize('NFC'),
      ...(complaint !== undefined && { complaint }),
      ...(chooses && copy !== undefined && { form: copy }),
    }
    setSaid((await sayStatement(identity, ruling)) ?? 'signed')
    await queries.invalidateQueries({ queryKey: ['rulings'] })
  }
  return (
    <section>
      <h2>{text.say('ruling.title')}</h2>
      <p>{text.say('ruling.about')}</p>
      <RadioGroup value={decision} onChange={value => setDecision(value as Decision)}>
        <Label>{text.say('ruling.decision')}</Label>
        {decisions.map(each => (
          <Radio key={each} value={each}>
            {text.say(`decision.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <p className="quiet" aria-live="polite">
        {text.say(`decision.${decision}.means`)}
      </p>
      {chooses && (
        <RadioGroup value={copy ?? ''} onChange={setCopy}>
          <Label>{text.say('ruling.which')}</Label>
          {choice.map(one => (
            <Radio key={one.id} value={one.id}>
              {nameOf(one)}
            </Radio>
          ))}
        </RadioGroup>
      )}
      <TextField className="field" value={explanation} onChange={setExplanation}>
        <Label>{text.say('ruling.explanation')}</Label>
        <TextArea dir="auto" rows={3} />
      </TextField>
      <Button
        onPress={() => void propose()}
        isDisabled={explanation.trim() === '' || (chooses && copy === undefined)}
      >
        {text.say('ruling.propose')}
      </Button>
      {said === 'signed' && <p role="status">{text.say('ruling.proposed')}</p>}
      <Refused refusal={said === 'signed' ? undefined : said} />
    </section>
  )
}
