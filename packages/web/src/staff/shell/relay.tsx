import { readEntry } from '@countersign/record'
import { carrying } from '../codes/carry.ts'
import { useGathered } from '../codes/gather.ts'
import { Scan } from '../codes/scan.tsx'
import { posted } from '../device/outbox.ts'
import { Refused } from './refusal.tsx'
import { useStored } from './stored.ts'
import { useText } from './text.tsx'

/** Anyone's phone can carry statements to the record: scanned from a screen or from paper, kept until they are sent. */
export function RelayPage() {
  const text = useText()
  const { statements, refusal, take } = useGathered(carrying)
  const entries = useStored('outbox', 'all', posted) ?? []
  return (
    <>
      <h1>{text.say('relay.title')}</h1>
      <p>{text.say('relay.about')}</p>
      <Scan onText={take} page={carrying} />
      <Refused refusal={refusal} />
      <ul className="entries">
        {statements.map(({ id, of, missing, entry, signatures }) => (
          <li key={id} className="sheet" role="status">
            <p>
              <strong>{entry ? named(text.say, entry) : text.say('relay.part')}</strong>{' '}
              {text.say('relay.signatures', { signatures: signatures.length })}
            </p>
            {missing.length > 0 ? (
              <p>
                {text.say('relay.missing', {
                  read: text.count(of - missing.length),
                  of: text.count(of),
                  parts: text.list(missing.map(text.count)),
                })}
              </p>
            ) : (
              <p>
                {text.say(
                  `outbox.state.${entries.find(({ id: other }) => other.startsWith(id))?.state ?? 'waiting'}`,
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function named(say: (key: string) => string, entry: Uint8Array): string {
  const read = readEntry(entry)
  if (!read.ok) return say('relay.part')
  const { statement } = read.value
  const box = 'box' in statement && typeof statement.box === 'string' ? ` · ${statement.box}` : ''
  return say(`kind.${statement.kind}`) + box
}
