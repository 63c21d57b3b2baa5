import type { Election, Statement } from '@countersign/election'
import type { Names } from './overview.ts'
import { type Signer, signersOf } from './statements.ts'

/** A contest of the election, or a decision that answers none: one row of `docket/<n>.json`. */
export interface DocketRow {
  readonly entry: number
  readonly sort: 'complaint' | 'objection' | 'ruling'
  readonly round: number
  readonly by: readonly Signer[]
  /** The ground of a complaint or an objection; a ruling's explanation. */
  readonly words: string
  /** What a complaint asks for: `recount`, `annulment`… */
  readonly wants: string | null
  /** What a ruling decides: `accept`, `annul`… */
  readonly decision: string | null
  readonly box: string | null
  readonly area: string | null
  readonly areaName: Names | null
  readonly candidate: string | null
  /** The entry that an objection is against. */
  readonly against: number | null
  /** What was ruled on a complaint, in the order of the record. */
  readonly rulings: readonly {
    readonly entry: number
    readonly decision: string
    readonly words: string
    readonly by: readonly Signer[]
  }[]
}

/** How many contests there are; null figures are not: an archive has none. */
export interface DocketCounts {
  readonly complaints: number
  /** Complaints on which nothing is ruled. */
  readonly unanswered: number
  readonly objections: number
  /** Rulings, those on complaints included. */
  readonly rulings: number
}

/** Complaints with what was ruled on them, objections, and rulings that answer no complaint, in the record's order. */
export function docketOf({ entries, docket, areas }: Election): readonly DocketRow[] {
  const rows: DocketRow[] = []
  for (const entry of entries.values()) {
    if (entry.force === undefined) continue
    const { statement } = entry
    const said = saidOf(statement, id => entries.get(id)?.index ?? null)
    if (!said) continue
    const { box = null, area = null, candidate = null } = statement as Subject
    rows.push({
      entry: entry.index,
      round: statement.round,
      by: signersOf(entry),
      wants: null,
      decision: null,
      against: null,
      ...said,
      box,
      area,
      areaName: area === null ? null : (areas.get(area)?.area.name ?? null),
      candidate,
      rulings: (docket.get(entry.id)?.rulings ?? []).map(ruling => ({
        entry: ruling.index,
        decision: ruling.statement.decision,
        words: ruling.statement.explanation,
        by: signersOf(ruling),
      })),
    })
  }
  return rows
}

interface Subject {
  readonly box?: string
  readonly area?: string
  readonly candidate?: string
}

type Said = Pick<DocketRow, 'sort' | 'words'> & Partial<Pick<DocketRow, 'wants' | 'decision' | 'against'>>

function saidOf(statement: Statement, indexOf: (id: string) => number | null): Said | undefined {
  switch (statement.kind) {
    case 'complaint':
      return { sort: 'complaint', words: statement.ground, wants: statement.wants }
    case 'object':
      return { sort: 'objection', words: statement.ground, against: indexOf(statement.statement) }
    case 'ruling':
      if (statement.complaint !== undefined) return undefined
      return { sort: 'ruling', words: statement.explanation, decision: statement.decision }
    default:
      return undefined
  }
}

export function docketCounts(rows: readonly DocketRow[]): DocketCounts {
  const complaints = rows.filter(({ sort }) => sort === 'complaint')
  const answers = complaints.reduce((count, { rulings }) => count + rulings.length, 0)
  return {
    complaints: complaints.length,
    unanswered: complaints.filter(({ rulings }) => rulings.length === 0).length,
    objections: rows.filter(({ sort }) => sort === 'objection').length,
    rulings: answers + rows.filter(({ sort }) => sort === 'ruling').length,
  }
}
