import { toHex } from '@countersign/election'
import {
  isTemplate,
  type SetupDocument,
  sayProblem,
  templateNames,
  templateOf,
} from '@countersign/publication/setup'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import { posted } from '../device/outbox.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries, useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { change, useDocument } from './document.ts'
import { Problems } from './page.tsx'
import { type Made, useRecorded, useTables, useWhole, type Whole } from './whole.ts'

/** The way from nothing to a sealed election, as a list of steps with where each is. */
export function OverviewPage() {
  const text = useText()
  const { answer } = useDocument()
  if (answer === undefined) return <p role="status">{text.say('loading')}</p>
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <>
      <h1>{text.say('setup.title')}</h1>
      {answer.value.body === null ? <Templates /> : <Steps document={answer.value.body} />}
    </>
  )
}

/** What to begin with. */
function Templates() {
  const text = useText()
  const identity = useIdentity()
  if (identity === undefined) return null
  const begin = (name: string) => {
    if (isTemplate(name)) change(0, withOwnKey(templateOf(name), toHex(identity.publicKey)))
  }
  return (
    <>
      <p>{text.say('setup.template.about')}</p>
      <div className="row">
        {templateNames.map(name => (
          <Button key={name} onPress={() => begin(name)}>
            {text.say(`setup.template.${name}`)}
          </Button>
        ))}
      </div>
    </>
  )
}

/** Whoever sets the election up has the authority's first key. The operator's is the log's, which the server fills in. */
function withOwnKey(document: SetupDocument, key: string): SetupDocument {
  const bodies = document.bodies.map(body =>
    body.role === 'authority' ? { ...body, keys: [{ key, card: '1' }] } : body,
  )
  return { ...document, bodies }
}

function Steps({ document }: { readonly document: SetupDocument }) {
  const text = useText()
  const election = useElection()
  const texts = useTables()
  const whole = useWhole()
  useOperatorKey(document)
  const stops = whole?.found.filter(each => sayProblem(each, 'en').stops).length
  const asks = whole && stops !== undefined ? whole.found.length - stops : undefined
  const done = (yes: boolean) => (yes ? 'done' : 'todo')
  return (
    <>
      <h2>{text.say('setup.write')}</h2>
      <ol className="steps">
        <Step
          to="/setup/rules"
          name="rules"
          state={done(
            document.definition.name !== undefined && document.rounds.every(({ date }) => date !== undefined),
          )}
        />
        <Step
          to="/setup/bodies"
          name="bodies"
          state={done(
            document.bodies.every(
              ({ keys }) => keys.length > 0 && keys.every(({ key }) => key !== undefined),
            ),
          )}
        />
        <Step to="/setup/calendar" name="calendar" />
        <Step
          to="/setup/tables"
          name="tables"
          state={done(texts?.places !== undefined && texts.candidates !== undefined)}
        />
        <Step to="/setup/document" name="document" />
      </ol>
      <h2>{text.say('setup.problems')}</h2>
      {stops === undefined || asks === undefined ? (
        <p role="status">{text.say('setup.reading')}</p>
      ) : (
        <>
          <p role="status" data-stops={stops}>
            {text.say(stops > 0 ? 'setup.cannotSign' : 'setup.maySign', { stops, asks })}
          </p>
          <Problems found={whole!.found} most={12} />
        </>
      )}
      {whole && stops === 0 && <Signing whole={whole} />}
      {election?.id && (
        <p>
          <Link to="/people">{text.say('setup.people')}</Link>
        </p>
      )}
    </>
  )
}

/** What is signed, round by round. Once a round's list of candidates is on the record, the next one's turn has come. */
function Signing({ whole: { made, setup } }: { readonly whole: Whole }) {
  const text = useText()
  const election = useElection()
  const list = useRecorded(made.find(({ step, round }) => step === 'ballot' && round === 1))
  const isOther = election?.id && made[0]?.statements[0]?.id !== election.id
  const rounds = list?.recorded ? setup.document.rounds.map(({ number }) => number) : [1]
  // The table of places is by then that of the later round: what it would say of the first is not asked for again.
  const past = (round: number, step: string) =>
    round === 1 &&
    rounds.length > 1 &&
    setup.document.lists === 'eachRound' &&
    (step === 'boxes' || step === 'seal')
  return (
    <>
      <h2>{text.say('setup.sign')}</h2>
      {isOther && (
        <p role="alert" className="refusal">
          {text.say('setup.otherDefinition')}
        </p>
      )}
      {rounds.map(number => {
        const steps = made.filter(({ round, step }) => round === number && !past(round, step))
        return (
          <section key={number}>
            {rounds.length > 1 && <h3>{text.say('setup.round', { round: number })}</h3>}
            <ol className="steps">
              {steps.map((each, i) => (
                <SignStep key={each.step} made={each} before={steps[i - 1]} />
              ))}
            </ol>
          </section>
        )
      })}
    </>
  )
}

/** The operator's key is the log's own: it is written in as soon as the server has told it. */
function useOperatorKey(document: SetupDocument): void {
  const election = useElection()
  const { answer } = useDocument()
  const key = (election as { readonly operator?: string } | undefined)?.operator
  const lacks = document.bodies.some(({ role, keys }) => role === 'operator' && keys[0]?.key !== key)
  useEffect(() => {
    if (key === undefined || !lacks || election?.id !== null || !answer?.ok) return
    const bodies = document.bodies.map(body =>
      body.role === 'operator' ? { ...body, keys: [{ key, card: body.keys[0]?.card ?? '1' }] } : body,
    )
    change(answer.value.version, { ...document, bodies })
  }, [key, lacks, election, answer, document])
}

function Step({
  to,
  name,
  state,
}: {
  readonly to: string
  readonly name: string
  readonly state?: 'todo' | 'done'
}) {
  const text = useText()
  return (
    <li data-step={name} data-state={state}>
      <Link to={to}>
        <strong>{text.say(`setup.${name}`)}</strong>
        <span>{state && text.say(`setup.state.${state}`)}</span>
      </Link>
    </li>
  )
}

/** A step that is signed. It opens once the one before it is on the record. */
function SignStep({ made, before }: { readonly made: Made; readonly before: Made | undefined }) {
  const text = useText()
  const { step, round, statements } = made
  const now = useRecorded(made)
  const ready = useRecorded(before)
  const person = usePerson()
  const sending = useStored('outbox', 'all', posted)?.some(
    ({ id, state }) => state === 'waiting' && statements.some(each => each.id === id),
  )
  useEffect(() => {
    // From the definition on the founder's key is the authority's: the session says so once it is asked again.
    if (step !== 'definition' || now?.recorded !== true || person?.role !== 'founder') return
    void queries.invalidateQueries({ queryKey: ['election'] })
    void queries.invalidateQueries({ queryKey: ['session'] })
  }, [step, now?.recorded, person?.role])
  const open = before === undefined || ready?.recorded === true
  const state = now?.recorded
    ? 'recorded'
    : sending
      ? 'sending'
      : !open
        ? 'later'
        : step === 'candidacies'
          ? 'others'
          : 'todo'
  return (
    <li data-step={`sign-${step}-${round}`} data-state={state === 'recorded' ? 'done' : state}>
      <Link to="/setup/sign/$step/$round" params={{ step, round: String(round) }}>
        <strong>{text.say(`setup.step.${step}`)}</strong>
        <span>{now?.why ?? text.say(`setup.state.${state}`)}</span>
      </Link>
    </li>
  )
}
