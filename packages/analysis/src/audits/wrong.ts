import { type Assertion, type Count, marginOf } from './assertion.ts'
import { type BatchPlan, measuredRisk, taintOf, unit } from './batches.ts'
import { draw, type Hash } from './draw.ts'

/**
 * Papers that make an assertion false by a hair although the reported counts make it true: the boxes that are wrong
 * overstate it by `taint` of what they could, in the order of the list from `first`, until the whole margin is gone.
 * With 1, as few boxes as possible are wrong and a draw can miss them; with less, more boxes, each nearer to right.
 * @returns the hand count of each box
 */
export function wrongPapers(
  plan: BatchPlan,
  reported: readonly Count[],
  taint: number,
  first = 0,
): readonly Count[] {
  const { assertion, margin } = plan.assertions[0]!
  const papers = [...reported]
  let gone = 0
  for (let k = 0; k < papers.length && gone < margin; k++) {
    const i = (first + k) % papers.length
    const could = Math.floor((plan.weights[i]! * margin) / unit)
    const before = marginOf(assertion, reported[i]!)
    const after = before - Math.min(margin - gone, Math.floor(taint * could))
    papers[i] = countWith(assertion, reported[i]!.taken, after)
    gone += before - marginOf(assertion, papers[i]!)
  }
  return papers
}

/** A count of `ballots` valid votes in which the assertion has this margin, or one less where it must be even. */
function countWith(assertion: Assertion, ballots: number, margin: number): Count {
  const both = (one: string, votes: number, other: string, others: number) => ({
    votes: { [one]: votes, [other]: others, rest: ballots - votes - others },
    taken: ballots,
    valid: ballots,
  })
  if (assertion.kind === 'beats')
    return both(assertion.winner, Math.max(0, margin), assertion.loser, Math.max(0, -margin))
  const { candidate } = assertion
  if (assertion.kind === 'overHalf') return both(candidate, Math.floor((ballots + margin) / 2), 'other', 0)
  return both(candidate, Math.ceil((ballots - margin) / 2), 'other', 0)
}

/** In how many of `runs` audits, each with its own seed, the risk limit is met although the assertion is false. */
export function wrongStops(
  plan: BatchPlan,
  reported: readonly Count[],
  papers: readonly Count[],
  {
    risk,
    most,
    runs,
    sha256,
  }: { readonly risk: number; readonly most: number; readonly runs: number; readonly sha256: Hash },
): number {
  const taints = plan.ids.map((_, i) =>
    taintOf(plan, plan.weights[i]!, { reported: reported[i]!, hand: papers[i]! }),
  )
  let stopped = 0
  for (let run = 0; run < runs; run++) {
    const seed = sha256(new TextEncoder().encode(`run ${run}`))
    const drawn = draw(plan.weights, seed, { count: most }, sha256)
    const seen: number[] = []
    for (const { place } of drawn) {
      seen.push(taints[place]!)
      if (taints[place]! >= 1) break
      if (measuredRisk(plan.bound, seen) > risk) continue
      stopped++
      break
    }
  }
  return stopped
}
