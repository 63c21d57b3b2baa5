import type { CourseStep, Overview } from '@countersign/publication'
import type { Text } from '../text/text.ts'

/** The name of a body or candidate by its identifier, which stands for it where the record names none. */
export function sidesIn(
  text: Text,
  { bodies, rounds }: Pick<Overview, 'bodies' | 'rounds'>,
  course: readonly CourseStep[],
): (side: string) => string {
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  for (const step of course) if (step.kind === 'candidacy') names.set(step.candidate, step.name)
  for (const { candidates } of rounds) for (const { id, name } of candidates) names.set(id, name)
  return side => {
    const name = names.get(side)
    return name ? text.name(name) : side
  }
}
