import type { Election } from '@countersign/election'
import type { Signed } from '@countersign/paper'
import { merge } from '@countersign/record'
import { type LogReader, ok, type Result } from '@countersign/tlog'

/** The form of a box that counts, else its last; with every signature that the record has on it. */
export async function signedForm(
  election: Election,
  log: LogReader,
  round: number,
  box: string,
): Promise<Result<Signed> | undefined> {
  const known = election.rounds.get(round)?.boxes.get(box)
  const source = known?.judgement.source
  const form = source?.statement.kind === 'form' ? source : known?.forms.at(-1)
  if (!known || !form) return undefined
  const entries: Uint8Array[] = []
  for (const index of new Set([form.index, ...form.signatures.map(({ index }) => index)])) {
    const entry = await log.entry(index)
    if (!entry.ok) return entry
    entries.push(entry.value)
  }
  const entry = merge(entries)
  if (!entry.ok) return entry
  return ok({
    entry: entry.value,
    signers: form.signatures.map(({ person: { kid, role, side } }) => ({ kid, role, side })),
    objections: known.objections
      .filter(({ statement }) => statement.statement === form.id)
      .map(({ statement: { ground }, signatures: [first] }) => ({ side: first?.person.side ?? '?', ground })),
  })
}
