import { whole } from '../areas/tree.ts'
import type { Placed } from '../checks/finding.ts'
import { beside } from '../count/columns.ts'
import { totalOf } from '../count/sum.ts'
import type { Building, Entry, RoundState } from '../election.ts'
import type { Outcome } from '../outcome/outcome.ts'
import { endingOf, finalists } from '../outcome/round.ts'
import type { WhyNot } from '../reasons.ts'
import type { Announce } from '../statements/announce.ts'
import type { Certify } from '../statements/certify.ts'
import type { Declare } from '../statements/declare.ts'
import type { Statement } from '../statements/statement.ts'
import type { CentreTally } from '../statements/tally.ts'
import { mismatches, sumAt } from './sums.ts'

/** A centre's sum is compared with its forms, and never used upward. Why not: `no-ballot`, `no-such-area`, `future`. */
export function takeTally(building: Building, entry: Entry<CentreTally>): WhyNot | undefined {
  const { round: number, area, treeSize, boxes, digest, figures } = entry.statement
  const round = building.rounds.get(number)
  if (!round) return 'no-ballot'
  if (!building.areas.has(area)) return 'no-such-area'
  if (treeSize > entry.index) return 'future'
  const past = sumAt(building, round, area, treeSize, 'preliminary')
  const find = finder(building, entry, area)
  round.tallies.push(entry)
  round.findings.push(...embargoed(building, round, entry, area))
  if (past.forms !== boxes || past.digest !== digest)
    round.findings.push(find('C01', 'boxes', { stated: boxes, computed: past.forms }))
  for (const { figure, stated, computed } of mismatches(round, figures, past.sum))
    round.findings.push(find('C01', 'figure', { figure, stated, computed }))
  return undefined
}

/** Why not: `no-ballot`, `no-such-area`, `future`. */
export function hearAnnouncement(building: Building, entry: Entry<Announce>): WhyNot | undefined {
  const { round: number, area, treeSize, figures } = entry.statement
  const round = building.rounds.get(number)
  if (!round) return 'no-ballot'
  if (!building.areas.has(area)) return 'no-such-area'
  if (treeSize !== undefined && treeSize > entry.index) return 'future'
  round.announcements.push(entry)
  if (building.definition.mode === 'archive') return undefined
  round.findings.push(...embargoed(building, round, entry, area))
  // What names no version speaks of the one that it stands in.
  const past = sumAt(building, round, area, treeSize ?? entry.index, 'preliminary')
  const find = finder(building, entry, area)
  for (const mismatch of mismatches(round, figures, past.sum))
    round.findings.push(find('C02', 'figure', { ...mismatch }))
  return undefined
}

/** Why not: `no-ballot`, `future`. */
export function takeDeclaration(building: Building, entry: Entry<Declare>): WhyNot | undefined {
  const { round: number, treeSize, figures, outcome, total } = entry.statement
  const round = building.rounds.get(number)
  if (!round) return 'no-ballot'
  if (treeSize > entry.index) return 'future'
  round.declarations.push(entry)
  const { sum, waiting } = sumAt(building, round, whole, treeSize, total)
  const find = finder(building, entry)
  for (const mismatch of mismatches(round, figures, sum))
    round.findings.push(find('C02', 'figure', { ...mismatch }))
  const { asItStands, outcome: settled } = endingOf(
    building,
    round,
    sum,
    sum,
    totalOf(sum, beside.outstanding),
  )
  if (!isSame(outcome, settled))
    round.findings.push(
      isSame(outcome, asItStands) ? find('C03', 'unsettled', { boxes: waiting }) : find('C03', 'outcome', {}),
    )
  return undefined
}

function isSame(declared: Declare['outcome'], byRule: Outcome): boolean {
  if (declared.state !== byRule.state) return false
  const named =
    byRule.state === 'elected' ? [byRule.candidate] : byRule.state === 'runOff' ? byRule.between : []
  return named.length === 0 || [...named].sort().join() === [...declared.candidates].sort().join()
}

/** A sum carries votes, and waits for their release. */
function embargoed(building: Building, round: RoundState, entry: Entry<Statement>, area: string): Placed[] {
  return round.released ? [] : [finder(building, entry, area)('B12', 'embargo', {})]
}

/** Why not: `no-such-declaration`. */
export function takeCertification(building: Building, entry: Entry<Certify>): WhyNot | undefined {
  const round = building.rounds.get(entry.statement.round)
  if (!round?.declarations.some(({ id }) => id === entry.statement.declaration)) return 'no-such-declaration'
  round.certifications.push(entry)
  if (entry.statement.decision === 'certified') round.findings.push(...hasty(building, round, entry))
  return undefined
}

/** Certified while complaints could still be filed, or waited for a ruling: lawful in places, and said. */
function hasty(building: Building, round: RoundState, entry: Entry<Certify>): Placed[] {
  const find = finder(building, entry)
  const until = building.dates.get(round.number)?.get('complaints')
  const early = until === undefined || building.time === 0 ? 0 : until - building.time
  const waiting = [...building.docket.values()].filter(
    ({ complaint, rulings }) => complaint.statement.round === round.number && rulings.length === 0,
  ).length
  return [
    ...(early > 0 ? [find('C04', 'early', { minutes: Math.ceil(early / 60) })] : []),
    ...(waiting > 0 ? [find('C04', 'waiting', { complaints: waiting })] : []),
  ]
}

/** Where candidacies are on the record, a list names those approved, and nobody who had withdrawn. */
export function listFindings(building: Building, { ballot }: RoundState): readonly Placed[] {
  if (building.candidacies.size === 0) return []
  const find = finder(building, ballot)
  return ballot.statement.candidates.flatMap(({ id }) => {
    const steps = building.candidacies.get(id)?.steps.map(({ statement }) => statement.step) ?? []
    const last = steps.findLast(step => step !== 'endorses')
    return last === 'approved' ? [] : [find('C05', last ?? 'undecided', { candidate: id })]
  })
}

/** A run-off's list is the two that the round before came to, or the next in place of one who withdrew. */
export function finalistsFinding(building: Building, round: RoundState): readonly Placed[] {
  const before = building.rounds.get(round.number - 1)
  const sum = before?.sums.get('preliminary')?.get(whole)
  if (!before || !sum) return []
  const two = finalists(building, before, sum)
  const listed = round.ballot.statement.candidates.map(({ id }) => id).sort()
  if (two.length === 0 || listed.join() === [...two].sort().join()) return []
  return [finder(building, round.ballot)('C03', 'ballot', {})]
}

function finder(
  { settings }: Building,
  { index, statement }: Entry<Statement>,
  area?: string,
): (code: 'B12' | 'C01' | 'C02' | 'C03' | 'C04' | 'C05', part: string, figures: Placed['figures']) => Placed {
  return (code, part, figures) => ({
    code,
    part,
    severity: settings.severity(code),
    figures,
    round: statement.round,
    entry: index,
    ...(area !== undefined && { area }),
  })
}
