import { aForm } from './live.ts'
import type { Draft } from './log.ts'

/** A statement about a box, and who signs it. */
export interface Said {
  readonly draft: Draft
  readonly by: readonly string[]
}

/** The box, and what has been said of it so far. */
export interface Heard {
  readonly box: string
  /** Another box of its area, into which it can be emptied. */
  readonly beside: string
  /** Everyone who signs its form. */
  readonly staff: readonly string[]
  readonly kidOf: (whose: string) => string
  /** The statement IDs by event, latest last. */
  readonly ids: ReadonlyMap<string, readonly string[]>
  readonly drafts: ReadonlyMap<string, Draft>
  /** How many statements the record holds. */
  readonly all: number
}

/** One thing that can happen to a box. Gives nothing where it cannot happen yet. */
export type BoxEvent = (heard: Heard) => readonly Said[] | undefined

const figures = aForm(90, 70, 30, 10)
const others = aForm(91, 70, 30, 10)
const both = ['authority', 'council']
const clerks = ['east clerk 1', 'east clerk 2']
const people = [
  { role: 'leader', ink: 'signed' } as const,
  ...Array.from({ length: 11 }, () => ({ role: 'official', ink: 'signed' }) as const),
]

const said = (draft: object, ...by: readonly string[]): readonly Said[] => [
  { draft: { round: 1, ...draft } as Draft, by },
]
const last = ({ ids }: Heard, event: string): string | undefined => ids.get(event)?.at(-1)

const form =
  (changes: object): BoxEvent =>
  ({ box, staff, all }) => {
    const made = { serial: `F-${box}-${all}`, blind: all.toString(16).padStart(32, '0'), figures, people }
    const { people: present, ...rest } = { ...made, ...changes }
    return said({ kind: 'form', box, ...rest, ...(present && { people: present }) }, ...staff)
  }

const copied =
  (copy: string, of: object, by: (box: string) => readonly string[]): BoxEvent =>
  ({ box }) =>
    said({ kind: 'transcript', box, copy, figures: of }, ...by(box))

const ruling =
  (decision: string): BoxEvent =>
  ({ box }) =>
    said({ kind: 'ruling', box, decision, explanation: 'So.' }, ...both)

const ordered =
  (kind: 'recount' | 'correct', of: object): BoxEvent =>
  heard => {
    const order = last(heard, kind === 'recount' ? 'a recount is ordered' : 'a correction is ordered')
    const why = kind === 'correct' ? { reason: 'A digit.' } : {}
    return order === undefined
      ? undefined
      : said({ kind, box: heard.box, ruling: order, figures: of, ...why }, ...both)
  }

const deadline = (at: number) =>
  said({ kind: 'calendar', dates: [{ id: 'forms', date: '2031-06-09', at }] }, 'authority')
/** The leader, and one person of another side. */
const fewOf = (staff: readonly string[]) => [staff[0]!, staff.at(-1)!]
const agent = (box: string) => [`${box} agent of boris`]

/** Everything that can happen to a box, in the field's words. */
export const boxEvents = {
  'it opens': ({ box, staff }) => said({ kind: 'open', box, inBox: 0 }, ...staff),
  'it closes': ({ box, staff }) => said({ kind: 'close-poll', box }, ...staff),
  'its form comes': form({}),
  'a form comes that does not add up': form({ figures: others.with({ taken: 3 }) }),
  'a form comes that few have signed': heard =>
    form({ people: undefined })({ ...heard, staff: fewOf(heard.staff) }),
  'the others sign it': ({ ids, staff, drafts }) => {
    const id = ids.get('a form comes that few have signed')?.at(-1)
    const draft = id === undefined ? undefined : drafts.get(id)
    return draft && [{ draft, by: staff.filter(who => !fewOf(staff).includes(who)) }]
  },
  'the centre’s copy is equal': copied('3', figures, () => clerks),
  'the centre’s copy differs': copied('3', others, () => clerks),
  'an agent types other figures': copied('2', others, agent),
  'an agent objects': heard => {
    const statement = last(heard, 'its form comes')
    return statement === undefined
      ? undefined
      : said({ kind: 'object', box: heard.box, statement, ground: 'So.' }, ...agent(heard.box))
  },
  'the deadline for forms passes': ({ all }) => [
    ...deadline(all),
    ...said({ kind: 'time', round: 0, at: all + 1 }, 'operator'),
  ],
  'the deadline is put off': ({ all }) => deadline(all + 1_000_000),
  'two bodies accept it': ruling('accept'),
  'two bodies annul it': ruling('annul'),
  'two bodies order a new vote': ruling('rerun'),
  'a recount is ordered': ruling('recount'),
  'a correction is ordered': ruling('correct'),
  'it is counted again': ordered('recount', others),
  'it is counted again and does not add up': ordered('recount', others.with({ taken: 3 })),
  'it is corrected': ordered('correct', figures),
  'a signer’s key is revoked': ({ box, ids, kidOf }) =>
    ids.has('a signer’s key is revoked')
      ? undefined
      : said({ kind: 'revoke', round: 0, keys: [kidOf(`${box} official 1`)], reason: 'Lost.' }, ...both),
  'it is emptied into another': ({ box, beside }) =>
    said({ kind: 'merge', box: beside, merged: [box] }, `${beside} leader`, `${beside} supervisor 1`),
  'two bodies put it on the list': ({ box }) =>
    said(
      { kind: 'amend', round: 0, added: [{ id: box, area: 'east', delivered: 300 }], reason: 'Forgotten.' },
      ...both,
    ),
} as const satisfies Readonly<Record<string, BoxEvent>>

export type BoxEventName = keyof typeof boxEvents
