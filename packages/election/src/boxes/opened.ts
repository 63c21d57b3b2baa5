import type { Box } from './box.ts'

/** The index since which a box is open for voting; a re-run begins it anew. */
export function openedAt({ opens, rulings }: Pick<Box, 'opens' | 'rulings'>): number | undefined {
  const again = rulings.findLast(({ statement }) => statement.decision === 'rerun')?.force ?? -1
  return opens.find(({ force }) => force! > again)?.force
}
