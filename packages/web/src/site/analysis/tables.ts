import type { Overview, RoundResult } from '@countersign/publication'

/** Rows of one level of one round that there are enough of to study. */
export interface StudiedTable {
  readonly round: number
  readonly level: string
  readonly rows: number
}

/** Fewer rows have no pattern that could be looked at. */
const fewestRows = 20

/** What of an election can be studied: of an archive each level of its tables, else the boxes of the preliminary total. */
export function studiedTables({ mode, rounds }: Overview): readonly StudiedTable[] {
  return rounds
    .toReversed()
    .flatMap(round => (mode === 'live' ? [boxesOf(round)] : levelsOf(round)))
    .filter(({ rows }) => rows >= fewestRows)
    .toSorted((a, b) => b.round - a.round || b.rows - a.rows)
}

function boxesOf({ round, totals }: RoundResult): StudiedTable {
  const preliminary = totals.find(({ total }) => total === 'preliminary')
  return { round, level: 'box', rows: preliminary?.evidence.rows ?? 0 }
}

function levelsOf({ round, totals }: RoundResult): readonly StudiedTable[] {
  return totals.map(({ level, evidence }) => ({ round, level: level ?? 'box', rows: evidence.rows ?? 0 }))
}

/** The file below `derived/<tree size>/` that holds the rows. */
export function tablePath({ round, level }: Pick<StudiedTable, 'round' | 'level'>): string {
  return `exports/round-${round}-${level === 'box' ? 'boxes' : 'areas'}.csv`
}
