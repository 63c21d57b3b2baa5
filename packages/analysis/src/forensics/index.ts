export { type FirstDigitTest, firstDigits, type SecondDigitMean, secondDigitMean } from './benford.ts'
export {
  type AdjacencyTest,
  adjacentDigits,
  adjacentDigitsSmoothed,
  type DigitTest,
  digitExtremes,
  lastDigits,
  lastDigitsSmoothed,
  lastTwoDigits,
} from './digits.ts'
export { falseDiscovery } from './family.ts'
export { type Fingerprint, fingerprint } from './fingerprint.ts'
export { type KlimekFit, klimekFit } from './klimek.ts'
export { type Protocols, protocolsOf } from './protocols.ts'
export { forensicsSections } from './report.ts'
export { type Residual, type Residuals, residualsAgainst } from './residuals.ts'
export { type Forensics, forensics, type LeftOut, listedTests, type Test, type TestName } from './suite.ts'
export { type TurnoutLines, turnoutLines } from './turnout-lines.ts'
export { matched, twiceOf } from './twice.ts'
export { type Excess, type Spike, type WholePercentTest, wholePercentages } from './whole-percent.ts'
