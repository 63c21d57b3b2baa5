import { useEffect, useState } from 'react'
import { Refused } from '../shell/refusal.tsx'
import { useText } from '../shell/text.tsx'
import type { Live } from './live.ts'

/** Of which version of the record the figures are, and how old; in words that alarm where they could not be renewed. */
export function Told({ live, version }: { readonly live: Live<unknown>; readonly version?: number }) {
  const text = useText()
  const now = useNow()
  const seconds = Math.max(0, Math.round((now - live.at) / 1000))
  const [unit, units] =
    seconds < 60
      ? ['seconds', seconds]
      : seconds < 3600
        ? ['minutes', Math.floor(seconds / 60)]
        : ['hours', Math.floor(seconds / 3600)]
  return (
    <>
      <p className="quiet">
        {version !== undefined && (
          <>
            <span role="status" data-version={version}>
              {text.say('desk.version', { version: text.count(version) })}
            </span>{' '}
            ·{' '}
          </>
        )}
        {seconds < 5 ? text.say('desk.age.now') : text.say(`desk.age.${unit}`, { units })}
      </p>
      <Refused refusal={live.trouble} />
    </>
  )
}

/** The time, every few seconds. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
