/** By itself, so that a page loads it when there is something to check, and not before. */
export { sha256 } from '@countersign/tlog'
