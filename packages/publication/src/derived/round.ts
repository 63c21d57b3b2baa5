import type { Election } from '@countersign/election'

/** One round of an election, to read. */
export type Round = Election['rounds'] extends ReadonlyMap<number, infer R> ? R : never
