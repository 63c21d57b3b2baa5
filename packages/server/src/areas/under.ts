import type { Box, Election } from '@countersign/election'

/** The boxes of a round that are counted in an area or in what lies in it. */
export function* boxesUnder(election: Election, round: number, area: string): Generator<Readonly<Box>> {
  const { boxes, boxesIn } = election.rounds.get(round)!
  for (const id of boxesIn.get(area) ?? []) yield boxes.get(id) as Readonly<Box>
  for (const child of election.areas.get(area)?.children ?? []) yield* boxesUnder(election, round, child)
}
