import { Button } from 'react-aria-components'
import { EntryCodes } from '../codes/entry-codes.tsx'
import { carriesVotes, type Posted, posted } from '../device/outbox.ts'
import { sendDue } from '../device/sending.ts'
import { useElection } from './election.ts'
import { useStored } from './stored.ts'
import { useText } from './text.tsx'

/** Everything that this device has to send or has sent, with where each of it is. */
export function OutboxPage() {
  const text = useText()
  const entries = useStored('outbox', 'all', posted) ?? []
  return (
    <>
      <h1>{text.say('outbox.title')}</h1>
      <p>{text.say('outbox.about')}</p>
      <Button onPress={() => sendDue(Date.now(), true)}>{text.say('outbox.now')}</Button>
      {entries.length === 0 && <p>{text.say('outbox.none')}</p>}
      <ol className="entries">
        {[...entries].reverse().map(entry => (
          <Line key={entry.seq} entry={entry} />
        ))}
      </ol>
    </>
  )
}

function Line({ entry }: { readonly entry: Posted }) {
  const text = useText()
  const { kind, box, state, index, refusal, id } = entry
  return (
    <li className={`sheet ${state}`}>
      <p>
        <strong>{text.say(`kind.${kind}`)}</strong>
        {box !== undefined && ` · ${text.say('who.box', { place: box })}`}
      </p>
      <p data-state={state}>
        <State entry={entry} />
        {index !== undefined && ` ${text.say('outbox.index', { index: text.count(index) })}`}
      </p>
      {refusal !== undefined && state !== 'proved' && refusal.code !== 'offline' && (
        <p className="quiet">
          {text.knows(`refusal.${refusal.code}`) ? text.say(`refusal.${refusal.code}`) : refusal.message}
        </p>
      )}
      <details>
        <summary>{text.say('outbox.codes')}</summary>
        <p className="quiet">
          <code>{id}</code>
        </p>
        <EntryCodes entry={entry.entry} />
      </details>
    </li>
  )
}

function State({ entry: { state, kind, round, follows } }: { readonly entry: Posted }) {
  const text = useText()
  const election = useElection()
  const held = state === 'waiting' && carriesVotes.has(kind) && election?.released[round] !== true
  if (held) return text.say('outbox.state.held')
  if (state === 'waiting' && follows !== undefined) return text.say('outbox.state.follows')
  return text.say(`outbox.state.${state}`)
}
