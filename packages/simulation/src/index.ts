export { type Country, cleanElection, plainCountry, smaller } from './country/country.ts'
export { type TwoRounds, twoRounds } from './country/two-rounds.ts'
export { type Looked, looked, type Rejections, rejections, studied } from './tables/power.ts'
export { type Tampering, tampered } from './tampering/tampering.ts'
