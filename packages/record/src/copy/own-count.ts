import type { Figures } from '@countersign/election'
import { type Compared, type Copy, type CopyGrade, compareWith, gradeOf, isForm, placeOf } from './compare.ts'
import { countedFigures, type PublishedRound, type RoundBox } from './published-round.ts'

/** What a candidate's team knows from its agents' copies, beside what is published. */
export type OwnCount = {
  readonly round: number
  /** The version of the record that the copies are held against. */
  readonly treeSize: number
  /** Boxes on the list, and those with a copy in hand. */
  readonly boxes: number
  readonly copies: number
  readonly grades: Readonly<Record<CopyGrade, number>>
  /** The sum over every box with a copy. */
  readonly own: Sums
  /** The sums over the boxes that have both: by the copies, and by the published figures. */
  readonly same: { readonly own: Sums; readonly published: Sums }
  /** The published totals over all boxes. */
  readonly preliminary: Sums
  readonly reconciled: Sums
  /** Copies that are not the same as what is published: the signed ones first, and of each grade the worst. */
  readonly differing: readonly Compared[]
  readonly notPublished: readonly string[]
  readonly signatureMissing: readonly Compared[]
  /** Published, and nobody of the team has a copy. */
  readonly withoutCopy: readonly string[]
  /** Two copies of one box that differ from each other. */
  readonly twice: readonly string[]
  readonly regions: readonly RegionCount[]
}

/** Votes by candidate ID, and the denominators that a share of them can have; null where some box gives none. */
export type Sums = {
  readonly boxes: number
  readonly votes: Readonly<Record<string, number>>
  readonly taken: number | null
  readonly valid: number | null
}

/** How far one of the highest areas is. */
export type RegionCount = {
  readonly area: string
  readonly boxes: number
  readonly published: number
  /** Boxes with a copy; of them those that differ, and those that are published and without one. */
  readonly copies: number
  readonly differing: number
  readonly withoutCopy: number
}

/** Counts a team's copies, one a box: a signed one before a photographed one, and that before a typed one. */
export function ownCount(published: PublishedRound, copies: readonly Copy[]): OwnCount {
  const { round, treeSize, boxes } = published
  const { best, twice } = oneEach(copies, round)
  const compared = new Map([...best].map(([box, copy]) => [box, compareWith(boxes.get(box), copy)]))
  const of = (verdict: Compared['verdict']) => [...compared.values()].filter(one => one.verdict === verdict)
  const listed = [...boxes.values()]
  const isOut = ({ forms }: RoundBox) => forms.length > 0
  const both = listed.filter(box => isOut(box) && best.has(box.id))
  const sums = (figures: readonly (Figures | undefined)[]) => sumsOf(figures, published)
  const total = (name: RoundBox['in'][number]) =>
    sums(listed.filter(box => box.in.includes(name)).map(countedFigures))
  return {
    ...{ round, treeSize, boxes: listed.length, copies: best.size },
    grades: gradesOf([...best.values()]),
    own: sums([...best.values()].map(figuresOf)),
    same: {
      own: sums(both.map(({ id }) => figuresOf(best.get(id)!))),
      published: sums(both.map(countedFigures)),
    },
    ...{ preliminary: total('preliminary'), reconciled: total('reconciled') },
    differing: of('different').sort((a, b) => rank[a.grade] - rank[b.grade] || size(b) - size(a)),
    notPublished: [...of('notPublished'), ...of('noSuchBox')].map(({ box }) => box),
    signatureMissing: of('signatureMissing'),
    withoutCopy: listed.filter(box => isOut(box) && !best.has(box.id)).map(({ id }) => id),
    twice,
    regions: regionsOf(listed, compared),
  }
}

const rank: Readonly<Record<CopyGrade, number>> = { signed: 0, photographed: 1, typed: 2 }

function oneEach(copies: readonly Copy[], number: number) {
  const best = new Map<string, Copy>()
  const twice = new Set<string>()
  for (const copy of copies) {
    const { box, round } = placeOf(copy)
    if (box === '' || round !== number) continue
    const before = best.get(box)
    if (before && JSON.stringify(figuresOf(before)?.votes) !== JSON.stringify(figuresOf(copy)?.votes))
      twice.add(box)
    if (!before || rank[gradeOf(copy)] < rank[gradeOf(before)]) best.set(box, copy)
  }
  return { best, twice: [...twice] }
}

function gradesOf(copies: readonly Copy[]): OwnCount['grades'] {
  const grades = { signed: 0, photographed: 0, typed: 0 }
  for (const copy of copies) grades[gradeOf(copy)]++
  return grades
}

function figuresOf(copy: Copy): Figures | undefined {
  if (copy.sort === 'typed') return copy.figures
  return isForm(copy.statement) ? copy.statement.figures : undefined
}

/** The sums over the boxes that give votes. */
function sumsOf(figures: readonly (Figures | undefined)[], { candidates }: PublishedRound): Sums {
  const given = figures.filter(of => of?.votes !== undefined) as readonly Figures[]
  const votes = candidates.map(
    ({ id, number }) => [id, given.reduce((sum, of) => sum + (of.votes![number] ?? 0), 0)] as const,
  )
  const whole = (name: 'taken' | 'valid') =>
    given.reduce<number | null>(
      (sum, { [name]: figure }) => (sum === null || figure === undefined ? null : sum + figure),
      0,
    )
  return {
    boxes: given.length,
    votes: Object.fromEntries(votes),
    ...{ taken: whole('taken'), valid: whole('valid') },
  }
}

function regionsOf(
  listed: readonly RoundBox[],
  compared: ReadonlyMap<string, Compared>,
): readonly RegionCount[] {
  return [...Map.groupBy(listed, ({ region }) => region)].map(([area, boxes]) => {
    const published = boxes.filter(({ forms }) => forms.length > 0)
    const mine = boxes.filter(({ id }) => compared.has(id))
    return {
      ...{ area, boxes: boxes.length, published: published.length, copies: mine.length },
      differing: mine.filter(({ id }) => compared.get(id)!.verdict === 'different').length,
      withoutCopy: published.filter(({ id }) => !compared.has(id)).length,
    }
  })
}

function size({ differences }: Compared): number {
  return differences.reduce(
    (most, { form, copy }) => Math.max(most, Math.abs(Number(form) - Number(copy)) || 0),
    0,
  )
}
