import { answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { type Heard, useLive } from './live.ts'

export type HeldBoxes = components['schemas']['HeldBoxes']

/** The boxes of a round that wait for a ruling or for their form, by state. */
export function useHeld(round: number): Heard<HeldBoxes> {
  return useLive(['held', round], () => answered(server.GET('/boxes', { params: { query: { round } } })))
}
