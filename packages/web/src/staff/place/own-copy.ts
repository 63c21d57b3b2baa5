import type { Kept } from '../device/kept.ts'
import { sendKept } from './signatures.ts'

/** Puts what this device signed in its own outbox, with the signatures that it has: the record adds them up. */
export async function sendOwnCopy(kept: Kept, commit: Kept | undefined): Promise<void> {
  if (commit) await sendKept(commit)
  await sendKept(kept)
}
