import type { Election, Figures } from '@countersign/election'
import { type Compared, type Copy, compareCopy, isForm } from './compare.ts'

/** What a candidate's team knows from its agents' copies, beside what is published. */
export type OwnCount = {
  readonly round: number
  /** Boxes on the list, and those with a copy in hand. */
  readonly boxes: number
  readonly copies: number
  /** The sums over the boxes with a copy: by the copies, and by the published forms of the same boxes. */
  readonly own: Sums
  readonly published: Sums
  /** Copies that are not the same as what is published, the worst first. */
  readonly differing: readonly Compared[]
  readonly notPublished: readonly string[]
  readonly signatureMissing: readonly Compared[]
  /** Published, and nobody of the team has a copy. */
  readonly withoutCopy: readonly string[]
  /** Two copies of one box that differ from each other. */
  readonly twice: readonly string[]
}

export type Sums = { readonly boxes: number; readonly votes: Readonly<Record<string, number>> }

/** Counts a team's copies, one a box: a signed one before a typed one. */
export function ownCount(election: Election, round: number, copies: readonly Copy[]): OwnCount {
  const { best, twice } = oneEach(copies, round)
  const compared = [...best.values()].map(copy => compareCopy(election, copy))
  const state = election.rounds.get(round)
  const listed = [...(state?.boxes.values() ?? [])]
  const of = (verdict: Compared['verdict']) => compared.filter(found => found.verdict === verdict)
  const published = listed.filter(({ forms }) => forms.length > 0)
  return {
    round,
    boxes: listed.length,
    copies: best.size,
    own: sumsOf([...best.values()].map(figuresOf), election, round),
    published: sumsOf(
      published
        .filter(({ id }) => best.has(id))
        .map(({ judgement }) => judgement.figures as Figures | undefined),
      election,
      round,
    ),
    differing: of('different').sort((a, b) => size(b) - size(a)),
    notPublished: [...of('notPublished'), ...of('noSuchBox')].map(({ box }) => box),
    signatureMissing: of('signatureMissing'),
    withoutCopy: published.filter(({ id }) => !best.has(id)).map(({ id }) => id),
    twice,
  }
}

function oneEach(copies: readonly Copy[], round: number) {
  const best = new Map<string, Copy>()
  const twice = new Set<string>()
  for (const copy of copies) {
    const place =
      copy.sort === 'typed' ? copy : (copy.statement as { readonly box?: string; readonly round: number })
    const { box } = place
    if (box === undefined || place.round !== round) continue
    const before = best.get(box)
    if (before && JSON.stringify(figuresOf(before)?.votes) !== JSON.stringify(figuresOf(copy)?.votes))
      twice.add(box)
    if (!before || (before.sort === 'typed' && copy.sort === 'signed')) best.set(box, copy)
  }
  return { best, twice: [...twice] }
}

function figuresOf(copy: Copy): Figures | undefined {
  if (copy.sort === 'typed') return copy.figures
  return isForm(copy.statement) ? copy.statement.figures : undefined
}

/** Votes by candidate ID over the boxes that give them. */
function sumsOf(figures: readonly (Figures | undefined)[], election: Election, round: number): Sums {
  const candidates = election.rounds.get(round)?.ballot.statement.candidates ?? []
  const given = figures.filter(of => of?.votes !== undefined)
  const votes = candidates.map(
    ({ id, number }) => [id, given.reduce((sum, of) => sum + (of!.votes![number] ?? 0), 0)] as const,
  )
  return { boxes: given.length, votes: Object.fromEntries(votes) }
}

function size({ differences }: Compared): number {
  return differences.reduce(
    (most, { form, copy }) => Math.max(most, Math.abs(Number(form) - Number(copy)) || 0),
    0,
  )
}
