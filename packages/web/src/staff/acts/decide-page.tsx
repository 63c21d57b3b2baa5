import type { Refusal, Statement } from '@countersign/election'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { Sum } from '../centre/sum.tsx'
import { sayStatement } from '../device/say.ts'
import { TextLine } from '../setup/fields.tsx'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { RoundField, useChosenRound } from './round-field.tsx'
import { useSeen } from './seen.ts'

/** The supervising body's decision on the declared result. */
export function CertifyPage() {
  const [round, setRound] = useChosenRound()
  const [declared] = useSeen('declare', round, false)
  return (
    <Decide
      act="certify"
      round={<RoundField round={round} onChange={setRound} />}
      decisions={['certified', 'refused']}
      about={declared && { index: declared.index, shown: <Sum payload={declared.payload} /> }}
      statementOf={decision =>
        declared && { kind: 'certify', round, declaration: declared.id, decision: decision as 'certified' }
      }
    />
  )
}

/** The higher authority's act on that decision, or on the result where none was made. */
export function ConfirmPage() {
  const text = useText()
  const [round, setRound] = useChosenRound()
  const [certified] = useSeen('certify', round, false)
  const [declared] = useSeen('declare', round, false)
  const about = certified ?? declared
  const shown = certified && <p>{text.say(`act.certify.${certified.statement.decision}`)}</p>
  return (
    <Decide
      act="confirm"
      round={<RoundField round={round} onChange={setRound} />}
      decisions={['confirmed', 'overridden']}
      about={
        about && { index: about.index, shown: shown ?? (declared && <Sum payload={declared.payload} />) }
      }
      statementOf={decision =>
        about && { kind: 'confirm', round, statement: about.id, decision: decision as 'confirmed' }
      }
    />
  )
}

type Decision = Extract<Statement, { readonly kind: 'certify' | 'confirm' }>
type Bare<S> = S extends unknown ? Omit<S, 'definition' | 'ground'> : never

interface DecideProps {
  readonly act: 'certify' | 'confirm'
  readonly round: ReactNode
  readonly decisions: readonly [string, string]
  /** What is decided on; absent where nothing is there yet. */
  readonly about: { readonly index: number; readonly shown: ReactNode } | undefined
  readonly statementOf: (decision: string) => Bare<Decision> | undefined
}

/** Yes or no to what another body has stated, with the ground that all can read. */
function Decide({ act, round, decisions: [yes, no], about, statementOf }: DecideProps) {
  const text = useText()
  const identity = useIdentity()
  const definition = useElection()?.id
  const [ground, setGround] = useState<string>()
  const [said, setSaid] = useState<Refusal | 'signed'>()
  const decide = async (decision: string) => {
    const bare = statementOf(decision)
    if (!identity || !definition || !bare) return
    const reason = ground === undefined ? {} : { ground: ground.trim().normalize('NFC') }
    setSaid((await sayStatement(identity, { ...bare, definition, ...reason } as Decision)) ?? 'signed')
  }
  return (
    <>
      <h1>{text.say(`act.${act}`)}</h1>
      <p>{text.say(`act.${act}.about`)}</p>
      {round}
      {about ? (
        <section className="sheet" data-about={about.index}>
          <h2>{text.say(`act.${act}.what`, { entry: text.count(about.index) })}</h2>
          {about.shown}
        </section>
      ) : (
        <p role="status">{text.say(`act.${act}.nothing`)}</p>
      )}
      {about && said !== 'signed' && (
        <>
          <TextLine label={text.say(`act.${act}.ground`)} value={ground} onChange={setGround} />
          <div className="row">
            <Button className="main" onPress={() => decide(yes)}>
              {text.say(`act.${act}.${yes}.sign`)}
            </Button>
            <Button onPress={() => decide(no)} isDisabled={ground === undefined}>
              {text.say(`act.${act}.${no}.sign`)}
            </Button>
          </div>
        </>
      )}
      <p role="status">{said === 'signed' && text.say('acts.signed')}</p>
      <Refused refusal={said === 'signed' ? undefined : said} />
      <p>
        <Link to="/acts">{text.say('acts.back')}</Link>
      </p>
    </>
  )
}
