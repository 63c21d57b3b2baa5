import { lies, whole } from '../areas/tree.ts'
import type { Box } from '../boxes/box.ts'
import { type Bench, judge } from '../boxes/judge.ts'
import { life } from '../boxes/life.ts'
import { boxesUnder, digestOf } from '../boxes/list.ts'
import { addJudged, benchOf, countsIn } from '../boxes/settle.ts'
import { columnOf, singleFigures } from '../count/columns.ts'
import { emptySum, type Sum, totalOf } from '../count/sum.ts'
import type { Building, RoundState, View } from '../election.ts'
import type { Figures } from '../statements/figures.ts'

/** The sum of an area's boxes as of an earlier version of the record, and which forms it is of. */
export interface PastSum {
  readonly sum: Sum
  readonly forms: number
  /** Boxes whose ballots may still come into it. */
  readonly waiting: number
  readonly digest: string
}

/** Judged anew from the statements that had force by then. */
export function sumAt(
  building: Building,
  round: RoundState,
  area: string,
  size: number,
  total: 'preliminary' | 'reconciled',
): PastSum {
  const bench: Bench = benchOf(building, round)
  const sum = emptySum(round.columns)
  const pairs: string[] = []
  let waiting = 0
  for (const box of boxesAt(building, round, area, size)) {
    const then = judge(bench, box, size)
    addJudged(building, round, box, then, total, sum)
    if (then.source && countsIn(then, total)) pairs.push(`${box.id} ${then.source.id}\n`)
    else if (life[then.state].outstanding || then.source) waiting++
  }
  return { sum, forms: pairs.length, waiting, digest: digestOf(pairs, building.sha256) }
}

/** The boxes that were counted in an area when the record had `size` entries. */
function boxesAt({ areas }: Building, round: RoundState, area: string, size: number): Iterable<Box> {
  if (area === whole) return round.boxes.values()
  const moved = [...round.boxes.values()].filter(({ moves }) => moves.some(({ until }) => until >= size))
  if (moved.length === 0) return boxesUnder(areas, round, area)
  const stayed = [...boxesUnder(areas, round, area)].filter(box => !moved.includes(box))
  const there = moved.filter(({ moves }) => {
    const then = moves.find(({ until }) => until >= size)!.from
    return lies(areas, then, area)
  })
  return [...stayed, ...there]
}

/** A stated figure that is not the sum's, as `taken` or a candidate's ID. */
export interface Mismatch {
  readonly figure: string
  readonly stated: number
  readonly computed: number
  readonly difference: number
}

/**
 * Stated figures that differ from a sum. What is not stated, or not known, is not compared.
 * @param written compares only what is written in every row, and nothing that follows from other figures
 */
export function mismatches(
  { columns, ballot }: View<RoundState>,
  stated: Figures,
  sum: Sum,
  { written }: { readonly written: boolean } = { written: false },
): readonly Mismatch[] {
  const named = [
    ...singleFigures.map(name => [name, stated[name], columnOf[name]] as const),
    ...ballot.statement.candidates.map(
      ({ id, number }) => [id, stated.votes?.[number], columns.votes.get(number)!] as const,
    ),
  ]
  return named.flatMap(([figure, said, column]) => {
    const computed = written && sum.derived[column]! > 0 ? null : sum.rows === 0 ? 0 : totalOf(sum, column)
    if (said === undefined || computed === null || said === computed) return []
    return [{ figure, stated: said, computed, difference: said - computed }]
  })
}
