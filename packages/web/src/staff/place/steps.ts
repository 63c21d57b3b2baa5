import type { Draft } from '../device/history.ts'
import type { Kept } from '../device/kept.ts'
import type { Posted } from '../device/outbox.ts'
import type { Pack } from './pack.ts'

/** A step of the day at a polling place, in order. */
export const steps = ['prepare', 'open', 'hourly', 'close', 'count', 'sign', 'send'] as const
export type Step = (typeof steps)[number]

/** Where a step is: not begun, begun, to be signed by more people, on its way, done. */
export type StepState = 'todo' | 'begun' | 'signing' | 'sending' | 'done'

/** What the device has of the place's day. */
export interface Day {
  readonly pack: Pack | undefined
  readonly drafts: Readonly<Record<'open' | 'hourly' | 'close-poll' | 'form', Draft>>
  /** The statement of each that counts: the newest that nothing replaced. */
  readonly kept: Readonly<Record<'open' | 'close-poll' | 'form', Kept | undefined>>
  readonly outbox: readonly Posted[]
}

/** The state of each step, from what is stored and what the record had when the device was last prepared. */
export function stepStates(day: Day): Readonly<Record<Step, StepState>> {
  const { pack, drafts, kept } = day
  const form = kept.form
  // Signed with another device: this one goes on from there.
  const elsewhere = !form && (pack?.recorded.has('commit') || pack?.recorded.has('form'))
  return {
    prepare: pack ? 'done' : 'todo',
    open: signedState(day, 'open'),
    hourly: drafts.hourly.size > 0 ? 'begun' : 'todo',
    close: signedState(day, 'close-poll'),
    count: form || elsewhere ? 'done' : drafts.form.size > 0 ? 'begun' : 'todo',
    sign: elsewhere ? 'done' : form === undefined ? 'todo' : form.sent === undefined ? 'signing' : 'done',
    send: elsewhere ? 'done' : form?.sent === undefined ? 'todo' : sentState(day, form),
  }
}

function signedState(day: Day, name: 'open' | 'close-poll'): StepState {
  const kept = day.kept[name]
  if (kept === undefined && day.pack?.recorded.has(name)) return 'done'
  if (kept === undefined) return day.drafts[name].size > 0 ? 'begun' : 'todo'
  return kept.sent === undefined ? 'signing' : sentState(day, kept)
}

function sentState({ outbox }: Day, { id }: Kept): StepState {
  const entries = outbox.filter(entry => entry.id === id)
  return entries.length > 0 && entries.every(({ state }) => state === 'recorded' || state === 'proved')
    ? 'done'
    : 'sending'
}
