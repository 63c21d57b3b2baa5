import type { Protocols } from './protocols.ts'

/** Votes for the leader and for everyone else at each turnout. */
export interface TurnoutLines {
  /** Bins of 1 % of turnout, 0–100: the leader's votes, and all other ballots found (invalid ones included). */
  readonly leader: readonly number[]
  readonly others: readonly number[]
  /** The bin where the others have most votes, as the mean of three bins. */
  readonly peak: number
  /** The bins whose proportion is taken for what an undisturbed count looks like, both included. */
  readonly window: readonly [from: number, to: number]
  /** The leader's share of ballots found in the window. */
  readonly share: number
  /** Leader's votes above the peak beyond that proportion. Not a count of anything: see the method's note. */
  readonly beyond: number
  /** The least and the most of `beyond` over windows that start 1–15 bins below the peak and end at it or one off it. */
  readonly band: readonly [least: number, most: number]
}

/**
 * Turnout against votes: where turnout says nothing about how people voted, the leader's line has the shape of the
 * others' line. Descriptive: where high turnout and the leader's support really go together, it shows that.
 * Source: Shpilkin's method as in Kobak, Shpilkin, Pshenichnikov, Statistical fingerprints of electoral fraud?,
 * Significance 13 (2016).
 */
export function turnoutLines({ leader, found, issued, eligible }: Protocols): TurnoutLines {
  const ofLeader = new Array<number>(101).fill(0)
  const ofOthers = new Array<number>(101).fill(0)
  for (let i = 0; i < leader.length; i++) {
    if (eligible[i]! <= 0) continue
    const bin = Math.floor(Math.min(1, issued[i]! / eligible[i]!) * 100)
    ofLeader[bin]! += leader[i]!
    ofOthers[bin]! += found[i]! - leader[i]!
  }
  const peak = peakOf(ofOthers)
  const window: readonly [number, number] = [Math.max(0, peak - 5), peak]
  const proportion = proportionIn(ofLeader, ofOthers, window)
  const beyond = beyondOf(ofLeader, ofOthers, peak, proportion)
  const others = Array.from({ length: 15 }, (_, i) => i + 1).flatMap(below =>
    [-1, 0, 1].map(off => {
      const to = Math.min(100, Math.max(0, peak + off))
      const from = Math.max(0, peak - below)
      return from > to
        ? beyond
        : beyondOf(ofLeader, ofOthers, peak, proportionIn(ofLeader, ofOthers, [from, to]))
    }),
  )
  return {
    leader: ofLeader,
    others: ofOthers,
    peak,
    window,
    share: proportion / (1 + proportion),
    beyond,
    band: [Math.min(beyond, ...others), Math.max(beyond, ...others)],
  }
}

function peakOf(line: readonly number[]): number {
  const smooth = line.map((here, bin) => (line[bin - 1] ?? 0) + here + (line[bin + 1] ?? 0))
  return smooth.indexOf(Math.max(...smooth))
}

/** Leader's votes for each vote of the others. */
function proportionIn(
  leader: readonly number[],
  others: readonly number[],
  [from, to]: readonly [number, number],
): number {
  const sum = (line: readonly number[]) => line.slice(from, to + 1).reduce((total, votes) => total + votes, 0)
  return sum(others) > 0 ? sum(leader) / sum(others) : 0
}

function beyondOf(
  leader: readonly number[],
  others: readonly number[],
  peak: number,
  proportion: number,
): number {
  let beyond = 0
  for (let bin = peak + 1; bin < leader.length; bin++) beyond += leader[bin]! - proportion * others[bin]!
  return beyond
}
