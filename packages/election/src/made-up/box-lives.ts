import type { BoxState } from '../boxes/life.ts'
import type { Election } from '../election.ts'
import { kidOf, type Sha256 } from '../people/person.ts'
import { type BoxEventName, boxEvents, type Heard } from './box-events.ts'
import { aLiveElection, enrolStaffOf, type Live } from './live.ts'
import type { Draft } from './log.ts'

/** A way through a box's life: what happened to it, in order, and the state that it was in after each. */
export interface BoxLife {
  readonly box: string
  readonly events: readonly BoxEventName[]
  readonly states: readonly BoxState[]
  /** Where the definition asks for the box's own form alone. */
  readonly direct?: true
}

type Way = Pick<BoxLife, 'box' | 'events' | 'direct'>

/** Ways whose last step needs a past that a search by states would find late. */
const rare: readonly Way[] = [
  { box: 'b1', events: ['it opens', 'an agent types other figures', 'its form comes'] },
  { box: 'b1', events: ['it closes', 'an agent types other figures', 'its form comes'] },
  { box: 'b1', events: ['it closes', 'the centre’s copy is equal', 'its form comes'] },
  { box: 'b1', events: ['it closes', 'the centre’s copy differs', 'its form comes'] },
  {
    box: 'b1',
    events: ['the deadline for forms passes', 'an agent types other figures', 'its form comes'],
  },
  ...(
    [
      ['its form comes'],
      ['its form comes', 'the centre’s copy is equal'],
      ['its form comes', 'an agent types other figures'],
      ['its form comes', 'the centre’s copy differs'],
      ['a form comes that does not add up'],
      ['its form comes', 'two bodies accept it'],
      ['two bodies annul it'],
    ] as const
  ).map(events => ({
    box: 'b1',
    events: ['the deadline for forms passes', ...events, 'two bodies order a new vote'] as const,
  })),
  ...(['reported', 'agreed', 'disputed'] as const).map(state => ({
    box: 'b1',
    events: [
      'a form comes that few have signed',
      ...(state === 'agreed' ? (['the centre’s copy is equal'] as const) : []),
      ...(state === 'disputed' ? (['an agent types other figures'] as const) : []),
      'the others sign it',
    ] as const,
  })),
  {
    box: 'b1',
    events: [
      ...(['its form comes', 'the centre’s copy differs', 'a recount is ordered'] as const),
      'it is counted again and does not add up',
    ],
  },
  { box: 'b9', events: ['its form comes', 'an agent types other figures', 'two bodies put it on the list'] },
  { box: 'b9', events: ['the deadline for forms passes', 'two bodies put it on the list'] },
  { box: 'b9', events: ['its form comes', 'its form comes', 'two bodies put it on the list'] },
  { box: 'b9', events: ['its form comes', 'two bodies put it on the list'], direct: true },
]

/**
 * For every step from one state to another that the events can bring about, a way to it. Each state is gone on from
 * with several pasts, since what can come next depends on more than the state.
 */
export function boxLives(sha256: Sha256, pasts = 4): readonly BoxLife[] {
  const found = new Map<string, BoxLife>()
  const meet = (way: BoxLife) => {
    const [from, to] = way.states.slice(-2)
    if (from !== to && !found.has(`${from} → ${to}`)) found.set(`${from} → ${to}`, way)
  }
  for (const box of ['b1', 'b9']) explore(box, sha256, pasts, meet)
  for (const way of rare) {
    const day = aDay(sha256, way.direct)
    const states = [...way.events, undefined].map(
      (_, count) => stateAfter(day.fork(), { ...way, events: way.events.slice(0, count) }, sha256)!,
    )
    meet({ ...way, states })
  }
  return [...found.values()]
}

function explore(box: string, sha256: Sha256, pasts: number, meet: (way: BoxLife) => void): void {
  const day = aDay(sha256)
  const visits = new Map<BoxState, number>()
  let frontier: readonly BoxLife[] = [
    { box, events: [], states: [stateAfter(day, { box, events: [] }, sha256)!] },
  ]
  while (frontier.length > 0) {
    const next: BoxLife[] = []
    for (const way of frontier)
      for (const event of Object.keys(boxEvents) as BoxEventName[]) {
        const events = [...way.events, event]
        const state = stateAfter(day.fork(), { box, events }, sha256)
        if (state === undefined) continue
        const longer = { box, events, states: [...way.states, state] }
        meet(longer)
        const been = visits.get(state) ?? 0
        visits.set(state, been + 1)
        if (been < pasts) next.push(longer)
      }
    frontier = next
  }
}

/** The state that a box is in after these events; nothing where one of them cannot happen. */
function stateAfter(live: Live, { box, events }: Way, sha256: Sha256): BoxState | undefined {
  return tell(live, box, events, sha256) ? boxStateOf(live.log.replay(), box) : undefined
}

/** A live election on its voting day, its votes released, with people at a box that is not on its list. */
export function aDay(sha256: Sha256, direct?: true): Live {
  const sources = direct ? { sources: ['direct' as const] } : {}
  const live = aLiveElection(sha256, { merging: 'allowed', ...sources })
  enrolStaffOf(live, 'b9')
  live.say({ kind: 'release', round: 1 }, 'authority')
  return live
}

function tell(live: Live, box: string, events: readonly BoxEventName[], sha256: Sha256): boolean {
  const ids = new Map<string, string[]>()
  const drafts = new Map<string, Draft>()
  for (const event of events) {
    const heard: Heard = {
      box,
      beside: 'b2',
      staff: live.staff(box),
      kidOf: whose => kidOf(live.key(whose), sha256),
      ids,
      drafts,
      all: live.log.entries.length,
    }
    const said = boxEvents[event](heard)
    if (!said) return false
    for (const { draft, by } of said) {
      const id = live.say(draft, ...by)
      ids.set(event, [...(ids.get(event) ?? []), id])
      drafts.set(id, draft)
    }
  }
  return true
}

/** The state of a box, also of one that is not on the list. */
export function boxStateOf(election: Election, box: string, round = 1): BoxState {
  return election.rounds.get(round)?.boxes.get(box)?.judgement.state ?? 'extra'
}
