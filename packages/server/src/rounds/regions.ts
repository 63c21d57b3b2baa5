import type { Election } from '@countersign/election'

/** The highest areas: those under the whole, where one area is the whole. */
export function regionsOf({ areas }: Pick<Election, 'areas'>): readonly string[] {
  const top = [...areas.values()].filter(({ area }) => area.parent === undefined)
  return top.length === 1 ? top[0]!.children : top.map(({ area }) => area.id)
}
