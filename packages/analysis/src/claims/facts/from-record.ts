import { type Election, type RoundTally, tally } from '@countersign/election'
import type { Facts } from './facts.ts'
import { factsShown, type ShownFigures } from './shown.ts'

/** More areas than this are not a level that a text speaks of. */
const mostAreas = 400

/**
 * What a record shows of its election, as facts to check a text against: the total of everything, and of the areas of
 * the highest level that has several. Running announcements are left out: they are of counts that were not finished.
 */
export function factsFromRecord(election: Election, id: string): Facts {
  const { definition } = election
  const all = [...election.areas.values()].map(({ area }) => area)
  const level = shownLevel(election)
  const areas = all.filter(area => area.level === level)
  const country = all.find(area => area.level === election.levels[0])
  return factsShown({
    id,
    name: definition.name,
    ...(country && { country }),
    areas,
    rounds: [...election.rounds.values()]
      .sort((a, b) => a.number - b.number)
      .map(({ number, rule, ballot }) => ({
        number,
        date: rule.date,
        rule: rule.rule,
        of: rule.of,
        candidates: ballot.statement.candidates,
        total: figuresOf(tally(election, { round: number }).rounds[0]!, ballot.statement.candidates),
        areas: areas.map(area => ({
          id: area.id,
          figures: figuresOf(
            tally(election, { round: number, area: area.id }).rounds[0]!,
            ballot.statement.candidates,
          ),
        })),
      })),
    source: `the record of ${definition.origin}, ${election.size} entries`,
  })
}

/** A candidate's votes are known only where no row lacks them. */
function figuresOf(counted: RoundTally, candidates: readonly { readonly id: string }[]): ShownFigures {
  const { eligible, issued, taken, valid, invalid, notTaken } = counted
  const votes = candidates.map(({ id }) => (counted.lacking[id] ? null : (counted.candidates[id] ?? null)))
  return { eligible, issued, taken, valid, invalid, notTaken, votes }
}

/** The highest level below the whole that has several areas, if they are not too many to be spoken of. */
function shownLevel({ levels, areas }: Election): string | undefined {
  const counts = Map.groupBy(areas.values(), ({ area }) => area.level)
  const several = levels.find(level => (counts.get(level)?.length ?? 0) > 1)
  return several !== undefined && counts.get(several)!.length <= mostAreas ? several : undefined
}
