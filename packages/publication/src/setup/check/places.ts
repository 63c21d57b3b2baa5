import type { FoundArea } from '../tables/areas.ts'
import type { FoundBox } from '../tables/places.ts'
import type { Setup } from '../tables/tables.ts'
import { type Found, found } from './problem.ts'

/** The tree of areas and the list of boxes. */
export function placeProblemsOf({ document, areas, boxes }: Setup): readonly Found[] {
  const levels = (document.definition.levels ?? []).map(({ id }) => id)
  return [
    ...treeProblems(areas, levels),
    ...boxProblems(areas, boxes),
    ...formSerials(boxes),
    ...stubs(boxes),
    ...overlaps(boxes),
    ...movedPlaces(boxes),
    ...emptyAreas(areas, boxes),
  ]
}

function treeProblems(areas: readonly FoundArea[], levels: readonly string[]): readonly Found[] {
  const first = new Map<string, FoundArea>()
  for (const found of areas) if (!first.has(found.area.id)) first.set(found.area.id, found)
  return areas.flatMap(each => {
    const { where, area } = each
    const { id, level, parent, name } = area
    const above = parent === undefined ? undefined : first.get(parent)
    const before = first.get(id)!
    return [
      ...(before === each ? [] : [found('area-twice', where, { area: id, first: before.where })]),
      ...(levels.includes(level)
        ? []
        : [found('level-unknown', where, { area: id, level, levels: levels.join(', ') })]),
      ...(Object.keys(name).length === 0 ? [found('area-nameless', where, { area: id })] : []),
      ...(parent !== undefined && !above ? [found('area-without-parent', where, { area: id, parent })] : []),
      ...(above && levels.indexOf(above.area.level) >= levels.indexOf(level)
        ? [found('area-level', where, { area: id, parent: above.area.id })]
        : []),
    ]
  })
}

function boxProblems(areas: readonly FoundArea[], boxes: readonly FoundBox[]): readonly Found[] {
  const known = new Set(areas.map(({ area }) => area.id))
  const first = new Map<string, number>()
  const problems: Found[] = []
  for (const { line, box } of boxes) {
    const before = first.get(box.id)
    if (before === undefined) first.set(box.id, line)
    else problems.push(found('box-twice', at(line), { box: box.id, first: before }))
    if (!known.has(box.area)) problems.push(found('area-unknown', at(line), { area: box.area }))
  }
  const without = boxes.filter(({ box }) => box.delivered === undefined).length
  if (without > 0) problems.push(found('delivered-missing', 'places', { boxes: without }))
  return problems
}

function formSerials(boxes: readonly FoundBox[]): readonly Found[] {
  const first = new Map<string, FoundBox>()
  return boxes.flatMap(each => {
    const { form, id } = each.box
    if (form === undefined) return []
    const before = first.get(form)
    if (!before) first.set(form, each)
    return before
      ? [found('form-twice', at(each.line), { form, box: id, first: before.line, other: before.box.id })]
      : []
  })
}

function stubs(boxes: readonly FoundBox[]): readonly Found[] {
  return boxes.flatMap(({ line, box }) => {
    const { id, firstStub: first, lastStub: last, delivered } = box
    if (first === undefined && last === undefined) return []
    if (first === undefined || last === undefined) return [found('stubs-half', at(line), { box: id })]
    if (last < first)
      return [found('stubs-backwards', at(line), { box: id, first: `${first}`, last: `${last}` })]
    const count = last - first + 1
    if (delivered === undefined || delivered === count) return []
    return [found('stubs-not-delivered', at(line), { box: id, stubs: count, delivered })]
  })
}

/** Two boxes that were given the same stubs. Each range is held against the one that reaches furthest before it. */
function overlaps(boxes: readonly FoundBox[]): readonly Found[] {
  const ranges = boxes
    .filter(({ box: { firstStub, lastStub } }) => firstStub !== undefined && lastStub !== undefined)
    .sort((a, b) => a.box.firstStub! - b.box.firstStub! || a.line - b.line)
  const problems: Found[] = []
  let furthest: FoundBox | undefined
  for (const each of ranges) {
    const { firstStub, lastStub, id } = each.box
    if (furthest && firstStub! <= furthest.box.lastStub!) {
      const [one, other] = each.line > furthest.line ? [each, furthest] : [furthest, each]
      const names = { box: one.box.id, other: other.box.id, first: other.line }
      const to = Math.min(lastStub!, furthest.box.lastStub!)
      problems.push(found('stubs-overlap', at(one.line), { from: `${firstStub}`, to: `${to}`, ...names }))
    }
    if (!furthest || lastStub! > furthest.box.lastStub! || id === furthest.box.id) furthest = each
  }
  return problems
}

function movedPlaces(boxes: readonly FoundBox[]): readonly Found[] {
  const first = new Map<string, FoundBox>()
  return boxes.flatMap(each => {
    const { place, area } = each.box
    if (place === undefined) return []
    const before = first.get(place)
    if (!before) first.set(place, each)
    if (!before || before.box.area === area) return []
    return [found('place-moved', at(each.line), { place, area, before: before.box.area, first: before.line })]
  })
}

/** Areas with no box in them or below; the highest of them speaks for those in it. */
function emptyAreas(areas: readonly FoundArea[], boxes: readonly FoundBox[]): readonly Found[] {
  if (boxes.length === 0) return []
  const parents = new Map(areas.map(({ area }) => [area.id, area.parent]))
  const full = new Set<string>()
  for (const { box } of boxes)
    for (let id: string | undefined = box.area; id !== undefined && !full.has(id); id = parents.get(id))
      full.add(id)
  return areas
    .filter(({ area }) => !full.has(area.id) && (area.parent === undefined || full.has(area.parent)))
    .map(({ where, area }) => found('area-without-boxes', where, { area: area.id }))
}

function at(line: number): string {
  return `places:${line}`
}
