import type { Refusal, Statement } from '@countersign/election'
import { readEntry } from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { entryIn } from '../device/entry.ts'
import { posted } from '../device/outbox.ts'
import { sayStatement } from '../device/say.ts'
import { answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { useRound } from './round.ts'
import { Sum } from './sum.tsx'

type Seen = components['schemas']['StatementToSee']

/** The sums of centres, for those who watch: signed with their own key beside the head's, or objected to. */
export function SumsPage() {
  const text = useText()
  const round = useRound()
  const area = usePerson()?.area
  const { data } = useQuery({
    queryKey: ['sums', round, area],
    queryFn: () =>
      answered(
        server.GET('/statements', {
          params: { query: { kind: 'tally', round, ...(area !== undefined && { area }) } },
        }),
      ),
    refetchInterval: 5_000,
  })
  return (
    <>
      <h1>{text.say('sums.title')}</h1>
      <p>{text.say('sums.how')}</p>
      {data?.ok === false && <Refused refusal={data.refusal} />}
      {data?.ok && data.value.length === 0 && <p role="status">{text.say('sums.none')}</p>}
      {data?.ok && data.value.map(seen => <CentreSum key={seen.id} seen={seen} />)}
    </>
  )
}

function CentreSum({ seen }: { readonly seen: Seen }) {
  const text = useText()
  const identity = useIdentity()
  const election = useElection()
  const [ground, setGround] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const read = entryIn(seen.entry)
  const about = useStored('outbox', 'all', posted)?.filter(({ entry }) => speaksOf(entry, seen.id)) ?? []
  if (!read || !identity || !election?.id) return null
  const { statement, payload } = read
  const { area, boxes } = statement as Extract<Statement, { kind: 'tally' }>
  const common = { definition: election.id, round: statement.round, statement: seen.id }
  const say = async (said: Statement) => setRefusal(await sayStatement(identity, said))
  return (
    <section className="sheet" data-sum={area}>
      <h2>
        <bdi>{area}</bdi>
      </h2>
      <p>{text.say('sums.over', { boxes: text.count(boxes), entry: text.count(seen.index) })}</p>
      <Sum payload={payload} />
      {about.map(({ id, kind }) => (
        <p key={id} role="status">
          {text.say(`sums.said.${kind}`)}
        </p>
      ))}
      <div className="row">
        <Button className="main" onPress={() => say({ kind: 'countersign', ...common })}>
          {text.say('sums.countersign')}
        </Button>
      </div>
      <TextField className="field" value={ground} onChange={setGround}>
        <Label>{text.say('sums.ground')}</Label>
        <TextArea dir="auto" rows={2} />
      </TextField>
      <Button
        isDisabled={ground.trim() === ''}
        onPress={() => say({ kind: 'object', ...common, ground: ground.trim().normalize('NFC') })}
      >
        {text.say('sums.object')}
      </Button>
      <Refused refusal={refusal} />
    </section>
  )
}

function speaksOf(entry: Uint8Array, id: string): boolean {
  const read = readEntry(entry)
  return read.ok && (read.value.statement as { readonly statement?: string }).statement === id
}
