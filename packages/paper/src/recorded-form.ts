import type { Election } from '@countersign/election'
import { merge } from '@countersign/record'
import { ok, type Result } from '@countersign/tlog'
import type { Signed } from './form/filled.ts'

/**
 * The form of a box that counts, else its last; with every signature that the record has on it.
 * @param entryAt the bytes of an entry of the record
 */
export async function signedForm(
  election: Election,
  entryAt: (index: number) => Promise<Result<Uint8Array>>,
  round: number,
  box: string,
): Promise<Result<Signed> | undefined> {
  const known = election.rounds.get(round)?.boxes.get(box)
  const source = known?.judgement.source
  const form = source?.statement.kind === 'form' ? source : known?.forms.at(-1)
  if (!known || !form) return undefined
  const entries: Uint8Array[] = []
  for (const index of new Set([form.index, ...form.signatures.map(({ index }) => index)])) {
    const entry = await entryAt(index)
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
