import { lies } from '../areas/tree.ts'
import type { Building } from '../election.ts'
import type { Statement } from '../statements/statement.ts'
import type { Person } from './person.ts'

/** Whether the person's key reaches what the statement is about: a box, an area, or the whole election. */
export function inScope(building: Building, person: Person, statement: Statement): boolean {
  if (person.box === undefined && person.area === undefined) return true
  const { box, area } = statement as { readonly box?: string; readonly area?: string }
  if (box === undefined && area === undefined) return true
  if (person.box !== undefined) return person.box === box
  const place = area ?? building.rounds.get(statement.round)?.boxes.get(box!)?.area
  return place !== undefined && lies(building.areas, place, person.area!)
}
