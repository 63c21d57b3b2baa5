import type { Refusal } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { sayStatement } from '../device/say.ts'
import { TextLine } from '../setup/fields.tsx'
import { type Candidacy, useCandidacies } from '../shell/candidacies.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { useOwnSide } from './own-side.ts'

/** The supervising body decides on each candidacy: approved, or rejected with a ground that all can read. */
export function CandidaciesPage() {
  const text = useText()
  const all = useCandidacies()
  return (
    <>
      <h1>{text.say('side.candidacies')}</h1>
      <p>{text.say('side.candidacies.about')}</p>
      {all?.length === 0 && <p role="status">{text.say('side.candidacies.none')}</p>}
      {all?.map(candidacy => (
        <Decision key={candidacy.candidate} candidacy={candidacy} />
      ))}
      <p>
        <Link to="/people">{text.say('side.back')}</Link>
      </p>
    </>
  )
}

function Decision({ candidacy: { candidate, name, card, steps } }: { readonly candidacy: Candidacy }) {
  const text = useText()
  const side = useOwnSide()
  const identity = useIdentity()
  const [ground, setGround] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  if (!side || !identity) return null
  const decide = async (step: 'approved' | 'rejected') => {
    const statement = {
      kind: 'candidacy',
      definition: side.definition,
      round: 0,
      candidate,
      step,
      ...(ground !== undefined && { ground: ground.normalize('NFC') }),
    } as const
    setRefusal(await sayStatement(identity, statement))
    setTimeout(() => void queries.invalidateQueries({ queryKey: ['candidacies'] }), 2_000)
  }
  return (
    <section
      className="sheet"
      data-candidate={candidate}
      data-decided={steps.map(({ step }) => step).join(' ')}
    >
      <h2>{text.name(name)}</h2>
      <p>
        <code dir="ltr">{candidate}</code> · {text.say('who.card', { card })}
      </p>
      {steps.map(({ step, ground: because }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
        <p key={i}>
          {text.say(`side.step.${step}`)}
          {because !== undefined && `: ${because}`}
        </p>
      ))}
      <TextLine
        label={text.say('side.ground')}
        value={ground}
        onChange={setGround}
        note={text.say('side.candidacies.ground')}
      />
      <div className="row">
        <Button className="main" onPress={() => decide('approved')}>
          {text.say('side.approve')}
        </Button>
        <Button onPress={() => decide('rejected')} isDisabled={ground === undefined}>
          {text.say('side.reject')}
        </Button>
      </div>
      <Refused refusal={refusal} />
    </section>
  )
}
