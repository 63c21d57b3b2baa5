import type { AreaNode } from '../areas/tree.ts'
import type { BoxList, Building, Entry, RoundState } from '../election.ts'
import { toHex } from '../hex.ts'
import type { WhyNot } from '../reasons.ts'
import type { Amend } from '../statements/amend.ts'
import type { Boxes, ListedBox } from '../statements/boxes.ts'
import type { Seal } from '../statements/seal.ts'
import type { Box } from './box.ts'
import { enterBox, rejudge } from './settle.ts'

/** Why not: `sealed`, `no-such-area`, `box-twice`. */
export function listBoxes(building: Building, { statement }: Entry<Boxes>): WhyNot | undefined {
  const { round, boxes } = statement
  return isSealed(building, round) ? 'sealed' : add(building, round, boxes)
}

/** The list is sealed, or a box of it is open for voting: from then on nobody adds to it alone. */
function isSealed(building: Building, number: number): boolean {
  if (listOf(building, number).sealed !== undefined) return true
  return roundsOf(building, number).some(({ boxes }) =>
    [...boxes.values()].some(({ opens }) => opens.length > 0),
  )
}

/** Why not: `sealed`, `other-list` (a count or digest that is not the list's). */
export function sealList(building: Building, { statement }: Entry<Seal>, index: number): WhyNot | undefined {
  const list = listOf(building, statement.round)
  if (list.sealed !== undefined) return 'sealed'
  const digest = digestOf(
    [...list.boxes.keys()].map(id => `${id}\n`),
    building.sha256,
  )
  if (statement.boxes !== list.boxes.size || statement.digest !== digest) return 'other-list'
  list.sealed = index
  return undefined
}

/** SHA-256 of lines in ascending order, as `seal` and `tally` state it. */
export function digestOf(lines: readonly string[], sha256: Building['sha256']): string {
  return toHex(sha256(new TextEncoder().encode([...lines].sort().join(''))))
}

/** Why not: `not-sealed`, `no-such-area`, `box-twice`, `no-such-box`. */
export function amendList(
  building: Building,
  { statement }: Entry<Amend>,
  index: number,
): WhyNot | undefined {
  const { round: number, added = [], moved = [] } = statement
  const list = listOf(building, number)
  if (!isSealed(building, number)) return 'not-sealed'
  if (moved.some(({ area }) => !building.areas.has(area))) return 'no-such-area'
  if (moved.some(({ box }) => !list.boxes.has(box))) return 'no-such-box'
  const why = add(building, number, added)
  if (why !== undefined) return why
  for (const { box, area } of moved) {
    list.boxes.set(box, { ...list.boxes.get(box)!, area })
    for (const round of roundsOf(building, number)) {
      const moving = round.boxes.get(box)!
      moving.moves.push({ from: moving.area, until: index })
      moveBox(building, round, moving, area)
    }
  }
  return undefined
}

function moveBox(building: Building, round: RoundState, box: Box, area: string): void {
  rejudge(building, round, box, () => {
    round.boxesIn.get(box.area)!.delete(box.id)
    box.area = area
    place(round, box)
  })
}

function add(building: Building, number: number, boxes: readonly ListedBox[]): WhyNot | undefined {
  const list = listOf(building, number)
  const others = [...building.lists].filter(([other]) => number === 0 || other === 0 || other === number)
  const ids = new Set<string>()
  for (const { id, area } of boxes) {
    if (!building.areas.has(area)) return 'no-such-area'
    if (ids.has(id) || others.some(([, other]) => other.boxes.has(id))) return 'box-twice'
    ids.add(id)
  }
  for (const listed of boxes) {
    list.boxes.set(listed.id, listed)
    for (const round of roundsOf(building, number)) beginBox(building, round, listed)
  }
  return undefined
}

function listOf({ lists }: Building, number: number): BoxList {
  const list = lists.get(number) ?? { boxes: new Map() }
  lists.set(number, list)
  return list
}

function roundsOf({ rounds }: Building, number: number): RoundState[] {
  return [...rounds.values()].filter(round => number === 0 || round.number === number)
}

/** The boxes of a round at its beginning: those listed for it, and for every round. */
export function beginBoxes(building: Building, round: RoundState): void {
  for (const number of [0, round.number])
    for (const listed of building.lists.get(number)?.boxes.values() ?? []) beginBox(building, round, listed)
}

/** A box of an archive has no life of its own: only its row, as published. */
function beginBox(building: Building, round: RoundState, listed: ListedBox): void {
  if (building.definition.mode === 'archive') return
  const box: Box = {
    id: listed.id,
    area: listed.area,
    moves: [],
    listed,
    supplied: 0,
    opens: [],
    closes: [],
    commits: [],
    forms: [],
    later: [],
    transcripts: [],
    attachments: [],
    objections: [],
    rulings: [],
    incidents: [],
    custody: [],
    additions: [],
    judgement: { state: 'expected', findings: [], sourcesAgree: false, agentSigned: false },
  }
  round.boxes.set(box.id, box)
  place(round, box)
  enterBox(building, round, box)
}

function place({ boxesIn }: RoundState, { id, area }: Box): void {
  boxesIn.set(area, (boxesIn.get(area) ?? new Set()).add(id))
}

/** Every box of a round that lies in an area. */
export function* boxesUnder(
  areas: ReadonlyMap<string, AreaNode>,
  round: {
    readonly boxes: ReadonlyMap<string, Box>
    readonly boxesIn: ReadonlyMap<string, ReadonlySet<string>>
  },
  area: string,
): Generator<Box> {
  for (const id of round.boxesIn.get(area) ?? []) yield round.boxes.get(id)!
  for (const child of areas.get(area)?.children ?? []) yield* boxesUnder(areas, round, child)
}
