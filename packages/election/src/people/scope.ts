import { lies } from '../areas/tree.ts'
import type { Building } from '../election.ts'
import type { Statement } from '../statements/statement.ts'
import type { Person } from './person.ts'

/** What a statement is about: a box, or else an area, or else neither. */
interface Subject {
  readonly round: number
  readonly box?: string
  readonly area?: string
}

/**
 * Whose keys reach what the statement is about. A key of one box or area has no say beyond it, and a candidate's people
 * have none at the boxes of a round that the candidate does not stand in.
 */
export function scopeOf(building: Building, statement: Statement): (person: Person) => boolean {
  const subjects = subjectsOf(building, statement)
  return person =>
    !subjects.some(subject => isStranger(building, person, subject)) &&
    ((person.box === undefined && person.area === undefined) ||
      subjects.every(subject => reaches(building, person, subject)))
}

/** What is said of another statement is about what that one is about. */
function subjectsOf({ entries }: Building, statement: Statement): readonly Subject[] {
  if (statement.kind !== 'object' && statement.kind !== 'countersign') return [statement]
  const about = entries.get(statement.statement)?.statement
  if (!about) return [statement]
  return statement.box === undefined ? [about] : [statement, about]
}

function isStranger(
  { candidacies, rounds }: Building,
  { side }: Person,
  { round: number, box }: Subject,
): boolean {
  if (box === undefined || !candidacies.has(side)) return false
  const round = rounds.get(number)
  return round !== undefined && !round.ballot.statement.candidates.some(({ id }) => id === side)
}

function reaches(building: Building, person: Person, { round, box, area }: Subject): boolean {
  if (person.box !== undefined) return person.box === box
  const listed = box === undefined ? [] : areasOf(building, round, box)
  const places = listed.length > 0 || area === undefined ? listed : [area]
  return places.length > 0 && places.every(place => lies(building.areas, place, person.area!))
}

/** The area that a box is listed in; for every round, where the statement is of none. */
function areasOf({ lists }: Building, round: number, box: string): readonly string[] {
  const areas: string[] = []
  for (const [number, { boxes }] of lists) {
    const listed = round === 0 || number === 0 || number === round ? boxes.get(box) : undefined
    if (listed) areas.push(listed.area)
  }
  return areas
}
