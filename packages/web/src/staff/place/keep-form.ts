import type { StatementNamed } from '@countersign/election'
import { payloadOf, statementId } from '@countersign/record'
import { type Kept, keep } from '../device/kept.ts'
import { commitOf } from './compose.ts'

/** Keeps a form to be signed, and beside it the commitment that is logged before its round's release. */
export async function keepForm(
  subject: string,
  form: StatementNamed<'form'>,
  payload: Uint8Array,
): Promise<{ readonly form: Kept; readonly commit: Kept }> {
  const commit = payloadOf(commitOf(form, statementId(payload)))
  if (!commit.ok) throw new Error(commit.refusal.message)
  return { form: await keep(subject, payload), commit: await keep(commitSubject(subject), commit.value) }
}

/** What the commitment of a form is kept under. */
export function commitSubject(formSubject: string): string {
  return formSubject.replace(/form$/, 'commit')
}
