import { kinds, type Name } from '@countersign/election'
import { isIdentifier } from '../../import/cells.ts'
import { type Found, found, type SetupProblemCode } from '../check/problem.ts'
import { asciiDigits, type Row } from './csv.ts'

/** Reads the cells of one table. What is wrong goes to `problems`, and the cell is as if it were empty. */
export interface CellReader {
  readonly identifier: (row: Row, column: string) => string | undefined
  /** As `identifier`; an empty cell is a problem. */
  readonly needed: (row: Row, column: string) => string | undefined
  /** A whole number in ASCII, Persian or Arabic digits. */
  readonly count: (row: Row, column: string) => number | undefined
  /** One of these words; an empty cell is none. */
  readonly word: <W extends string>(row: Row, column: string, words: readonly W[]) => W | undefined
  /** The name in the languages of the columns `<stem>_<language>`; nothing where all are empty. */
  readonly name: (row: Row, stem: string) => Name | undefined
  readonly problem: (row: Row, code: SetupProblemCode, names: Found['names']) => void
}

export function cellReader(table: string, columns: readonly string[], problems: Found[]): CellReader {
  const problem: CellReader['problem'] = (row, code, names) =>
    problems.push(found(code, `${table}:${row.line}`, names))
  const identifier: CellReader['identifier'] = (row, column) => {
    const value = row.cell(column)
    if (value === '' || isIdentifier(value)) return value === '' ? undefined : value
    problem(row, 'cell-identifier', { column, value })
    return undefined
  }
  const languages = languagesOf(columns)
  return {
    identifier,
    needed: (row, column) => {
      if (row.cell(column) === '') problem(row, 'cell-empty', { column })
      return identifier(row, column)
    },
    count: (row, column) => {
      const cell = row.cell(column)
      if (cell === '') return undefined
      const digits = asciiDigits(cell)
      if (/^\d{1,15}$/.test(digits)) return Number(digits)
      problem(row, 'cell-count', { column, value: cell })
      return undefined
    },
    word: (row, column, words) => {
      const value = row.cell(column) as (typeof words)[number]
      if (value === '' || words.includes(value)) return value === '' ? undefined : value
      problem(row, 'cell-word', { column, value, words: words.join(', ') })
      return undefined
    },
    name: (row, stem) => {
      const name: Record<string, string> = {}
      for (const [column, language] of languages(stem)) {
        const text = row.cell(column)
        const why = text === '' ? undefined : textFault(text)
        if (why !== undefined) problem(row, 'cell-text', { column, why })
        else if (text !== '') name[language] = text
      }
      return Object.keys(name).length === 0 ? undefined : name
    },
    problem,
  }
}

/** The columns `<stem>_<language>` of a table, with their languages. */
function languagesOf(
  columns: readonly string[],
): (stem: string) => readonly (readonly [column: string, language: string])[] {
  const known = new Map<string, readonly (readonly [string, string])[]>()
  return stem => {
    const before = known.get(stem)
    if (before) return before
    const pairs = columns
      .filter(column => column.startsWith(`${stem}_`) && isLanguage(column.slice(stem.length + 1)))
      .map(column => [column, column.slice(stem.length + 1)] as const)
    known.set(stem, pairs)
    return pairs
  }
}

function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}$/.test(tag)
}

const nameSchema = kinds.find(({ name }) => name === 'definition')!.fields.name!.type.schema

/** Why a text cannot be a name in a statement; nothing where it can. */
function textFault(text: string): string | undefined {
  if (/^[\p{L}\p{N} .,()/'’-]{1,60}$/u.test(text)) return undefined
  return nameSchema.safeParse({ en: text }).error?.issues[0]?.message
}
