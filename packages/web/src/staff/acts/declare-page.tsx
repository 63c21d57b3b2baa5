import type { Refusal } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Sum } from '../centre/sum.tsx'
import { fromBase64 } from '../device/base64.ts'
import { sayPayload } from '../device/say.ts'
import { Choice } from '../setup/fields.tsx'
import { answered, server } from '../shell/api.ts'
import { useIdentity } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSideName } from '../shell/side-name.ts'
import { useText } from '../shell/text.tsx'
import { RoundField, useChosenRound } from './round-field.tsx'

const totals = ['reconciled', 'preliminary'] as const

/** The result as the record has it, signed with its version: whoever reads it computes the same. */
export function DeclarePage() {
  const text = useText()
  const identity = useIdentity()
  const [round, setRound] = useChosenRound()
  const [total, setTotal] = useState<(typeof totals)[number]>('reconciled')
  const [said, setSaid] = useState<Refusal | 'signed'>()
  const nameOf = useSideName()
  const { data } = useQuery({
    queryKey: ['declaration', round, total],
    queryFn: () => answered(server.GET('/desk/declaration', { params: { query: { round, total } } })),
    // The result as it stands when the page is opened.
    gcTime: 0,
  })
  const payload = data?.ok ? fromBase64(data.value.payload) : undefined
  return (
    <>
      <h1>{text.say('act.declare')}</h1>
      <p>{text.say('act.declare.about')}</p>
      <RoundField round={round} onChange={setRound} />
      <Choice
        label={text.say('act.declare.total')}
        value={total}
        onChange={chosen => setTotal(chosen ?? 'reconciled')}
        words={totals.map(each => [each, text.say(`act.declare.total.${each}`)])}
      />
      {data?.ok === false && <Refused refusal={data.refusal} />}
      {data?.ok && (
        <p className="sheet" data-outcome={data.value.outcome}>
          <strong>
            {text.say(`act.declare.${data.value.outcome}`, {
              candidates: text.list(data.value.candidates.map(nameOf)),
            })}
          </strong>
          <br />
          <span className="quiet">
            {text.say('act.declare.version', { version: text.count(data.value.treeSize) })}
          </span>
        </p>
      )}
      {payload && <Sum payload={payload} />}
      <Refused refusal={said === 'signed' ? undefined : said} />
      {said === 'signed' ? (
        <p role="status" className="sheet">
          {text.say('acts.signed')}
        </p>
      ) : (
        payload &&
        identity && (
          <Button
            className="main"
            onPress={async () => setSaid((await sayPayload(identity, payload)) ?? 'signed')}
          >
            {text.say('act.declare.sign')}
          </Button>
        )
      )}
      <p>
        <Link to="/acts">{text.say('acts.back')}</Link>
      </p>
    </>
  )
}
