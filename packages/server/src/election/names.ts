import type { Election } from '@countersign/election'

/** The name, by language, of a body or a candidate. */
export function nameOf({ definition, candidacies }: Election, side: string): Record<string, string> {
  const name = definition.bodies.find(({ id }) => id === side)?.name ??
    candidacies.get(side)?.filed.statement.name ?? { en: side }
  return { ...name } as Record<string, string>
}
