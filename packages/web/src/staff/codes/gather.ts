import type { Refusal } from '@countersign/election'
import { type CodePart, type Collected, collect, readCode } from '@countersign/record'
import { useRef, useState } from 'react'

/** What the codes that were scanned so far make up, one for each statement, the last scanned first. */
export interface Gathered {
  readonly statements: readonly Collected[]
  /** Why the last text was not taken. */
  readonly refusal?: Refusal
  /** Takes the text of one code. */
  readonly take: (text: string) => void
  readonly clear: () => void
}

/** Puts scanned codes together: of any number of statements, in any order, as often as each is seen. */
export function useGathered(): Gathered {
  const parts = useRef(new Map<string, CodePart[]>())
  const seen = useRef(new Set<string>())
  const [state, setState] = useState<Pick<Gathered, 'statements' | 'refusal'>>({ statements: [] })
  const take = (text: string) => {
    const trimmed = text.trim()
    if (seen.current.has(trimmed)) return
    const read = readCode(trimmed)
    if (!read.ok) return setState({ ...state, refusal: plain(read.refusal) })
    const { id } = read.value
    const before = parts.current.get(id) ?? []
    const together = collect([...before, read.value])
    if (!together.ok) return setState({ ...state, refusal: plain(together.refusal) })
    seen.current.add(trimmed)
    parts.current.delete(id)
    parts.current.set(id, [...before, read.value])
    const all = [...parts.current.values()].reverse().map(collect)
    setState({ statements: all.flatMap(made => (made.ok ? [made.value] : [])) })
  }
  const clear = () => {
    parts.current.clear()
    seen.current.clear()
    setState({ statements: [] })
  }
  return { ...state, take, clear }
}

/** A refusal of the record's, for a page. */
function plain({ code, message }: { readonly code: string; readonly message: string }): Refusal {
  return { code, message }
}
