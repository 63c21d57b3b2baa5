import { datesOf, dayAfter, isDay, secondsOf } from '../document/calendar.ts'
import type { SetupDocument } from '../document/document.ts'
import { type Found, found } from './problem.ts'

/** The rounds, their days and hours, and the rule of each. */
export function roundProblems(document: SetupDocument): readonly Found[] {
  const { rounds } = document
  if (rounds.length === 0) return [found('no-rounds', 'rounds')]
  return [
    ...rounds.flatMap((_, i) => oneRound(document, i)),
    ...(rounds.at(-1)!.rule === 'majority' ? [found('no-run-off', `rounds.${rounds.length - 1}.rule`)] : []),
    ...dateProblems(document),
  ]
}

function oneRound({ rounds, definition, utcOffset }: SetupDocument, i: number): Found[] {
  const { number, date, of, opens, closes } = rounds[i]!
  const where = (field: string) => `rounds.${i}.${field}`
  const problems: Found[] = []
  if (number !== i + 1) problems.push(found('round-numbers', where('number'), { number, expected: i + 1 }))
  if (!(definition.denominators ?? []).includes(of))
    problems.push(found('denominator-not-published', where('of'), { round: number, of }))
  if (date === undefined) return [...problems, found('date-missing', where('date'), { round: number })]
  if (!isDay(date)) return [...problems, found('no-such-day', where('date'), { date })]
  const before = rounds[i - 1]?.date
  if (before !== undefined && before >= date)
    problems.push(found('rounds-order', where('date'), { round: number, date }))
  if (closes === undefined) problems.push(found('hours-missing', where('closes'), { round: number }))
  else if (opens !== undefined && secondsOf(date, closes, utcOffset) <= secondsOf(date, opens, utcOffset))
    problems.push(found('hours', where('closes'), { round: number, opens, closes }))
  return problems
}

function dateProblems(document: SetupDocument): readonly Found[] {
  const { rounds, dates } = document
  const strange = dates.flatMap(({ id, round, date }, i) => {
    if (!isDay(date)) return [found('no-such-day', `dates.${i}.date`, { date })]
    const there = rounds.some(({ number }) => number === round)
    return there ? [] : [found('date-in-no-round', `dates.${i}.round`, { date: id, round })]
  })
  return [
    ...strange,
    ...ruleProblems(document),
    ...rounds.flatMap(({ number }) => byRule(document, number)),
    ...latestVote(document),
    ...runOffDays(document),
  ]
}

function ruleProblems({ definition, dates }: SetupDocument): readonly Found[] {
  const rules = definition.calendar ?? []
  const fixed = new Set(['trigger', 'vote', ...rules.map(({ id }) => id), ...dates.map(({ id }) => id)])
  return rules.flatMap(({ id, from }, i) =>
    fixed.has(from) && !circles(rules, id)
      ? []
      : [found('rule-from-nowhere', `definition.calendar.${i}.from`, { rule: id, from })],
  )
}

type Rules = NonNullable<SetupDocument['definition']['calendar']>

/** Whether a rule counts, in the end, from itself. */
function circles(rules: Rules, id: string): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined; at = rules.find(rule => rule.id === at)?.from) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** Dates decided otherwise than their rule says. */
function byRule(document: SetupDocument, round: number): readonly Found[] {
  const dates = datesOf(document, round)
  return document.dates.flatMap(({ id, round: of, date }, i) => {
    const rule = document.definition.calendar?.find(rule => rule.id === id)
    const from = rule && dates.get(rule.from)
    if (of !== round || !rule || !from) return []
    const expected = dayAfter(from.date, rule.direction === 'after' ? rule.days : -rule.days)
    return date === expected ? [] : [found('rule-broken', `dates.${i}.date`, { rule: id, date, expected })]
  })
}

/** The rule called `latest-vote` is the last day on which the law lets the first round be. */
function latestVote(document: SetupDocument): readonly Found[] {
  const dates = datesOf(document, 1)
  const [vote, limit] = [dates.get('vote'), dates.get('latest-vote')]
  if (!vote || !limit || vote.date <= limit.date) return []
  return [found('vote-too-late', 'rounds.0.date', { date: vote.date, limit: limit.date })]
}

/** The rule called `run-off` gives the day of the round that follows. */
function runOffDays(document: SetupDocument): readonly Found[] {
  return document.rounds.flatMap(({ number, date }, i) => {
    const expected = i === 0 ? undefined : datesOf(document, number - 1).get('run-off')
    if (!expected || date === undefined || date === expected.date) return []
    return [found('run-off-day', `rounds.${i}.date`, { round: number, date, expected: expected.date })]
  })
}
