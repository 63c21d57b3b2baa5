import type { Election, ListedBox, Name } from '@countersign/election'
import type { Place } from './printed.ts'

/** Which boxes are asked for; all of them where nothing is said. */
export interface Wanted {
  readonly box?: string
  readonly area?: string
}

/** The boxes on the list of a round that are asked for, in the order of the list. */
export function placesOf(election: Election, round: number, { box, area }: Wanted): readonly Place[] {
  const listed = [0, round].flatMap(of => [...(election.lists.get(of)?.boxes.values() ?? [])])
  return listed
    .filter(({ id }) => box === undefined || id === box)
    .filter(one => area === undefined || pathOf(election, one.area).includes(area))
    .map(one => placeOf(election, one))
}

function placeOf(election: Election, { id, area, form, name, firstStub, lastStub }: ListedBox): Place {
  return {
    box: id,
    // A form without a serial of its own is known by its box.
    serial: form ?? id,
    areas: namesOf(election, area),
    ...(name && { name }),
    ...(firstStub !== undefined && { firstStub }),
    ...(lastStub !== undefined && { lastStub }),
  }
}

/** The names of an area and those above it, from the top; the whole country needs no mention. */
function namesOf(election: Election, area: string): readonly Name[] {
  const names = pathOf(election, area).flatMap(id => {
    const node = election.areas.get(id)
    return node ? [node.area.name as Name] : []
  })
  return names.length > 1 ? names.slice(0, -1).reverse() : names
}

function pathOf(election: Election, area: string): readonly string[] {
  return election.areas.get(area)?.path ?? []
}
