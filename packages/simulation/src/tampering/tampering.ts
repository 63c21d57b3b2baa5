import { pick, type Rows } from '@countersign/analysis'
import { binomial, type Random } from '../draws.ts'

/** What is done to a clean election, for the leader (the first candidate); `boxes` is the share of boxes it is done to. */
export type Tampering =
  | { readonly kind: 'stuffing'; readonly boxes: number; readonly ofAbsent: number }
  | { readonly kind: 'switching'; readonly boxes: number; readonly ofOthers: number }
  | { readonly kind: 'rounding'; readonly boxes: number }
  | { readonly kind: 'inventing'; readonly boxes: number }
  | { readonly kind: 'dropping'; readonly boxes: number }

/** A tampered copy of an election, and the leader's votes gained over the others. Synthetic. */
export function tampered(
  rows: Rows,
  tampering: Tampering,
  random: Random,
): { readonly rows: Rows; readonly gained: number } {
  if (tampering.kind === 'dropping') return dropped(rows, tampering.boxes, random)
  const copy = copied(rows)
  let gained = 0
  for (let i = 0; i < rows.length; i++) {
    if (random() >= tampering.boxes) continue
    switch (tampering.kind) {
      case 'stuffing':
        gained += stuff(copy, i, tampering.ofAbsent, random)
        break
      case 'switching':
        gained += switchVotes(copy, i, tampering.ofOthers, random)
        break
      case 'rounding':
        gained += round(copy, i)
        break
      case 'inventing':
        gained += invent(copy, i, random)
        break
    }
  }
  return { rows: copy, gained }
}

function copied(rows: Rows): Rows {
  const figures = Object.fromEntries(
    Object.entries(rows.figures).map(([name, column]) => [name, column.slice()]),
  ) as unknown as Rows['figures']
  return { ...rows, figures, votes: rows.votes.map(votes => votes.slice()) }
}

/** Ballots for the leader, cast for part of those who stayed at home. */
function stuff({ figures, votes }: Rows, i: number, part: number, random: Random): number {
  const added = binomial(figures.eligible[i]! - figures.issued[i]!, part, random)
  for (const column of [figures.issued, figures.taken, figures.valid, votes[0]!]) column[i]! += added
  return added
}

/** Part of everyone else's votes counted for the leader, as a centre can that adds up. */
function switchVotes({ votes }: Rows, i: number, part: number, random: Random): number {
  let moved = 0
  for (const column of votes.slice(1)) {
    const some = binomial(column[i]!, part, random)
    column[i]! -= some
    moved += some
  }
  votes[0]![i]! += moved
  return 2 * moved
}

/** The leader's share of ballots found set to the next whole percentage; the second pays for it. */
function round({ figures, votes }: Rows, i: number): number {
  const found = figures.taken[i]!
  const before = votes[0]![i]!
  const percent = Math.ceil((100 * before) / Math.max(1, found))
  const wanted = Math.min(before + votes[1]![i]!, Math.round((percent * found) / 100))
  votes[0]![i] = wanted
  votes[1]![i]! -= wanted - before
  return 2 * (wanted - before)
}

/** The last digit made up by someone who never writes a digit twice in a row, and half the time one beside it. */
function invent({ votes }: Rows, i: number, random: Random): number {
  const [first, second] = [votes[0]!, votes[1]!]
  const before = first[i]!
  if (before < 100 || second[i]! < 100) return 0
  const tens = Math.floor(before / 10) % 10
  const step = random() < 0.5 ? (random() < 0.5 ? 1 : 9) : 1 + Math.floor(random() * 9)
  const wanted = before - (before % 10) + ((tens + step) % 10)
  first[i] = wanted
  second[i]! -= wanted - before
  return 2 * (wanted - before)
}

/** Boxes that never arrive, drawn among those where the second is ahead of the leader. */
function dropped(rows: Rows, part: number, random: Random): { rows: Rows; gained: number } {
  const [leader, second] = [rows.votes[0]!, rows.votes[1]!]
  const behind = Array.from(leader, (_, i) => i).filter(i => second[i]! > leader[i]!)
  const chance = Math.min(1, (part * rows.length) / Math.max(1, behind.length))
  const gone = new Set(behind.filter(() => random() < chance))
  let gained = 0
  for (const i of gone) gained += second[i]! - leader[i]!
  const kept = Array.from(leader, (_, i) => i).filter(i => !gone.has(i))
  return { rows: pick(rows, kept), gained }
}
