import type { Candidate, Name } from '@countersign/election'
import { type Found, found } from '../check/problem.ts'
import { cellReader } from './cells.ts'
import { type Row, readCsv } from './csv.ts'

/** A candidate of the first round, and the line that lists it. */
export interface FoundCandidate {
  readonly line: number
  readonly candidate: Candidate
}

/**
 * The table of candidates: `candidate` (the ID), `number`, `name_<language>`, and `spellings`: other spellings that
 * count, with `|` between them.
 */
export function readCandidates(text: string): {
  readonly candidates: readonly FoundCandidate[]
  readonly problems: readonly Found[]
} {
  const table = readCsv('candidates', text, {
    needed: ['candidate', 'number'],
    optional: ['name_*', 'spellings'],
  })
  const problems = [...table.problems]
  const read = cellReader('candidates', table.columns, problems)
  const candidates: FoundCandidate[] = []
  for (const row of table.rows) {
    const id = read.needed(row, 'candidate')
    const number = read.count(row, 'number')
    const name: Name | undefined = read.name(row, 'name')
    if (row.cell('number') === '')
      problems.push(found('cell-empty', `candidates:${row.line}`, { column: 'number' }))
    if (id === undefined || number === undefined) continue
    if (name === undefined)
      problems.push(found('candidate-nameless', `candidates:${row.line}`, { candidate: id }))
    const spellings = spellingsIn(row)
    candidates.push({
      line: row.line,
      candidate: { number, id, name: name ?? { en: id }, ...(spellings.length > 0 && { spellings }) },
    })
  }
  return { candidates, problems }
}

function spellingsIn(row: Row): readonly string[] {
  const spellings = row.cell('spellings').split('|')
  return [...new Set(spellings.map(spelling => spelling.trim()).filter(spelling => spelling !== ''))]
}
