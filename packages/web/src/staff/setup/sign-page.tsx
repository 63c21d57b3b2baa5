import { type Candidate, type Refusal, toHex } from '@countersign/election'
import { encodeEnvelope, kidOf } from '@countersign/record'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { type Identity, signWith } from '../device/identity.ts'
import { post, posted } from '../device/outbox.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { Stated } from './stated.tsx'
import { type Made, makeStep, useRecorded, useWhole } from './whole.ts'

/** One step: what its statements say, made on this device, and the signature of this device's key. */
export function SignPage() {
  const text = useText()
  const { step, round } = useParams({ strict: false }) as { readonly step: string; readonly round: string }
  const whole = useWhole()
  const election = useElection()
  const [standing, setStanding] = useState<readonly string[]>([])
  const known = whole?.made.find(each => each.step === step && String(each.round) === round)
  const chooses = known !== undefined && step === 'ballot' && known.round > 1
  const made =
    chooses && whole && election && standing.length > 0
      ? makeStep(whole.setup, election, 'ballot', known.round, standing)
      : known
  if (whole === undefined) return <p role="status">{text.say('setup.reading')}</p>
  if (made === undefined) return <p>{text.say('setup.cannotSign', { stops: 1, asks: 0 })}</p>
  return (
    <>
      <h1>{text.say(`setup.step.${step}`)}</h1>
      <p>{text.say(`setup.step.${step}.about`)}</p>
      {chooses && (
        <Standing
          candidates={whole.setup.candidates.map(({ candidate }) => candidate)}
          chosen={standing}
          onChoose={setStanding}
        />
      )}
      <Stated statements={made.statements.map(({ statement }) => statement)} />
      <details>
        <summary>{text.say('setup.ids', { statements: made.statements.length })}</summary>
        <ul>
          {made.statements.map(({ id }) => (
            <li key={id}>
              <code dir="ltr" className="long">
                {id}
              </code>
            </li>
          ))}
        </ul>
      </details>
      {(!chooses || standing.length > 0) && <Sign key={made.statements.at(-1)?.id} made={made} />}
      <p>
        <Link to="/setup">{text.say('setup.back')}</Link>
      </p>
    </>
  )
}

/** Who goes on to a later round, as the outcome of the one before says. */
function Standing({
  candidates,
  chosen,
  onChoose,
}: {
  readonly candidates: readonly Candidate[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}) {
  const text = useText()
  return (
    <fieldset>
      <legend>{text.say('setup.standing')}</legend>
      {candidates.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={on => onChoose(on ? [...chosen, id] : chosen.filter(other => other !== id))}
        >
          {text.name(name)}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function Sign({ made }: { readonly made: Made }) {
  const text = useText()
  const identity = useIdentity()
  const now = useRecorded(made)
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, setBusy] = useState(false)
  const sent = useStored('outbox', 'all', posted)?.filter(({ id }) =>
    made.statements.some(each => each.id === id),
  )
  const refused = sent?.find(({ state }) => state === 'refused')?.refusal
  if (identity === undefined) return <p>{text.say('setup.noKey')}</p>
  if (now?.recorded)
    return (
      <p role="status" className="sheet">
        {text.say('setup.recorded', { entry: now.index ?? 0 })}
      </p>
    )
  if (!maySignFor(identity, made))
    return <p className="sheet">{text.say('setup.notYours', { side: made.statements[0]?.by ?? '' })}</p>
  const sign = async () => {
    setBusy(true)
    setRefusal(await signAll(identity, made))
    setBusy(false)
  }
  return (
    <>
      <Button className="main" onPress={sign} isDisabled={busy || (sent?.length ?? 0) > 0}>
        {text.say('setup.signNow', { statements: made.statements.length })}
      </Button>
      <p role="status">
        {sent &&
          sent.length > 0 &&
          text.say('setup.sending', {
            sent: sent.filter(({ state }) => state !== 'waiting').length,
            of: made.statements.length,
          })}
      </p>
      <Refused refusal={refusal ?? refused} />
    </>
  )
}

/** Whether this device's key belongs to the body that signs: as the definition that is being signed has it. */
function maySignFor({ kid, publicKey, person }: Identity, { statements }: Made): boolean {
  const [first] = statements
  if (!first) return false
  if (first.statement.kind !== 'definition') return person?.side === first.by
  const { bodies } = first.statement
  const keys = bodies.find(({ id }) => id === first.by)?.keys ?? []
  return keys.some(({ key }) => key === toHex(publicKey) && kidOf(publicKey) === kid)
}

/** Signs each statement and hands it to the outbox, which sends them in this order. */
async function signAll(identity: Identity, { statements }: Made): Promise<Refusal | undefined> {
  for (const { payload } of statements) {
    const entry = encodeEnvelope({ payload, signatures: [await signWith(identity, payload)] })
    if (!entry.ok) return { code: entry.refusal.code, message: entry.refusal.message }
    const put = await post(entry.value)
    if (!put.ok) return { code: put.refusal.code, message: put.refusal.message }
  }
  return undefined
}
