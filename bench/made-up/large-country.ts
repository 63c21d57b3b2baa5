import { seeded } from '@countersign/analysis'
import { forensics } from '@countersign/analysis/forensics'
import { cleanElection, plainCountry } from '@countersign/simulation'

/** Seven candidates in 634 counties of 150 boxes: as many as a large country has polling stations. Synthetic. */
export const country = {
  ...plainCountry,
  counties: 634,
  shares: [0.46, 0.21, 0.14, 0.1, 0.05, 0.03, 0.01],
}

/** Milliseconds that the suite takes on that country, wherever this runs. */
export function suiteTime(): number {
  const rows = cleanElection(country, seeded(1))
  const start = performance.now()
  forensics(rows)
  return performance.now() - start
}
