import { useQuery } from '@tanstack/react-query'
import { type Answer, answered, server } from '../shell/api.ts'
import type { components } from '../shell/api-types.ts'

export type Desk = components['schemas']['Desk']

/** A round as the national desk sees it, asked again every two seconds. */
export function useDesk(round: number, area?: string): Answer<Desk> | undefined {
  const { data } = useQuery({
    queryKey: ['desk', round, area],
    queryFn: () =>
      answered(server.GET('/desk', { params: { query: { round, ...(area !== undefined && { area }) } } })),
    refetchInterval: 2_000,
  })
  return data
}
