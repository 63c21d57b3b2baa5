export { type Bulletin, type Contradiction, contradictionOf } from './bulletins.ts'
export {
  type AboveEligible,
  aboveEligible,
  byNote,
  type Gap,
  type Sums,
  sumsOf,
  totalGaps,
  validGaps,
} from './gaps.ts'
export { type Proofs, proofsOf, provesAnything, type StatedGiven } from './proofs.ts'
export { proofsSection } from './report.ts'
