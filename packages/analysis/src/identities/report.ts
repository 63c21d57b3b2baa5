import {
  type Block,
  type Cell,
  type Language,
  nameIn,
  paragraph,
  type Section,
  section,
  table,
  written,
} from '../report/index.ts'
import type { Rows } from '../table.ts'
import type { Proofs } from './proofs.ts'
import { type Words, words } from './words.ts'

/** How many rows a table of the report has; JSON has all. */
const mostRows = 60

/** What arithmetic alone says, for people. */
export function proofsSection(proofs: Proofs, candidates: Rows['candidates'], language: Language): Section {
  const say = words[language]
  const who = (id: string) => {
    const found = candidates.find(candidate => candidate.id === id)
    return found ? nameIn(found.name, language) : id
  }
  return section(
    say.title,
    paragraph(say.lead),
    ...bulletins(proofs, say, who),
    countsTable(proofs, say),
    ...gaps(proofs, say, language),
    ...above(proofs, say, language),
    ...totals(proofs, say, who),
  )
}

function countsTable({ sums, votesNotValid }: Proofs, say: Words): Block {
  const { addUp, gaps, lacking, zero } = sums
  const rows: Cell[][] = [
    [say.kinds.addUp, addUp],
    [say.kinds.gaps, gaps.length],
    [say.kinds.lacking, lacking.length],
    [say.kinds.zero, zero.length],
    [say.kinds.votes, votesNotValid.length],
  ]
  return table({ caption: say.counts, head: ['', say.rows], rows })
}

function gaps({ sums, names, notes, needed }: Proofs, say: Words, language: Language): readonly Block[] {
  const { count } = written[language]
  if (sums.gaps.length === 0) return [paragraph(sums.addUp > 0 ? say.none : say.unchecked)]
  const net = sums.gaps.reduce((sum, { gap }) => sum + gap, 0)
  const absolute = sums.gaps.reduce((sum, { gap }) => sum + Math.abs(gap), 0)
  const ordered = sums.gaps.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
  return [
    paragraph(say.gaps(count(sums.gaps.length), count(net), count(absolute))),
    ...(needed ? [paragraph(say.needed(count(needed.switched), count(needed.added)))] : []),
    table({
      caption: say.gapTable,
      head: [say.row, say.taken, say.valid, say.invalid, say.gap],
      rows: ordered
        .slice(0, mostRows)
        .map(({ row, taken, valid, invalid, gap }) => [names(row), taken, valid, invalid, gap]),
    }),
    ...(notes.length > 0
      ? [
          table({
            caption: say.notes,
            head: [say.note, say.rows],
            rows: notes.map(([note, rows]) => [note, rows]),
          }),
        ]
      : []),
  ]
}

function above({ above, names }: Proofs, say: Words, language: Language): readonly Block[] {
  if (above.length === 0) return []
  const { decimal } = written[language]
  const rows = above
    .toSorted((a, b) => b.taken / b.eligible - a.taken / a.eligible)
    .slice(0, mostRows)
    .map(({ row, eligible, taken, valid }): Cell[] => [
      names(row),
      eligible,
      taken,
      valid,
      decimal(taken / eligible, 4),
    ])
  return [
    table({
      caption: `${say.above} (${written[language].count(above.length)})`,
      head: [say.row, say.eligible, say.taken, say.valid, say.ratio],
      rows,
    }),
    paragraph(say.aboveSays),
  ]
}

function totals({ totals }: Proofs, say: Words, who: (id: string) => string): readonly Block[] {
  if (totals.length === 0) return []
  const named = (figure: string) =>
    figure === 'taken' || figure === 'valid' || figure === 'invalid' || figure === 'eligible'
      ? say[figure]
      : who(figure)
  const rows = totals.flatMap(({ label, gaps }) =>
    gaps.map(({ figure, stated, summed }): Cell[] => [label, named(figure), stated, summed, stated - summed]),
  )
  return [
    table({
      caption: say.totals,
      head: [say.total, say.figure, say.stated, say.summed, say.difference],
      rows,
    }),
  ]
}

function bulletins({ contradictions }: Proofs, say: Words, who: (id: string) => string): readonly Block[] {
  if (contradictions.length === 0) return []
  const said = contradictions.map(({ excess, label, candidate }) =>
    paragraph(excess > 0 ? say.bulletinSays(who(candidate), label) : say.within(who(candidate), label)),
  )
  const rows = contradictions.map((each): Cell[] => [
    each.label,
    each.summed,
    each.votes,
    each.missing,
    each.allowed,
    each.excess,
    each.false,
    each.falseIfAll,
  ])
  const head = [
    say.total,
    say.summed,
    say.announced,
    say.missing,
    say.allowed,
    say.excess,
    say.falseSheets,
    say.falseAll,
  ]
  return [...said, table({ caption: say.bulletins, head, rows })]
}
