import type { Election } from '@countersign/election'
import type { Difference } from './difference.ts'
import { exportsOf } from './exports.ts'

/** A published export that is not what follows from the record. */
export interface ExportDifference extends Difference {
  readonly path: string
}

/**
 * Reads every published export back and compares it with the state, value by value. A file that is not there is not
 * compared.
 * @param read the bytes at a path in the version's folder
 */
export async function* exportDifferences(
  election: Election,
  read: (path: string) => Promise<Uint8Array | undefined>,
): AsyncGenerator<ExportDifference> {
  for (const { path, differs } of exportsOf(election)) {
    const bytes = await read(path)
    const difference = bytes === undefined ? undefined : await differs(bytes).catch(malformed)
    if (difference) yield { path, ...difference }
  }
}

/** What a reader threw, as a difference: the file is not of its format. */
function malformed(error: unknown): Difference {
  return {
    row: 0,
    column: 'file',
    said: error instanceof Error ? error.message : String(error),
    follows: null,
  }
}
