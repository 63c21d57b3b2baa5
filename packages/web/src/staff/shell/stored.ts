import { QueryClient, useQuery } from '@tanstack/react-query'
import { onChange, type StoreName } from '../device/database.ts'

/** Queries run without a network too: most of them ask the device. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 10_000 },
    mutations: { networkMode: 'always' },
  },
})

onChange(store => void queries.invalidateQueries({ queryKey: ['device', store] }))

/** What the device has stored, asked again whenever that store changes, in this tab or another. */
export function useStored<T>(store: StoreName, name: string, read: () => Promise<T>): T | undefined {
  const { data } = useQuery({
    queryKey: ['device', store, name],
    queryFn: async () => (await read()) ?? null,
    staleTime: 0,
  })
  return data === null ? undefined : (data as T | undefined)
}
