import type { Election, Placed } from '@countersign/election'
import { csvDifference, csvOf } from './csv.ts'
import { type Dictionary, dictionaryOf } from './dictionary.ts'
import { type Difference, lineDifference } from './difference.ts'
import { emlDifference, emlOf } from './eml.ts'
import { errDifference, errOf } from './err.ts'
import { openElectionsOf } from './open-elections.ts'
import { parquetDifference, parquetOf } from './parquet.ts'
import type { Table } from './table.ts'
import { type RoundTables, tablesOf } from './tables.ts'
import { inParts, textOf } from './text.ts'

/** A file for other programs. */
export interface Export {
  /** In the version's folder. */
  readonly path: string
  /** Its bytes, made as they are taken. */
  readonly parts: () => Iterable<Uint8Array>
  /** Reads such a file back: the first thing in which it is not what follows. Rejects where it is malformed. */
  readonly differs: (bytes: Uint8Array) => Promise<Difference | undefined>
}

type Described = Export & Dictionary['files'][number]

/**
 * Every export of an election. The same state gives the same bytes.
 * @param found its findings, where they are known already
 */
export function exportsOf(election: Election, found?: readonly Placed[]): readonly Export[] {
  const rounds = tablesOf(election, found)
  const files = rounds.flatMap(tables => roundExports(election, tables))
  const tables = rounds.flatMap(filled)
  const dictionary = dictionaryOf(
    files.map(({ path, says, table }) => ({ path, says, table })),
    tables as unknown as readonly Table[],
  )
  return [
    ...files.map(({ path, parts, differs }) => ({ path: `exports/${path}`, parts, differs })),
    {
      path: 'exports/dictionary.json',
      parts: () => [dictionary],
      differs: async bytes => lineDifference(textOf([bytes]), textOf([dictionary])),
    },
  ]
}

function roundExports(election: Election, tables: RoundTables): readonly Described[] {
  const round = `round-${tables.round.number}`
  const openElections = () => inParts(openElectionsOf(election, tables))
  return [
    ...filled(tables).flatMap(table => tableExports(table as unknown as Table)),
    {
      path: `${round}.err.json`,
      says: 'NIST SP 1500-100 r2, Election Results Reporting Common Data Format, version 2, as JSON',
      table: null,
      parts: () => inParts(errOf(election, tables)),
      differs: async bytes => errDifference(election, tables, bytes),
    },
    {
      path: `${round}.eml.xml`,
      says: 'a count in the manner of OASIS EML 510',
      table: null,
      parts: () => inParts(emlOf(election, tables)),
      differs: async bytes => emlDifference(election, tables, bytes),
    },
    {
      path: `${round}.openelections.csv`,
      says: 'the layout of OpenElections: one line for a place and candidate',
      table: null,
      parts: openElections,
      differs: async bytes => lineDifference(textOf([bytes]), textOf(openElections())),
    },
  ]
}

/** The tables of a round that have rows. */
function filled({ areas, boxes }: RoundTables) {
  return [areas, boxes].filter(({ rows }) => rows.length > 0)
}

function tableExports(table: Table): readonly Described[] {
  const { name, says } = table
  return [
    {
      path: `${name}.csv`,
      says,
      table: name,
      parts: () => inParts(csvOf(table)),
      differs: async bytes => csvDifference(table, bytes),
    },
    {
      path: `${name}.parquet`,
      says,
      table: name,
      parts: () => [parquetOf(table)],
      differs: bytes => parquetDifference(table, bytes),
    },
  ]
}
