/** A made-up election to look at and to test with; its figures and people are nobody's. */
export { aNightOfDisputes } from './night.ts'
export { signedForReal } from './signed.ts'
