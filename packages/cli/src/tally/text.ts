import {
  type Election,
  evidenceLine,
  inOrder,
  type Name,
  type Outcome,
  type RoundTally,
  type Tally,
  type Which,
} from '@countersign/election'
import { columns } from './columns.ts'
import { type Language, type Words, words } from './words.ts'

/** The tally for people: every share names its denominator, what is not known is said so. */
export function tallyText(
  election: Election,
  tally: Tally,
  which: Which,
  intact: boolean,
  language: Language,
): string {
  const number = (figure: number) => figure.toLocaleString(language)
  const area = which.area === undefined ? [] : [nameOf(election.areas.get(which.area)!.area.name, language)]
  return [
    [nameOf(election.definition.name, language), ...area].join(': '),
    evidenceLine(tally.evidence, language, intact),
    `${words[language].atSize} ${number(tally.treeSize)}`,
    ...tally.rounds.flatMap(round => ['', ...roundText(election, round, language)]),
  ].join('\n')
}

function roundText(election: Election, tally: RoundTally, language: Language): readonly string[] {
  const say = words[language]
  const { rule } = election.rounds.get(tally.round)!
  return [
    `${say.round} ${tally.round.toLocaleString(language)}, ${dayOf(rule.date, language)}`,
    ...figureLines(tally, say, language),
    '',
    ...candidateLines(election, tally, say, language),
    '',
    ...outcomeLines(election, tally, say, language),
    ...lackingLines(election, tally, say, language),
  ]
}

function figureLines(tally: RoundTally, say: Words, language: Language): readonly string[] {
  const figures = (['eligible', 'issued', 'taken', 'invalid', 'valid', 'notTaken'] as const).filter(
    name => tally[name] !== null || !['notTaken', 'issued'].includes(name),
  )
  const derived = (name: keyof typeof say & keyof RoundTally) =>
    tally[name] !== null && (tally.derived[name] ?? 0) > 0 ? say.derived : ''
  const counts = figures.map(name => [say[name], shown(tally[name], say, language), derived(name)])
  const turnout = (['issued', 'taken'] as const)
    .filter(name => tally.turnout[name])
    .map(name => [
      say.turnout(say[name]),
      `${percent(tally.turnout[name]!.percent, language)}${language === 'fa' ? '٪' : ' %'}`,
      '',
    ])
  const gap =
    tally.issuedLessTaken === null
      ? []
      : [[say.issuedLessTaken, shown(tally.issuedLessTaken, say, language), '']]
  return columns([...counts, ...gap, ...turnout], [false, true, false])
}

function candidateLines(
  election: Election,
  tally: RoundTally,
  say: Words,
  language: Language,
): readonly string[] {
  const { denominators } = election.definition
  const standings = inOrder(
    Object.entries(tally.candidates).map(([candidate, votes]) => ({ candidate, votes })),
  )
  const rows = standings.map(({ candidate, votes }) => [
    candidateName(election, tally.round, candidate, language),
    shown(votes, say, language),
    ...denominators.map(of => {
      const share = tally.shares[candidate]?.[of]
      return share ? percent(share.percent, language) : '–'
    }),
  ])
  const head = ['', say.votes, ...denominators.map(of => say.of(say[of as 'taken']))]
  return columns([head, ...rows], [false, true, ...denominators.map(() => true)])
}

function outcomeLines(
  election: Election,
  tally: RoundTally,
  say: Words,
  language: Language,
): readonly string[] {
  if (tally.outcome === null) return []
  const { rule } = election.rounds.get(tally.round)!
  if (rule.rule === 'proportional') return [`  ${say.outcome}: ${say.proportional}`]
  const spoken = (outcome: Outcome) =>
    outcomeText(outcome, id => candidateName(election, tally.round, id, language), say)
  const by = rule.rule === 'majority' ? say.majority(say[rule.of as 'taken']) : say.plurality
  const settled =
    tally.outcome.state === 'undecided' && tally.asItStands && tally.asItStands.state !== 'undecided'
  return [
    `  ${say.outcome}: ${spoken(tally.outcome)} (${by})`,
    ...(settled ? [`  ${say.asItStands}: ${spoken(tally.asItStands!)}`] : []),
  ]
}

function outcomeText(outcome: Outcome, name: (id: string) => string, say: Words): string {
  switch (outcome.state) {
    case 'elected':
      return say.elected(name(outcome.candidate))
    case 'runOff':
      return say.runOff(name(outcome.between[0]), name(outcome.between[1]))
    case 'void':
      return say.void
    case 'undecided':
      return outcome.reason === 'tie'
        ? say.tie(outcome.between.map(name).join(say.comma))
        : say.undecided[outcome.reason]
  }
}

function lackingLines(
  election: Election,
  tally: RoundTally,
  say: Words,
  language: Language,
): readonly string[] {
  const states = Object.entries(tally.boxes).map(
    ([state, rows]) => `${say.states[state] ?? state} ${rows.toLocaleString(language)}`,
  )
  const shownAbove = new Set([
    'eligible',
    'issued',
    'taken',
    'invalid',
    'valid',
    ...Object.keys(tally.candidates),
  ])
  const lacking = Object.entries(tally.lacking)
    .filter(([name]) => shownAbove.has(name))
    .map(([name, rows]) => {
      const words =
        name in tally.candidates ? candidateName(election, tally.round, name, language) : say[name as 'taken']
      return `${words} ${rows.toLocaleString(language)}`
    })
  return [
    `  ${say.rows}: ${states.join(say.comma)}`,
    ...(lacking.length === 0 ? [] : [`  ${say.lacking}: ${lacking.join(say.comma)}`]),
  ]
}

function candidateName(election: Election, round: number, id: string, language: Language): string {
  const { candidates } = election.rounds.get(round)!.ballot.statement
  return nameOf(candidates.find(candidate => candidate.id === id)!.name, language)
}

/** A day in the language's own calendar. */
function dayOf(date: string, language: Language): string {
  const calendar = language === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB'
  return new Date(date).toLocaleDateString(calendar, { dateStyle: 'long', timeZone: 'UTC' })
}

/** A name in a language, else in any that it is given in. */
export function nameOf(name: Name, language: string): string {
  return name[language] ?? name.en ?? Object.values(name)[0]!
}

function shown(figure: number | null, say: Words, language: Language): string {
  return figure === null ? say.unknown : figure.toLocaleString(language)
}

/** A share's three decimals, in the language's digits. */
function percent(share: string, language: Language): string {
  return Number(share).toLocaleString(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
}
