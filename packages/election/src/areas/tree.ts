import type { WhyNot } from '../reasons.ts'
import type { Area } from '../statements/areas.ts'

/** An area with its place in the tree. */
export interface AreaNode {
  readonly area: Area
  /** The area itself, those above it, nearest first, then `whole`. */
  readonly path: readonly string[]
  readonly children: string[]
}

/** Stands for everything, above the highest areas. No identifier is empty. */
export const whole = ''

export type AreaTree = Map<string, AreaNode>

/**
 * Adds a chunk to the tree, or nothing of it.
 * @returns why not: `no-such-level`, `area-twice`, `no-such-parent`
 */
export function plant(tree: AreaTree, chunk: readonly Area[], levels: readonly string[]): WhyNot | undefined {
  const coming = new Map<string, AreaNode>()
  const node = (id: string) => coming.get(id) ?? tree.get(id)
  for (const area of chunk) {
    if (!levels.includes(area.level)) return 'no-such-level'
    if (node(area.id)) return 'area-twice'
    if (area.parent === undefined) {
      coming.set(area.id, { area, path: [area.id, whole], children: [] })
      continue
    }
    const parent = node(area.parent)
    if (!parent || levels.indexOf(parent.area.level) >= levels.indexOf(area.level)) return 'no-such-parent'
    coming.set(area.id, { area, path: [area.id, ...parent.path], children: [] })
  }
  for (const [id, planted] of coming) {
    tree.set(id, planted)
    if (planted.area.parent !== undefined) tree.get(planted.area.parent)!.children.push(id)
  }
  return undefined
}

/** Whether `area` is `other` or lies in it. */
export function lies(tree: ReadonlyMap<string, AreaNode>, area: string, other: string): boolean {
  return area === other || (tree.get(area)?.path.includes(other) ?? false)
}
