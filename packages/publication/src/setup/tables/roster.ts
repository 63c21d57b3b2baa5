import { kinds, type StatementNamed } from '@countersign/election'
import type { Found } from '../check/problem.ts'
import { cellReader } from './cells.ts'
import { readCsv } from './csv.ts'

/** What an enrolled person does. */
export type PersonRole = StatementNamed<'enrol'>['keys'][number]['role']

/** Someone who is to have a key. */
export interface RosterPerson {
  readonly line: number
  /** The body or candidate whose person it is. */
  readonly side: string
  readonly role: PersonRole
  readonly card: string
  readonly box?: string
  readonly area?: string
  /** For the printed card alone: it never leaves the device that reads the table. */
  readonly name?: string
}

/** Every word for a role, as the statement has them. */
export const personRoles: readonly PersonRole[] = rolesOf()

/**
 * The table of people: `side`, `role`, `card`, `box` or `area`, and `name` for the printed card.
 * @param side where one side reads its own table, which then needs no column `side`
 */
export function readRoster(
  text: string,
  side?: string,
): { readonly people: readonly RosterPerson[]; readonly problems: readonly Found[] } {
  const table = readCsv('roster', text, {
    needed: side === undefined ? ['side', 'role', 'card'] : ['role', 'card'],
    optional: ['side', 'box', 'area', 'name'],
  })
  const problems = [...table.problems]
  const read = cellReader('roster', table.columns, problems)
  const people: RosterPerson[] = []
  for (const row of table.rows) {
    const whose = side === undefined || row.cell('side') !== '' ? read.needed(row, 'side') : side
    const role = read.word(row, 'role', personRoles)
    if (row.cell('role') === '') read.problem(row, 'cell-empty', { column: 'role' })
    const card = read.needed(row, 'card')
    const box = read.identifier(row, 'box')
    const area = read.identifier(row, 'area')
    if (whose === undefined || role === undefined || card === undefined) continue
    const name = row.cell('name')
    people.push({
      line: row.line,
      side: whose,
      role,
      card,
      ...(box !== undefined && { box }),
      ...(area !== undefined && { area }),
      ...(name !== '' && { name }),
    })
  }
  return { people, problems }
}

function rolesOf(): readonly PersonRole[] {
  const { parts } = kinds.find(({ name }) => name === 'enrol')!.fields.keys!.type
  const { schema } = parts!.role!.type
  return (schema as unknown as { readonly options: readonly PersonRole[] }).options
}
