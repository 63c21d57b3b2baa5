import type { Refusal } from '@countersign/election'
import { type CodePart, type Collected, collect, readCode } from '@countersign/record'
import { useEffect, useRef, useState } from 'react'
import { beginAnew, keepScanned, scannedOn } from '../device/scanned.ts'
import { useStored } from '../shell/stored.ts'

/** What the codes that were scanned so far make up, one for each statement, the last scanned first. */
export interface Gathered {
  readonly statements: readonly Collected[]
  /** Why the last text was not taken. */
  readonly refusal?: Refusal
  /** The beginning of the ID of the statement that was scanned last, while this page is open. */
  readonly latest?: string
  /** Takes the text of one code. */
  readonly take: (text: string) => void
  readonly clear: () => void
}

/**
 * Puts scanned codes together: of any number of statements, in any order, as often as each is seen.
 * @param page under which they are kept on the device, so that nothing is scanned in vain when the page is left;
 *   without it they are forgotten with the page
 */
export function useGathered(page?: string): Gathered {
  const gathered = useRef(gathering())
  const [state, setState] = useState<Pick<Gathered, 'statements' | 'refusal' | 'latest'>>({ statements: [] })
  const kept = useStored('scanned', page ?? '', async () => (page === undefined ? [] : scannedOn(page)))
  useEffect(() => {
    const taken = (kept ?? []).map(gathered.current.take)
    if (taken.some(one => !('refusal' in one) && !one.again))
      setState(before => ({ ...before, statements: gathered.current.statements() }))
  }, [kept])
  const take = (text: string) => {
    const taken = gathered.current.take(text)
    if ('refusal' in taken) return setState(before => ({ ...before, refusal: taken.refusal }))
    const { id: latest, again } = taken
    // A camera sees the same code many times.
    if (again) return setState(before => (before.latest === latest ? before : { ...before, latest }))
    setState({ statements: gathered.current.statements(), latest })
    if (page !== undefined) void keepScanned(page, text.trim())
  }
  const clear = () => {
    gathered.current = gathering()
    setState({ statements: [] })
    if (page !== undefined) void beginAnew(page)
  }
  return { ...state, take, clear }
}

/** Codes being put together. */
export interface Gathering {
  /** Takes the text of a code: of which statement it is, and whether it was here already; or why it is not taken. */
  readonly take: (
    text: string,
  ) => { readonly id: string; readonly again: boolean } | { readonly refusal: Refusal }
  /** The last scanned first. */
  readonly statements: () => readonly Collected[]
}

export function gathering(): Gathering {
  const parts = new Map<string, CodePart[]>()
  const seen = new Map<string, string>()
  return {
    take(text) {
      const trimmed = text.trim()
      const known = seen.get(trimmed)
      if (known !== undefined) return { id: known, again: true }
      const read = readCode(trimmed)
      if (!read.ok) return { refusal: plain(read.refusal) }
      const { id } = read.value
      const before = parts.get(id) ?? []
      const together = collect([...before, read.value])
      if (!together.ok) return { refusal: plain(together.refusal) }
      seen.set(trimmed, id)
      parts.delete(id)
      parts.set(id, [...before, read.value])
      return { id, again: false }
    },
    statements: () =>
      [...parts.values()]
        .reverse()
        .map(collect)
        .flatMap(made => (made.ok ? [made.value] : [])),
  }
}

/** A refusal of the record's, for a page. */
function plain({ code, message }: { readonly code: string; readonly message: string }): Refusal {
  return { code, message }
}
