import { useQuery } from '@tanstack/react-query'
import { ask } from './api.ts'

/** A candidacy as the record has it. */
export interface Candidacy {
  readonly candidate: string
  readonly name: Readonly<Record<string, string>>
  readonly card: string
  readonly steps: readonly { readonly step: string; readonly ground?: string }[]
}

/** The candidacies that are filed. */
export function useCandidacies(): readonly Candidacy[] | undefined {
  const { data } = useQuery({
    queryKey: ['candidacies'],
    queryFn: () => ask<readonly Candidacy[]>('GET', 'candidacies'),
    refetchInterval: 4_000,
  })
  return data?.ok ? data.value : undefined
}
