import { copyName } from '../centre/copy-name.ts'
import { type Attached, attachedHere } from '../device/attached.ts'
import { Refused } from '../shell/refusal.tsx'
import { useStored } from '../shell/stored.ts'
import { useText } from '../shell/text.tsx'
import { Picture } from './shown.tsx'

/** The photographs that were made on this device, and how far each has come. */
export function Mine() {
  const text = useText()
  const all = useStored('attached', 'all', attachedHere) ?? []
  if (all.length === 0) return null
  return (
    <section>
      <h2>{text.say('photograph.mine')}</h2>
      <ul className="photographs">
        {[...all].reverse().map(photograph => (
          <li key={photograph.masked} className="sheet" data-brought={photograph.brought.length}>
            <p>
              <strong>
                <bdi>{photograph.box}</bdi>
              </strong>
              {photograph.copy !== undefined && ` · ${copyName(text, photograph.copy)}`} ·{' '}
              {text.say(stateOf(photograph))}
            </p>
            <Refused refusal={photograph.refusal} />
            <details>
              <summary>{text.say('photograph.look')}</summary>
              <Picture
                digest={photograph.masked}
                label={text.say('photograph.of', { box: photograph.box })}
              />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateOf({ brought, refusal }: Attached): string {
  if (refusal) return 'photograph.refused'
  return brought.length === 2 ? 'photograph.brought' : 'photograph.waits'
}
