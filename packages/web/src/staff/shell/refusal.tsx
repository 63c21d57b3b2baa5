import type { Refusal } from '@countersign/election'
import { useText } from './text.tsx'

/** A refusal as it came: what happened and what to do; in the page's language where we have it. */
export function Refused({ refusal }: { readonly refusal: Refusal | undefined }) {
  const text = useText()
  if (refusal === undefined) return null
  const key = `refusal.${refusal.code}`
  return (
    <p role="alert" className="refusal">
      {text.knows(key) ? text.say(key) : refusal.message}
      {refusal.where !== undefined && <span className="quiet"> ({String(refusal.where)})</span>}
    </p>
  )
}
