import type { SessionPerson } from '../sessions/person.ts'

/** One person with two keys is one person: who keys twice is told apart by side and card. */
export function personId({ side, card }: SessionPerson): string {
  return `${side} ${card}`
}
