import type { Election, Entry, Statement } from '@countersign/election'
import type { Names } from './overview.ts'
import { clockOf, type Signer, signersOf } from './statements.ts'

/** A step of an election besides its count, as it was stated: one row of `course/<n>.json`. */
export type CourseStep = {
  readonly entry: number
  readonly round: number
  /** The record's last `time` before it, in UTC seconds; null where it has none. */
  readonly at: number | null
  readonly by: readonly Pick<Signer, 'role' | 'side'>[]
} & CourseWords

/** What a step says. What is not said is null. */
export type CourseWords =
  | CandidacyStep
  | { readonly kind: 'ballot'; readonly candidates: readonly Names[] }
  | { readonly kind: 'seal'; readonly boxes: number }
  | { readonly kind: 'amend'; readonly added: number; readonly moved: number; readonly reason: string }
  | {
      readonly kind: 'calendar'
      readonly dates: readonly { readonly id: string; readonly name: Names | null; readonly date: string }[]
    }
  | { readonly kind: 'extend'; readonly until: number; readonly area: Names | null }
  | { readonly kind: 'release'; readonly closed: number | null }
  | CampaignEvent
  | PublishedPoll
  | { readonly kind: 'policy' }
  | { readonly kind: 'software'; readonly builds: number }
  | {
      readonly kind: 'accredit'
      readonly refused: readonly { readonly side: string; readonly ground: string }[]
    }
  | { readonly kind: 'revoke'; readonly keys: number; readonly reason: string }
  | DayTurnout
  | {
      readonly kind: 'declare'
      readonly state: string
      readonly candidates: readonly Names[]
      readonly total: string
      readonly treeSize: number
    }
  | { readonly kind: 'certify'; readonly decision: string; readonly ground: string | null }
  | {
      readonly kind: 'confirm'
      readonly decision: string
      readonly ground: string | null
      readonly of: { readonly kind: string; readonly entry: number } | null
    }
  | { readonly kind: 'office'; readonly act: string; readonly candidate: Names; readonly date: string }
  | { readonly kind: 'destroy'; readonly minutes: string }
  | { readonly kind: 'close'; readonly note: string | null }

/** A candidacy filed, approved, rejected, withdrawn, or an endorsement. */
export interface CandidacyStep {
  readonly kind: 'candidacy'
  readonly candidate: string
  readonly name: Names
  readonly step: 'filed' | 'approved' | 'rejected' | 'withdrawn' | 'endorses'
  readonly ground: string | null
  readonly instance: string | null
  /** Who is endorsed. */
  readonly other: Names | null
}

/** A debate, a campaign event, or a call to vote or to stay away. */
export interface CampaignEvent {
  readonly kind: 'event'
  readonly sort: string
  readonly name: Names
  readonly date: string
  readonly candidates: readonly Names[]
  readonly source: string | null
}

export interface PublishedPoll {
  readonly kind: 'poll'
  readonly pollster: Names
  readonly from: string
  readonly to: string
  readonly sample: number | null
  /** Whom the shares are shares of, in the poll's words. */
  readonly of: string | null
  readonly answers: readonly {
    readonly candidate: string | null
    /** The candidate's name, or the answer in the poll's words. */
    readonly name: Names
    readonly perTenThousand: number
  }[]
  readonly source: string | null
}

/** Check-ins up to a moment of the voting day. */
export interface DayTurnout {
  readonly kind: 'turnout'
  /** UTC seconds. */
  readonly upTo: number
  readonly checkIns: number
  /** Boxes that they are from; null where some region does not say. */
  readonly boxes: number | null
  readonly regions: number
}

/** What was stated of the election's course with force, in the order of the record. */
export function courseOf(election: Election): readonly CourseStep[] {
  const timeAt = clockOf(election)
  const wordsOf = wordsIn(election)
  const steps: CourseStep[] = []
  for (const entry of election.entries.values()) {
    if (entry.force === undefined) continue
    const words = wordsOf(entry.statement)
    if (!words) continue
    const by = signersOf(entry).map(({ role, side }) => ({ role, side }))
    const { round = 0 } = entry.statement as { readonly round?: number }
    steps.push({ entry: entry.index, round, at: timeAt(entry.index), by, ...words })
  }
  return steps
}

function wordsIn(election: Election): (statement: Entry['statement']) => CourseWords | undefined {
  const { definition, areas, candidacies, rounds, entries, people } = election
  const nameOf = (candidate: string): Names => {
    const listed = [...rounds.values()].flatMap(({ ballot }) => ballot.statement.candidates)
    return (
      listed.find(({ id }) => id === candidate)?.name ??
      candidacies.get(candidate)?.filed.statement.name ?? { und: candidate }
    )
  }
  const sideOf = (kid: string) => people.get(kid)?.side ?? kid
  return (statement: Statement) => {
    const { kind } = statement
    switch (kind) {
      case 'candidacy': {
        const { candidate, step, ground = null, instance = null, other } = statement
        const name = nameOf(candidate)
        return {
          kind,
          candidate,
          name,
          step,
          ground,
          instance,
          other: other === undefined ? null : nameOf(other),
        }
      }
      case 'ballot':
        return { kind, candidates: statement.candidates.map(({ name }) => name) }
      case 'seal':
        return { kind, boxes: statement.boxes }
      case 'amend':
        return {
          kind,
          added: statement.added?.length ?? 0,
          moved: statement.moved?.length ?? 0,
          reason: statement.reason,
        }
      case 'calendar':
        return {
          kind,
          dates: statement.dates.map(({ id, date }) => ({
            id,
            name: definition.calendar?.find(rule => rule.id === id)?.name ?? null,
            date,
          })),
        }
      case 'extend':
        return { kind, until: statement.until, area: areas.get(statement.area ?? '')?.area.name ?? null }
      case 'release':
        return { kind, closed: statement.at ?? null }
      case 'event':
        return {
          kind,
          sort: statement.sort,
          name: statement.name,
          date: statement.date,
          candidates: (statement.candidates ?? []).map(nameOf),
          source: statement.source ?? null,
        }
      case 'poll':
        return pollOf(statement, nameOf)
      case 'policy':
        return { kind }
      case 'software':
        return { kind, builds: statement.builds.length }
      case 'accredit': {
        const refused = statement.decisions.filter(({ decision }) => decision === 'refused')
        return refused.length === 0
          ? undefined
          : { kind, refused: refused.map(({ key, ground = '' }) => ({ side: sideOf(key), ground })) }
      }
      case 'revoke':
        return { kind, keys: statement.keys.length, reason: statement.reason }
      case 'turnout':
        return turnoutOf(statement)
      case 'declare': {
        const { outcome, total, treeSize } = statement
        return { kind, state: outcome.state, candidates: outcome.candidates.map(nameOf), total, treeSize }
      }
      case 'certify':
        return { kind, decision: statement.decision, ground: statement.ground ?? null }
      case 'confirm': {
        const about = entries.get(statement.statement)
        const of = about ? { kind: about.statement.kind, entry: about.index } : null
        return { kind, decision: statement.decision, ground: statement.ground ?? null, of }
      }
      case 'office':
        return { kind, act: statement.act, candidate: nameOf(statement.candidate), date: statement.date }
      case 'destroy':
        return { kind, minutes: statement.minutes }
      case 'close':
        return { kind, note: statement.note ?? null }
      default:
        return undefined
    }
  }
}

function pollOf(
  { pollster, from, to, sample, of, answers, source }: Extract<Statement, { readonly kind: 'poll' }>,
  nameOf: (candidate: string) => Names,
): PublishedPoll {
  return {
    kind: 'poll',
    pollster,
    from,
    to,
    sample: sample ?? null,
    of: of ?? null,
    answers: answers.map(({ candidate, words, perTenThousand }) => ({
      candidate: candidate ?? null,
      name: candidate === undefined ? (words ?? {}) : nameOf(candidate),
      perTenThousand,
    })),
    source: source ?? null,
  }
}

function turnoutOf({ at, areas }: Extract<Statement, { readonly kind: 'turnout' }>): DayTurnout {
  const sum = (of: (area: (typeof areas)[number]) => number | undefined) =>
    areas.reduce<number | null>((all, area) => {
      const more = of(area)
      return all === null || more === undefined ? null : all + more
    }, 0)
  return {
    kind: 'turnout',
    upTo: at,
    checkIns: sum(({ checkIns }) => checkIns) ?? 0,
    boxes: sum(({ boxes }) => boxes),
    regions: areas.length,
  }
}
