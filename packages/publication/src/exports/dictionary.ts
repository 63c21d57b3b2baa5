import { canonicalFile } from '../derived/canonical.ts'
import type { Table } from './table.ts'

/** What every file of the exports is, and every column of its tables. */
export interface Dictionary {
  readonly files: readonly { readonly path: string; readonly says: string; readonly table: string | null }[]
  readonly tables: readonly {
    readonly name: string
    readonly says: string
    readonly rows: number
    readonly columns: readonly { readonly name: string; readonly type: string; readonly says: string }[]
  }[]
}

export function dictionaryOf(files: Dictionary['files'], tables: readonly Table[]): Uint8Array {
  const dictionary: Dictionary = {
    files,
    tables: tables.map(({ name, says, columns, count }) => ({
      name,
      says,
      rows: count,
      columns: columns.map(({ name, type, says }) => ({ name, type, says })),
    })),
  }
  return canonicalFile(dictionary)
}
