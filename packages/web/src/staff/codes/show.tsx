import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { useText } from '../shell/text.tsx'
import { QrCode } from './qr-code.tsx'

/** Milliseconds for which each of several codes is shown: long enough for a slow camera. */
const shownFor = 1_500

/**
 * Codes for another device to scan: one, or several that take turns until someone stops them. The texts can be copied
 * by hand or by a message where there is no camera.
 */
export function Codes({ texts, label }: { readonly texts: readonly string[]; readonly label: string }) {
  const text = useText()
  const [at, setAt] = useState(0)
  const [turning, setTurning] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches)
  const shown = at % Math.max(1, texts.length)
  useEffect(() => {
    if (!turning || texts.length < 2) return
    const timer = setInterval(() => setAt(before => before + 1), shownFor)
    return () => clearInterval(timer)
  }, [turning, texts.length])
  const step = (by: number) => {
    setTurning(false)
    setAt(before => (before + by + texts.length) % texts.length)
  }
  if (texts.length === 0) return null
  return (
    <figure className="codes">
      <QrCode of={texts[shown]!} label={label} />
      <figcaption>
        {label}
        {texts.length > 1 && (
          <span className="turn">
            <Button onPress={() => step(-1)}>{text.say('codes.back')}</Button>
            <span>
              {text.say('codes.which', { part: text.count(shown + 1), of: text.count(texts.length) })}
            </span>
            <Button onPress={() => step(1)}>{text.say('codes.next')}</Button>
            <Button onPress={() => setTurning(!turning)}>
              {text.say(turning ? 'codes.stop' : 'codes.turn')}
            </Button>
          </span>
        )}
      </figcaption>
      <details>
        <summary>{text.say('codes.text')}</summary>
        <textarea
          readOnly
          dir="ltr"
          rows={4}
          aria-label={text.say('codes.text')}
          value={texts.join('\n')}
          onFocus={event => event.currentTarget.select()}
        />
      </details>
    </figure>
  )
}
