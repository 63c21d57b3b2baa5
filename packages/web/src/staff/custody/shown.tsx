import { EntryCodes } from '../codes/entry-codes.tsx'
import { useText } from '../shell/text.tsx'

/** A handover as codes for the other side to scan, who stands there; it goes to the record by itself, too. */
export function Entry({ entry }: { readonly entry: Uint8Array }) {
  const text = useText()
  return (
    <>
      <p>{text.say('custody.show')}</p>
      <EntryCodes entry={entry} />
    </>
  )
}
