import { enrols } from '@countersign/election'
import type { PersonRole, RosterPerson } from '../tables/roster.ts'
import type { Setup } from '../tables/tables.ts'
import { type Found, found } from './problem.ts'

const atABox: readonly PersonRole[] = ['leader', 'official', 'police']
const atACentre: readonly PersonRole[] = ['clerk', 'centreHead']

/** The people who are to have keys, as a roster lists them for every side. */
export function rosterProblems(setup: Setup): readonly Found[] {
  const { people, boxes, given, document } = setup
  if (!given.has('roster')) return []
  const atBoxes = Map.groupBy(
    people.filter(({ box }) => box !== undefined),
    ({ box }) => box!,
  )
  const half = Math.ceil((document.definition.staff ?? 0) / 2)
  return [
    ...people.flatMap(person => sideProblems(setup, person)),
    ...scopeProblems(setup),
    ...cardsTwice(people),
    ...boxes.flatMap(({ line, box }) =>
      boxStaff(box.id, `places:${line}`, atBoxes.get(box.id) ?? [], half, document.definition.staff ?? 0),
    ),
  ]
}

/** Roles that each side may give: a body by its role, a candidate as such. */
export function rolesOfSide(
  { document, candidates }: Setup,
  side: string,
): readonly PersonRole[] | undefined {
  const body = document.bodies.find(({ id }) => id === side)
  if (body) return enrols[body.role]
  return candidates.some(({ candidate }) => candidate.id === side) ? enrols.candidate : undefined
}

function sideProblems(setup: Setup, { line, side, role }: RosterPerson): readonly Found[] {
  const roles = rolesOfSide(setup, side)
  if (!roles) return [found('side-unknown', at(line), { side })]
  return roles.includes(role)
    ? []
    : [found('role-of-another-side', at(line), { side, role, roles: roles.join(', ') || '–' })]
}

function scopeProblems({ people, boxes, areas }: Setup): readonly Found[] {
  const knownBoxes = new Set(boxes.map(({ box }) => box.id))
  const knownAreas = new Set(areas.map(({ area }) => area.id))
  return people.flatMap(({ line, role, card, box, area }) => {
    const problems: Found[] = []
    if (box !== undefined && area !== undefined) problems.push(found('scope-twice', at(line), { card }))
    const lost =
      (atABox.includes(role) && box === undefined) || (atACentre.includes(role) && area === undefined)
    if (lost) problems.push(found('scope-missing', at(line), { card, role }))
    if (box !== undefined && !knownBoxes.has(box)) problems.push(found('box-unknown', at(line), { box }))
    if (area !== undefined && !knownAreas.has(area)) problems.push(found('area-unknown', at(line), { area }))
    return problems
  })
}

function cardsTwice(people: readonly RosterPerson[]): readonly Found[] {
  const first = new Map<string, number>()
  return people.flatMap(({ line, side, card }) => {
    const whose = `${side} ${card}`
    const before = first.get(whose)
    first.set(whose, before ?? line)
    return before === undefined ? [] : [found('card-twice', at(line), { card, side, first: before })]
  })
}

/** What a box's form needs before it can have force, and before it is held for a ruling (check B08). */
function boxStaff(
  box: string,
  where: string,
  people: readonly RosterPerson[],
  half: number,
  staff: number,
): readonly Found[] {
  const leaders = people.filter(({ role }) => role === 'leader').length
  const executive = leaders + people.filter(({ role }) => role === 'official').length
  const sides = new Set(people.map(({ side }) => side)).size
  return [
    ...(leaders === 0 ? [found('box-without-leader', where, { box })] : []),
    ...(leaders > 1 ? [found('leaders-many', where, { box, leaders })] : []),
    ...(people.length > 0 && sides < 2 ? [found('box-without-witness', where, { box })] : []),
    ...(executive < half ? [found('box-short-of-staff', where, { box, people: executive, staff })] : []),
  ]
}

function at(line: number): string {
  return `roster:${line}`
}
