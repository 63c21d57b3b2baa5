/** Made-up elections to look at and to test with; their figures and people are nobody's. */
export { aWholeCourse } from './course.ts'
export { aNightOfDisputes } from './night.ts'
export { signedForReal } from './signed.ts'
