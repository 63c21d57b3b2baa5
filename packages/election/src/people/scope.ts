import { type AreaNode, lies } from '../areas/tree.ts'
import type { Statement } from '../statements/statement.ts'
import type { Person } from './person.ts'

/** Whether the person's key reaches what the statement is about: a box, an area, or the whole election. */
export function inScope(areas: ReadonlyMap<string, AreaNode>, person: Person, statement: Statement): boolean {
  if (person.box === undefined && person.area === undefined) return true
  const place = statement as { readonly box?: string; readonly area?: string }
  if (person.box !== undefined)
    return place.box === undefined ? place.area === undefined : place.box === person.box
  return place.area === undefined ? place.box === undefined : lies(areas, place.area, person.area!)
}
