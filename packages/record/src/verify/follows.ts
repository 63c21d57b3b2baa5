import { type Election, findings, type Placed, tally } from '@countersign/election'
import type { WitnessedCheckpoint } from '@countersign/tlog'
import type { Failure } from './report.ts'
import { sayFailure } from './say.ts'

/** The checks of what is stated as a sum or an outcome: a centre's tally, a total, a declared outcome. */
const ofWhatIsStated = new Set<string>(['C01', 'C02', 'C03'])

/** Boxes by their state, and findings by their check: what the record itself shows, right or wrong. */
export type Shown = {
  readonly rounds: readonly { readonly round: number; readonly boxes: Readonly<Record<string, number>> }[]
  readonly checks: Readonly<Record<string, number>>
}

/** Everything that the checks find in a record, the operator's clock held against the witnesses' included. */
export function allFindings(election: Election, cosigned: readonly WitnessedCheckpoint[]): readonly Placed[] {
  return [...findings(election), ...cosigned.flatMap(checkpoint => clockFindings(election, checkpoint))]
}

/** Boxes and findings, counted. */
export function shownIn(election: Election, found: readonly Placed[]): Shown {
  const checks: Record<string, number> = {}
  for (const { code } of found) checks[code] = (checks[code] ?? 0) + 1
  return { rounds: tally(election).rounds.map(({ round, boxes }) => ({ round, boxes })), checks }
}

/**
 * What a live election's record states and what does not follow from it. In an archive nothing is declared: its
 * totals are shown as published, and a check of them informs.
 */
export function contradictions({ definition }: Election, found: readonly Placed[]): Failure[] {
  if (definition.mode === 'archive') return []
  return found
    .filter(({ code }) => ofWhatIsStated.has(code))
    .map(finding => {
      const { code, part, figures, entry = null, box, area } = finding
      const failure = { entry, box: box ?? area ?? null, code, message: '', where: { part, ...figures } }
      return { ...failure, message: sayFailure(failure, 'en') }
    })
}

/** The operator's clock and a witness's may be as far apart, in seconds. */
const tolerated = 300

/**
 * T01. What a witness cosigned was there at that time: no `time` in it is later than the witness's clock, and none
 * after it is earlier.
 */
function clockFindings({ entries, settings }: Election, { size, cosigned }: WitnessedCheckpoint): Placed[] {
  const times = [...cosigned.values()]
  if (times.length === 0) return []
  const earliest = Math.min(...times)
  const latest = Math.max(...times)
  const found: Placed[] = []
  for (const { statement, index, force } of entries.values()) {
    if (statement.kind !== 'time' || force === undefined) continue
    const seconds = index < size ? statement.at - earliest : latest - statement.at
    if (seconds <= tolerated) continue
    const severity = settings.severity('T01')
    found.push({
      code: 'T01',
      part: 'clock',
      severity,
      figures: { seconds },
      round: statement.round,
      entry: index,
    })
  }
  return found
}
