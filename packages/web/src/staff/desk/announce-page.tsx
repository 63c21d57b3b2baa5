import type { Refusal } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Table } from '../../layout/table.tsx'
import { useRound } from '../centre/round.ts'
import { Sum } from '../centre/sum.tsx'
import { fromBase64 } from '../device/base64.ts'
import { entryIn } from '../device/entry.ts'
import { sayPayload } from '../device/say.ts'
import { answered, server } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { useDesk } from './desk.ts'

/** A running announcement: the preliminary total as it stands, signed, with the version of the record that it is of. */
export function AnnouncePage() {
  const text = useText()
  const round = useRound()
  const identity = useIdentity()
  const desk = useDesk(round)
  const [said, setSaid] = useState<Refusal | 'signed'>()
  const whole = desk?.ok ? desk.value.whole : undefined
  const { data, refetch } = useQuery({
    queryKey: ['announcement', round, whole],
    queryFn: () => answered(server.GET('/desk/announcement', { params: { query: { round, area: whole! } } })),
    enabled: whole !== undefined,
    // Each announcement is of the record as it stands when the page is opened.
    gcTime: 0,
  })
  const payload = data?.ok ? fromBase64(data.value.payload) : undefined
  const again = () => {
    setSaid(undefined)
    void refetch()
  }
  return (
    <>
      <h1>{text.say('announce.title')}</h1>
      <p>
        {text.say('announce.about')} {text.say('desk.early')}
      </p>
      {data?.ok === false && <Refused refusal={data.refusal} />}
      {data?.ok && (
        <p role="status">
          {text.say('centreTally.over', {
            boxes: text.count(data.value.boxes),
            waiting: text.count(data.value.waiting),
            version: text.count(data.value.treeSize),
          })}
        </p>
      )}
      {payload && <Sum payload={payload} />}
      <Refused refusal={said === 'signed' ? undefined : said} />
      {said === 'signed' ? (
        <p role="status" className="sheet">
          {text.say('announce.signed')}
        </p>
      ) : (
        payload &&
        identity && (
          <Button
            className="main"
            onPress={async () => setSaid((await sayPayload(identity, payload)) ?? 'signed')}
          >
            {text.say('announce.sign')}
          </Button>
        )
      )}
      <div className="row">
        <Button onPress={again}>{text.say('centreTally.again')}</Button>
      </div>
      <Announced round={round} />
      <p>
        <Link to="/desk">{text.say('desk.back')}</Link>
      </p>
    </>
  )
}

/** What was announced before, the latest first: each of the version that it names. */
function Announced({ round }: { readonly round: number }) {
  const text = useText()
  const { data } = useQuery({
    queryKey: ['announced', round],
    queryFn: () => answered(server.GET('/statements', { params: { query: { kind: 'announce', round } } })),
    refetchInterval: 5_000,
  })
  const announced = (data?.ok ? data.value : []).flatMap(({ id, entry }) => {
    const statement = entryIn(entry)?.statement
    return statement?.kind === 'announce' ? [{ id, statement }] : []
  })
  if (announced.length === 0) return null
  return (
    <Table
      caption={text.say('announce.before')}
      columns={[
        { title: text.say('announce.label') },
        { title: text.say('announce.version'), numeric: true },
        { title: text.say('desk.taken'), numeric: true },
      ]}
      rows={announced.map(({ id, statement: { label, treeSize, figures } }) => ({
        key: id,
        cells: [
          text.name(label),
          ...[treeSize, figures.taken].map(figure => (figure === undefined ? '–' : text.count(figure))),
        ],
      }))}
    />
  )
}
