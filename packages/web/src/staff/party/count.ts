import { type Compared, compareWith, gradeOf, type OwnCount, ownCount } from '@countersign/record'
import { useQuery } from '@tanstack/react-query'
import { copiesOf, copiesOfBox } from '../copies/copies.ts'
import type { Candidate, CopyInHand } from '../copies/database.ts'
import { keptAreas, keptBox, keptRound } from '../copies/keep.ts'

/** A team's count from what is on this device. */
export interface Counted {
  readonly count: OwnCount
  readonly candidates: readonly Candidate[]
  /** Names of the areas that are kept, by ID. */
  readonly areas: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Signed copies that could not be checked yet, and those of which some signature does not hold. */
  readonly unchecked: number
  readonly broken: number
}

/** The count, made anew when copies or the record on this device change; null where no area is kept. */
export function useCounted(round: number): Counted | null | undefined {
  const { data } = useQuery({
    queryKey: ['copies', 'count', round],
    queryFn: () => counted(round),
    // What is counted is on the device: nothing outside changes it.
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}

async function counted(round: number): Promise<Counted | null> {
  const published = await keptRound(round)
  if (!published) return null
  const areas = await keptAreas(round)
  const copies = await copiesOf(round)
  return {
    count: ownCount(
      published,
      copies.map(({ copy }) => copy),
    ),
    candidates: areas[0]!.candidates,
    areas: new Map(areas.map(({ area, name }) => [area, name])),
    unchecked: copies.filter(({ copy, signatures }) => copy.sort === 'signed' && !signatures).length,
    broken: copies.filter(({ signatures }) => signatures && signatures.bad.length > 0).length,
  }
}

const weight = { signed: 0, photographed: 1, typed: 2 } as const

/** The copies of a box, the best first, with how they stand to what is kept. */
export async function comparedOf(
  round: number,
  box: string,
): Promise<readonly { readonly inHand: CopyInHand; readonly compared: Compared }[]> {
  const kept = await keptBox(round, box)
  const copies = await copiesOfBox(round, box)
  return copies
    .map(inHand => ({ inHand, compared: compareWith(kept?.box, inHand.copy) }))
    .sort((a, b) => weight[gradeOf(a.inHand.copy)] - weight[gradeOf(b.inHand.copy)])
}
