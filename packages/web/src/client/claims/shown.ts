import type { ShownElection } from '@countersign/analysis/claims'

/**
 * What the site shows of its own elections; fetched when the page opens, so that no request follows from a text. Nothing
 * where it cannot be had: the facts that ship with the page are still there.
 */
export async function shownBy(address: string | undefined): Promise<readonly ShownElection[]> {
  if (address === undefined) return []
  try {
    const answer = await fetch(new URL(address, document.baseURI))
    return answer.ok ? ((await answer.json()) as readonly ShownElection[]) : []
  } catch {
    return []
  }
}
