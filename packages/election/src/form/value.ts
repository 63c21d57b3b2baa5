import type { Form } from '../statements/form.ts'
import { type FormLayout, type FormLine, linesOf } from './layout.ts'

/** A form while it is written: whatever is not given yet is absent. */
export type FormDraft = Omit<Partial<Form>, 'figures'> & { readonly figures?: Form['figures'] }

type Branch = Readonly<Record<string, unknown>>

/** What stands at a line's path, or undefined where nothing is written. Zero is zero. */
export function valueAt(form: FormDraft, path: string): unknown {
  return path.split('.').reduce<unknown>((branch, name) => (branch as Branch | undefined)?.[name], form)
}

/** The count or the UTC seconds at a path; undefined where nothing is written. */
export function numberAt(form: FormDraft, path: string): number | undefined {
  const value = valueAt(form, path)
  return typeof value === 'number' ? value : undefined
}

/**
 * The form with this value at a line's path; with undefined, without it. A map of figures that is left empty goes
 * too, since an empty map is not nothing in the signed bytes.
 */
export function withValueAt<F extends FormDraft>(form: F, path: string, value: unknown): F {
  return (withIn(form as Branch, path.split('.'), value) ?? {}) as F
}

/** The figures that are written at these paths (`figures.votes.2`). */
export function figuresAt(written: readonly (readonly [path: string, figure: number])[]): Form['figures'] {
  const form = written.reduce<FormDraft>((form, [path, figure]) => withValueAt(form, path, figure), {})
  return form.figures ?? {}
}

/** The sum of a line's parts, as a device offers it; undefined where it has none, or one is not written. */
export function sumAt(form: FormDraft, { sumOf = [] }: FormLine): number | undefined {
  if (sumOf.length === 0) return undefined
  return sumOf.reduce<number | undefined>((sum, path) => {
    const part = numberAt(form, path)
    return sum === undefined || part === undefined ? undefined : sum + part
  }, 0)
}

/** A line where two copies of a form are not the same; a side is undefined where it has nothing there. */
export interface Difference {
  readonly line: FormLine
  readonly here: unknown
  readonly there: unknown
}

/** Where two copies differ, line by line: counts, times and serials. Lists are for people to compare. */
export function differences(layout: FormLayout, here: FormDraft, there: FormDraft): readonly Difference[] {
  return linesOf(layout)
    .filter(({ sort }) => sort !== 'list')
    .map(line => ({ line, here: valueAt(here, line.path), there: valueAt(there, line.path) }))
    .filter(({ here, there }) => here !== there)
}

function withIn(branch: Branch = {}, [name, ...rest]: readonly string[], value: unknown): Branch | undefined {
  const { [name!]: inside, ...others } = branch
  const next = rest.length === 0 ? value : withIn(inside as Branch | undefined, rest, value)
  if (next !== undefined) return { ...branch, [name!]: next }
  return Object.keys(others).length === 0 ? undefined : others
}
