import type { Figures } from '@countersign/election'

/** A figure in which two sets of figures differ; a figure that is not given is `null`, in words. */
export interface Difference {
  readonly figure: string
  readonly shown: number | string
  readonly stated: number | string
}

/** The first figure that is not the same in both; absent where all are. */
export function differenceBetween(shown: Figures, stated: Figures): Difference | undefined {
  const [ours, theirs] = [flat(shown), flat(stated)]
  const figure = [...Object.keys(theirs), ...Object.keys(ours)].find(name => ours[name] !== theirs[name])
  if (figure === undefined) return undefined
  return { figure, shown: ours[figure] ?? '–', stated: theirs[figure] ?? '–' }
}

/** Figures by name, those by number as `votes.2`. */
export function flat(figures: Figures): Readonly<Record<string, number>> {
  const names: Record<string, number> = {}
  for (const [name, value] of Object.entries(figures))
    if (typeof value === 'number') names[name] = value
    else for (const [number, figure] of Object.entries(value ?? {})) names[`${name}.${number}`] = figure
  return names
}
