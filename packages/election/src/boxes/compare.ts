import type { Figures } from '../statements/figures.ts'

/** One figure in which two sources differ; a dash stands for a figure that is not given. */
export interface Difference {
  /** As `taken` or `votes.2`. */
  readonly figure: string
  readonly form: number | '–'
  readonly copy: number | '–'
}

/**
 * The figures in which a copy differs from the form.
 * @param partial the copy need not have every figure: what it leaves out is no difference
 */
export function differences(form: Figures, copy: Figures, partial = false): readonly Difference[] {
  const ours = flat(form)
  const theirs = flat(copy)
  const names = new Set([...theirs.keys(), ...(partial ? [] : ours.keys())])
  return [...names]
    .map(figure => ({ figure, form: ours.get(figure) ?? '–', copy: theirs.get(figure) ?? '–' }) as const)
    .filter(({ form, copy }) => form !== copy)
}

function flat(figures: Figures): Map<string, number> {
  const all = new Map<string, number>()
  for (const [name, figure] of Object.entries(figures))
    if (typeof figure === 'number') all.set(name, figure)
    else for (const [number, part] of Object.entries(figure)) all.set(`${name}.${number}`, part)
  return all
}
