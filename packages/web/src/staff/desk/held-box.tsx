import type { Refusal, Statement } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import { useRound } from '../centre/round.ts'
import { Sum } from '../centre/sum.tsx'
import { entryIn } from '../device/entry.ts'
import { sayPayload, sayStatement } from '../device/say.ts'
import { answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { queries } from '../shell/stored.ts'
import { useSpoken, useText } from '../shell/text.tsx'

type BoxOnRecord = components['schemas']['BoxOnRecord']
type Seen = components['schemas']['StatementToSee']

/** One held box: what was found, its copies beside each other, and what is ruled: by two people of two bodies. */
export function HeldBox() {
  const { text, language } = useSpoken()
  const { box: id } = useParams({ strict: false }) as { readonly box: string }
  const round = useRound()
  const { data } = useQuery({
    queryKey: ['box', round, id],
    queryFn: () => answered(server.GET('/boxes/{box}', { params: { path: { box: id }, query: { round } } })),
    refetchInterval: 3_000,
  })
  if (data === undefined) return <p role="status">{text.say('loading')}</p>
  if (!data.ok) return <Refused refusal={data.refusal} />
  const box = data.value
  return (
    <>
      <h1>
        <bdi>{box.box}</bdi>
      </h1>
      <p role="status">{text.say(`box.${box.state}`)}</p>
      <ul>
        {box.findings.map(found => (
          <li key={found.code + found.en}>
            {found.code} · {found[language]}
          </li>
        ))}
      </ul>
      <Copies box={box} />
      <Waiting box={box} round={round} />
      <Propose box={box} round={round} />
      <p>
        <Link to="/desk/held">{text.say('held.back')}</Link>
      </p>
    </>
  )
}

/** Every copy of the figures that the record has of the box. */
function Copies({ box }: { readonly box: BoxOnRecord }) {
  const text = useText()
  const copies = box.entries.filter(({ kind }) => ['form', 'transcript', 'recount', 'correct'].includes(kind))
  const first = new Map(copies.map(copy => [copy.id, copy]).reverse() as [string, (typeof copies)[number]][])
  return (
    <div className="copies">
      {[...first.values()].reverse().map(copy => {
        const read = entryIn(copy.entry)
        return read ? (
          <section key={copy.id} className="sheet">
            <h2>
              {text.say(`copy.${copy.kind}`)} · {text.say('copy.entry', { entry: text.count(copy.index) })}
            </h2>
            <Sum payload={read.payload} />
          </section>
        ) : null
      })}
    </div>
  )
}

/** Rulings that one body has signed and that wait for another's signature: the same bytes are signed here. */
function Waiting({ box, round }: { readonly box: BoxOnRecord; readonly round: number }) {
  const text = useText()
  const identity = useIdentity()
  const side = usePerson()?.side
  const [refusal, setRefusal] = useState<Refusal>()
  const { data } = useQuery({
    queryKey: ['rulings', round],
    queryFn: () =>
      answered(server.GET('/statements', { params: { query: { kind: 'ruling', round, waiting: 'true' } } })),
    refetchInterval: 3_000,
  })
  const waiting = (data?.ok ? data.value : []).flatMap(seen => rulingIn(seen, box.box))
  if (waiting.length === 0) return null
  return (
    <>
      <h2>{text.say('ruling.waiting')}</h2>
      {waiting.map(({ seen, ruling, payload }) => (
        <section key={seen.id} className="sheet" data-ruling={seen.id}>
          <p>
            <strong>{text.say(`decision.${ruling.decision}`)}</strong>: <bdi>{ruling.explanation}</bdi>
          </p>
          <p className="quiet">{text.say('ruling.signedBy', { sides: text.list(seen.sides) })}</p>
          {identity && side !== undefined && !seen.sides.includes(side) && (
            <Button
              className="main"
              onPress={async () => {
                setRefusal(await sayPayload(identity, payload))
                await queries.invalidateQueries({ queryKey: ['rulings'] })
              }}
            >
              {text.say('ruling.sign')}
            </Button>
          )}
        </section>
      ))}
      <Refused refusal={refusal} />
    </>
  )
}

function rulingIn(seen: Seen, box: string) {
  const read = entryIn(seen.entry)
  if (read?.statement.kind !== 'ruling' || read.statement.box !== box) return []
  return [{ seen, ruling: read.statement, payload: read.payload }]
}

const decisions = ['accept', 'recount', 'correct', 'annul', 'rerun', 'openBox', 'refuse'] as const

/** What one body proposes: it has no force until another body has signed the same. */
function Propose({ box, round }: { readonly box: BoxOnRecord; readonly round: number }) {
  const text = useText()
  const identity = useIdentity()
  const election = useElection()
  const [decision, setDecision] = useState<(typeof decisions)[number]>('recount')
  const [explanation, setExplanation] = useState('')
  const [said, setSaid] = useState<Refusal | 'signed'>()
  if (!identity || !election?.id) return null
  const complaint = box.docket.find(({ rulings }) => rulings.length === 0)?.id
  const propose = async () => {
    const ruling: Statement = {
      ...{ kind: 'ruling', definition: election.id!, round, box: box.box, decision },
      explanation: explanation.trim().normalize('NFC'),
      ...(complaint !== undefined && { complaint }),
    }
    setSaid((await sayStatement(identity, ruling)) ?? 'signed')
    await queries.invalidateQueries({ queryKey: ['rulings'] })
  }
  return (
    <section>
      <h2>{text.say('ruling.title')}</h2>
      <p>{text.say('ruling.about')}</p>
      <RadioGroup value={decision} onChange={value => setDecision(value as typeof decision)}>
        <Label>{text.say('ruling.decision')}</Label>
        {decisions.map(each => (
          <Radio key={each} value={each}>
            {text.say(`decision.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField className="field" value={explanation} onChange={setExplanation}>
        <Label>{text.say('ruling.explanation')}</Label>
        <TextArea dir="auto" rows={3} />
      </TextField>
      <Button onPress={propose} isDisabled={explanation.trim() === ''}>
        {text.say('ruling.propose')}
      </Button>
      {said === 'signed' && <p role="status">{text.say('ruling.proposed')}</p>}
      <Refused refusal={said === 'signed' ? undefined : said} />
    </section>
  )
}
