import type { Refusal } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { fromBase64 } from '../device/base64.ts'
import { sayPayload } from '../device/say.ts'
import { answered, server } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import { BackToCentre } from './places.tsx'
import { useRound } from './round.ts'
import { Sum } from './sum.tsx'

/** The centre's sum, over the forms that the record has: its head signs it before the representatives. */
export function TallyPage() {
  const text = useText()
  const round = useRound()
  const identity = useIdentity()
  const [said, setSaid] = useState<Refusal | 'signed'>()
  const { data, refetch } = useQuery({
    queryKey: ['centre tally', round],
    queryFn: () => answered(server.GET('/centres/tally', { params: { query: { round } } })),
    gcTime: 0,
  })
  const payload = data?.ok ? fromBase64(data.value.payload) : undefined
  return (
    <>
      <h1>{text.say('centreTally.title')}</h1>
      <p>{text.say('centreTally.how')}</p>
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
      {said === 'signed' && (
        <p role="status" className="sheet">
          {text.say('centreTally.signed')}
        </p>
      )}
      <Refused refusal={said === 'signed' ? undefined : said} />
      {payload && identity && said !== 'signed' && (
        <div className="row">
          <Button
            className="main"
            onPress={async () => setSaid((await sayPayload(identity, payload)) ?? 'signed')}
          >
            {text.say('centreTally.sign')}
          </Button>
          <Button onPress={() => refetch()}>{text.say('centreTally.again')}</Button>
        </div>
      )}
      <BackToCentre />
    </>
  )
}
