import { answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'
import { type Heard, useLive } from './live.ts'

export type Desk = components['schemas']['Desk']

/** A round as the national desk sees it, with the parts of one area where one is named. */
export function useDesk(round: number, area?: string): Heard<Desk> {
  return useLive(['desk', round, area], () =>
    answered(server.GET('/desk', { params: { query: { round, ...(area !== undefined && { area }) } } })),
  )
}
