import type { Refusal, Statement } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { entryIn } from '../device/entry.ts'
import { sayPayload } from '../device/say.ts'
import { answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSideName } from '../shell/side-name.ts'
import { queries } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'

type Seen = components['schemas']['StatementToSee']
type Ruling = Extract<Statement, { readonly kind: 'ruling' }>

/** Rulings that one body has signed and that wait for another's signature: the same bytes are signed here. */
export function Waiting({ box, round }: { readonly box: string; readonly round: number }) {
  const text = useText()
  const { data } = useQuery({
    queryKey: ['rulings', round],
    queryFn: () =>
      answered(server.GET('/statements', { params: { query: { kind: 'ruling', round, waiting: 'true' } } })),
    refetchInterval: 3_000,
  })
  const waiting = (data?.ok ? data.value : []).flatMap(seen => {
    const read = entryIn(seen.entry)
    const statement = read?.statement as Ruling | undefined
    return read && statement?.box === box ? [{ seen, statement, payload: read.payload }] : []
  })
  if (waiting.length === 0) return null
  return (
    <section>
      <h2>{text.say('ruling.waiting')}</h2>
      {waiting.map(one => (
        <ToSign key={one.seen.id} {...one} />
      ))}
    </section>
  )
}

interface Signing {
  readonly seen: Seen
  readonly statement: Ruling
  readonly payload: Uint8Array
}

function ToSign({ seen, statement, payload }: Signing) {
  const text = useText()
  const identity = useIdentity()
  const side = usePerson()?.side
  const nameOf = useSideName()
  const [refusal, setRefusal] = useState<Refusal>()
  const [signed, setSigned] = useState(false)
  const sign = async () => {
    const said = await sayPayload(identity!, payload)
    setRefusal(said)
    setSigned(said === undefined)
    await queries.invalidateQueries({ queryKey: ['rulings'] })
  }
  return (
    <section className="sheet" data-ruling={seen.id}>
      <p>
        <strong>{text.say(`decision.${statement.decision}`)}</strong>: <bdi>{statement.explanation}</bdi>
      </p>
      <p className="quiet">{text.say('ruling.signedBy', { sides: text.list(seen.sides.map(nameOf)) })}</p>
      {signed ? (
        <p role="status">{text.say('ruling.signed')}</p>
      ) : (
        identity &&
        side !== undefined &&
        !seen.sides.includes(side) && (
          <Button className="main" onPress={() => void sign()}>
            {text.say('ruling.sign')}
          </Button>
        )
      )}
      <Refused refusal={refusal} />
    </section>
  )
}
