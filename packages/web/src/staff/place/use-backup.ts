import { useEffect } from 'react'
import { saveWanted, wantSaved } from '../device/backup.ts'
import type { Draft } from '../device/history.ts'
import { useElection } from '../shell/election.ts'
import { type DraftName, draftName, type Place } from './use-place.ts'

/** Milliseconds of rest after which what was entered is saved with the server. */
const rest = 2_000

/**
 * Saves what is entered on this page with the server, so that another device can go on. Votes are no business of the
 * server's before their release: until then a form's figures stay on the device.
 */
export function useBackup(place: Place | undefined, name: DraftName, draft: Draft | undefined): void {
  const election = useElection()
  const mayLeave = name !== 'form' || (place !== undefined && election?.released[place.round] === true)
  const saved = place?.pack && mayLeave ? draftName(place, name) : undefined
  const { round = 0, box = '' } = place ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft is a reason to save it
  useEffect(() => {
    if (saved === undefined) return
    const wanting = wantSaved({ draft: saved, round, box, name })
    const timer = setTimeout(() => void wanting.then(saveWanted), rest)
    return () => clearTimeout(timer)
  }, [saved, round, box, name, lastOf(draft)])
}

/** Something that is another after each change. */
function lastOf(draft: Draft | undefined): string {
  return [...(draft?.values() ?? [])].map(({ id }) => id).join()
}
