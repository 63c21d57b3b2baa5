import { writeFile } from 'node:fs/promises'
import { type Command, stop } from '../command/command.ts'
import { entriesAbout, type Found, subjectOf } from '../record/about.ts'
import { openRecord } from '../record/log.ts'
import { stopBy } from '../record/refused.ts'

/** A file that proves offline that a box's figures are in the record. */
export const proofCommand: Command = {
  usage: 'proof <record> <subject>',
  says: 'Write the proof that a box’s figures (or an entry, as #17) are in the record: a .tlog-proof file.',
  options: [['--out <file>', 'where to write it; <subject>.tlog-proof where absent']],
  examples: ['countersign proof runoff 000001', 'countersign proof runoff "#17" --out 17.tlog-proof'],
  run: async ([where, words], { out }, { progress }) => {
    const log = await openRecord(where!)
    if (!log.ok) return stopBy(log.refusal, where)
    const found = await entriesAbout(log.value, subjectOf(words!), progress)
    if (!found.ok) return stopBy(found.refusal, where)
    const proven = found.value.findLast(isResult) ?? found.value.at(-1)!
    // The entry goes with its proof, so that nothing else is needed to read what is proven.
    const proof = await log.value.proofFile(proven.index, proven.bytes)
    if (!proof.ok) return stopBy(proof.refusal, where)
    const path = typeof out === 'string' ? out : `${words!.replace(/^#/, '')}.tlog-proof`
    try {
      await writeFile(path, proof.value)
    } catch (error) {
      return stop('cannot-write', (error as Error).message, 'name another file with --out')
    }
    const { index, entry } = proven
    const { origin, size } = log.value.checkpoint
    const json = {
      proof: path,
      index,
      kind: entry.statement.kind,
      statement: entry.id,
      origin,
      treeSize: size,
    }
    const text = [
      `${path}: entry ${index} (${entry.statement.kind}) is in the log ${origin} of ${size.toLocaleString('en')} entries`,
      `  statement  ${entry.id}`,
    ]
    return { json, text: text.join('\n') }
  },
}

/** Figures, and not one of the running totals on the way to them. */
function isResult({ entry: { statement } }: Found): boolean {
  return 'figures' in statement && statement.kind !== 'announce'
}
