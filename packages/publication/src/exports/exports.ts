import type { Election } from '@countersign/election'
import type { Chunks } from '../derived/chunks.ts'
import { csvDifference, csvOf } from './csv.ts'
import { type Dictionary, dictionaryOf } from './dictionary.ts'
import { type Difference, lineDifference } from './difference.ts'
import { emlDifference, emlOf } from './eml.ts'
import { errDifference, errOf } from './err.ts'
import { openElectionsOf } from './open-elections.ts'
import { parquetDifference, parquetOf } from './parquet.ts'
import { bytesOf, isMadeOf, type Part } from './part.ts'
import type { Table } from './table.ts'
import { type RoundTables, tablesOf } from './tables.ts'

/** A file for other programs. */
export interface Export {
  /** In the version's folder. */
  readonly path: string
  /** Names all that it is made from, where that is known; see `Part`. */
  readonly from?: string
  /** Made as they are taken. */
  readonly parts: () => Iterable<Part>
  /** Reads such a file back: the first thing in which it is not what follows. Rejects where it is malformed. */
  readonly differs: (bytes: Uint8Array) => Promise<Difference | undefined>
}

type Described = Export & Dictionary['files'][number]

/**
 * Every export of an election. The same state gives the same bytes.
 * @param chunks its boxes, where they are parted already
 */
export function exportsOf(election: Election, chunks?: Chunks): readonly Export[] {
  const rounds = tablesOf(election, chunks)
  const files = rounds.flatMap(tables => roundExports(election, tables))
  const tables = rounds.flatMap(filled)
  const dictionary = dictionaryOf(
    files.map(({ path, says, table }) => ({ path, says, table })),
    tables as unknown as readonly Table[],
  )
  return [
    ...files.map(({ says: _, table: __, ...file }) => ({
      ...file,
      path: `exports/${file.path}`,
      differs: differing(file),
    })),
    {
      path: 'exports/dictionary.json',
      parts: () => [{ bytes: () => dictionary }],
      differs: async bytes => lineDifference(textOf(bytes), textOf(dictionary)),
    },
  ]
}

/** A file whose bytes are those that follow need not be read; one of other bytes may still say the same. */
function differing({ parts, differs }: Pick<Export, 'parts' | 'differs'>): Export['differs'] {
  return async bytes => (isMadeOf(bytes, parts()) ? undefined : differs(bytes))
}

function roundExports(election: Election, tables: RoundTables): readonly Described[] {
  const round = `round-${tables.round.number}`
  const openElections = () => openElectionsOf(election, tables)
  return [
    ...filled(tables).flatMap(table => tableExports(table as unknown as Table)),
    {
      path: `${round}.err.json`,
      says: 'NIST SP 1500-100 r2, Election Results Reporting Common Data Format, version 2, as JSON',
      table: null,
      parts: () => errOf(election, tables),
      differs: async bytes => errDifference(election, tables, bytes),
    },
    {
      path: `${round}.eml.xml`,
      says: 'a count in the manner of OASIS EML 510',
      table: null,
      parts: () => emlOf(election, tables),
      differs: async bytes => emlDifference(election, tables, bytes),
    },
    {
      path: `${round}.openelections.csv`,
      says: 'the layout of OpenElections: one line for a place and candidate',
      table: null,
      parts: openElections,
      differs: async bytes => lineDifference(textOf(bytes), textOf(bytesOf(openElections()))),
    },
  ]
}

/** The tables of a round that have rows. */
function filled({ areas, boxes }: RoundTables) {
  return [areas, boxes].filter(({ count }) => count > 0)
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** All that a table follows from, where it is known of every block. */
function fromOf({ columns, blocks }: Table): { readonly from?: string } {
  if (blocks.some(({ from }) => from === undefined)) return {}
  return { from: [...columns.map(({ name }) => name), ...blocks.map(({ from }) => from)].join(' ') }
}

function tableExports(table: Table): readonly Described[] {
  const { name, says } = table
  return [
    {
      path: `${name}.csv`,
      says,
      ...fromOf(table),
      table: name,
      parts: () => csvOf(table),
      differs: async bytes => csvDifference(table, bytes),
    },
    {
      path: `${name}.parquet`,
      says,
      ...fromOf(table),
      table: name,
      parts: () => parquetOf(table),
      differs: bytes => parquetDifference(table, bytes),
    },
  ]
}
