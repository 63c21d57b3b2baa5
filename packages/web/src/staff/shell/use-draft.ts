import { useEffect, useRef, useState } from 'react'
import { changesOf, type Draft, draftOf, enter } from '../device/history.ts'
import { useStored } from './stored.ts'

/** What is being filled in, and the function that writes a field. */
export interface Filling {
  readonly draft: Draft
  /** The value of a field as it is shown: as typed a moment ago, else as stored. */
  readonly value: (field: string) => string | undefined
  readonly set: (field: string, value: string) => void
  /** Resolves once all that was typed so far is on the disk. */
  readonly written: () => Promise<unknown>
}

/** A value that was typed here and is not yet read back from the disk. */
interface Typed {
  readonly value: string
  readonly writing: Promise<string>
  id?: string
}

/** A draft as it stands, each keystroke written to the disk. Undefined until it is read. */
export function useDraft(name: string): Filling | undefined {
  const changes = useStored('changes', name, () => changesOf(name))
  const typed = useRef(new Map<string, Typed>())
  const [, redraw] = useState(0)
  const draft = changes && draftOf(changes)
  useEffect(() => {
    const known = new Set(changes?.map(({ id }) => id))
    for (const [field, { id }] of typed.current)
      if (id !== undefined && known.has(id)) typed.current.delete(field)
    redraw(before => before + 1)
  }, [changes])
  if (!draft) return undefined
  const set = (field: string, value: string) => {
    // A change comes after what this screen has shown of its field, so that another tab's is never hidden by it.
    const before = typed.current.get(field)?.writing ?? Promise.resolve(draft.get(field)?.id ?? '')
    const writing = before.then(after => enter(name, field, value, after))
    const mine: Typed = { value, writing }
    typed.current.set(field, mine)
    redraw(before => before + 1)
    void writing.then(id => {
      mine.id = id
    })
  }
  return {
    draft,
    value: field => typed.current.get(field)?.value ?? draft.get(field)?.value,
    set,
    written: () => Promise.all([...typed.current.values()].map(({ writing }) => writing)),
  }
}
