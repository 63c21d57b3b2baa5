import { documentProblems } from './document-texts.ts'
import { peopleProblems } from './people-texts.ts'
import { placeProblems } from './place-texts.ts'

/**
 * Everything that can be wrong with a setup before anything is signed, and what to do about it. The codes are part of
 * the product's interface: a code is never reused for another meaning.
 */
export const setupProblems = { ...documentProblems, ...placeProblems, ...peopleProblems } as const
