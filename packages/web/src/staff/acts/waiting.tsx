import type { Refusal } from '@countersign/election'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useRound } from '../centre/round.ts'
import { Sum } from '../centre/sum.tsx'
import { sayPayload } from '../device/say.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { Refused } from '../shell/refusal.tsx'
import { useSideName } from '../shell/side-name.ts'
import { queries } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { type Seen, useSeen } from './seen.ts'

type ForTwo =
  | 'ruling'
  | 'recount'
  | 'correct'
  | 'amend'
  | 'merge'
  | 'revoke'
  | 'policy'
  | 'software'
  | 'destroy'
  | 'close'
type SeenOfTwo = { readonly [K in ForTwo]: Seen<K> }[ForTwo]

/** What one body has signed and another has yet to: the same bytes are signed here. */
export function Waiting() {
  const text = useText()
  const round = useRound()
  const all: readonly SeenOfTwo[] = [
    ...useSeen('recount', round, true),
    // Rulings on boxes wait on the page of each box.
    ...useSeen('ruling', round, true).filter(({ statement }) => statement.blob !== undefined),
    ...useSeen('correct', round, true),
    ...useSeen('amend', round, true),
    ...useSeen('amend', 0, true),
    ...useSeen('merge', round, true),
    ...useSeen('revoke', 0, true),
    ...useSeen('policy', 0, true),
    ...useSeen('software', 0, true),
    ...useSeen('destroy', 0, true),
    ...useSeen('close', 0, true),
  ]
  if (all.length === 0) return null
  return (
    <section>
      <h2>{text.say('acts.waiting')}</h2>
      <p>{text.say('acts.waiting.about')}</p>
      {all.map(seen => (
        <One key={seen.id} seen={seen} />
      ))}
    </section>
  )
}

function One({ seen }: { readonly seen: SeenOfTwo }) {
  const text = useText()
  const identity = useIdentity()
  const side = usePerson()?.side
  const nameOf = useSideName()
  const [said, setSaid] = useState<Refusal | 'signed'>()
  const { statement, payload, index, sides } = seen
  const sign = async () => {
    if (!identity) return
    setSaid((await sayPayload(identity, payload)) ?? 'signed')
    await queries.invalidateQueries({ queryKey: ['acts'] })
  }
  return (
    <section className="sheet" data-waiting={statement.kind}>
      <h3>{text.say(`waiting.${statement.kind}`, { box: boxOf(seen), entry: text.count(index) })}</h3>
      {wordsOf(seen).map(words => (
        <p key={words}>
          <bdi>{words}</bdi>
        </p>
      ))}
      {'figures' in statement && <Sum payload={payload} />}
      <p className="quiet">{text.say('acts.signedBy', { sides: text.list(sides.map(nameOf)) })}</p>
      {identity && side !== undefined && !sides.includes(side) && (
        <Button className="main" onPress={sign} isDisabled={said === 'signed'}>
          {text.say('acts.signToo')}
        </Button>
      )}
      <Refused refusal={said === 'signed' ? undefined : said} />
    </section>
  )
}

function boxOf({ statement }: SeenOfTwo): string {
  return 'box' in statement && statement.box !== undefined ? statement.box : ''
}

/** What is written in it, word for word. */
function wordsOf({ statement }: SeenOfTwo): readonly string[] {
  switch (statement.kind) {
    case 'ruling':
      return [statement.explanation, statement.blob ?? '']
    case 'correct':
      return [statement.reason]
    case 'amend': {
      const { added = [], moved = [], reason } = statement
      return [
        reason,
        ...added.map(({ id, area }) => `+ ${id} (${area})`),
        ...moved.map(({ box, area }) => `${box} → ${area}`),
      ]
    }
    case 'merge':
      return [statement.merged.join(', ')]
    case 'revoke':
      return [statement.reason, ...statement.keys]
    case 'policy':
      return [statement.digest]
    case 'software':
      return statement.builds.map(({ name, digest }) => `${name} ${digest}`)
    case 'destroy':
      return [statement.minutes]
    case 'close':
      return statement.note === undefined ? [] : [statement.note]
    default:
      return []
  }
}
