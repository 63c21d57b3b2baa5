import { useText } from '../shell/text.tsx'
import type { Pack } from './pack.ts'

/** Said where a statement of this box is on the record already, as from a device that was lost since. */
export function Recorded({ pack, kinds }: { readonly pack: Pack; readonly kinds: readonly string[] }) {
  const text = useText()
  if (!kinds.some(kind => pack.recorded.has(kind))) return null
  return (
    <p role="status" className="sheet" data-recorded>
      {text.say('place.recorded')}
    </p>
  )
}
