import { codesOf } from '@countersign/record'
import { useMemo } from 'react'
import { useText } from '../shell/text.tsx'
import { Codes } from './show.tsx'

/** An entry as codes that anyone's phone can carry to the record. */
export function EntryCodes({ entry }: { readonly entry: Uint8Array }) {
  const text = useText()
  const texts = useMemo(() => {
    const codes = codesOf(entry)
    return codes.ok ? codes.value : []
  }, [entry])
  return <Codes texts={texts} label={text.say('codes.entry')} />
}
