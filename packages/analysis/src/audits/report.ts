import {
  type Block,
  type Cell,
  caveat,
  chart,
  type Language,
  nameIn,
  paragraph,
  type Section,
  section,
  table,
  written,
} from '../report/index.ts'
import type { Assertion } from './assertion.ts'
import type { AuditState, PlanFile } from './steps.ts'
import { type Words, words } from './words.ts'

/** Where an audit stands, for people. */
export function auditSections(state: AuditState, language: Language): readonly Section[] {
  const say = words[language]
  return [
    section(say.plan, ...planBlocks(state.plan, language), caveat(say.limits)),
    section(say.progress, ...progress(state, say, language)),
    ...(state.taints.size > 0 ? [section(say.compared, compared(state, say, language))] : []),
  ]
}

/** What a plan confirms, and what it takes. */
export function planBlocks(plan: PlanFile, language: Language): readonly Block[] {
  const say = words[language]
  const { decimal } = written[language]
  const percent = language === 'fa' ? '٪' : ' %'
  const facts: Cell[][] = [
    [say.facts.risk, `${decimal(plan.riskPerMille / 10, 1)}${percent}`],
    [say.facts.boxes, plan.boxes.length],
    [say.facts.bound, decimal(plan.total / plan.unit, 4)],
    [say.facts.draws, plan.draws],
    [say.facts.ballots, plan.ballots === 'issued' ? say.issued : say.takenReported],
  ]
  return [
    table({
      caption: say.assertions,
      head: [say.assertions, say.margin],
      rows: plan.assertions.map(({ assertion, margin }) => [
        assertionWords(assertion, plan, language),
        margin,
      ]),
    }),
    table({ caption: say.plan, head: [say.fact, say.value], rows: facts }),
  ]
}

/** An assertion as a sentence. */
export function assertionWords(
  assertion: Assertion,
  { candidates }: Pick<PlanFile, 'candidates'>,
  language: Language,
): string {
  const say = words[language]
  const who = (id: string) => {
    const found = candidates.find(candidate => candidate.id === id)
    return found ? nameIn(found.name, language) : id
  }
  return assertion.kind === 'beats'
    ? say.assertion.beats(who(assertion.winner), who(assertion.loser))
    : say.assertion[assertion.kind](who(assertion.candidate), say[assertion.of])
}

function progress(state: AuditState, say: Words, language: Language): readonly Block[] {
  const { count, probability } = written[language]
  const { seed, drawn, hand, path, plan, risk } = state
  const boxes = new Set(drawn.map(({ box }) => box)).size
  const limit = plan.riskPerMille / 1_000
  return [
    ...(seed ? [paragraph(say.seed(seed.text))] : []),
    paragraph(say.counts(count(drawn.length), count(boxes), count(hand.size))),
    ...(path.length === 0
      ? []
      : [
          paragraph(`${say.risk}: ${probability(risk)} (${say.limit}: ${probability(limit)})`),
          chart({
            caption: say.riskCaption,
            drawing: {
              shape: 'lines',
              x: { name: say.draws, range: [0, Math.max(path.length, plan.draws)] },
              y: { name: say.risk, range: [0, 1] },
              lines: [
                { name: say.risk, points: [[0, 1], ...path.map((p, i) => [i + 1, p] as const)] },
                {
                  name: say.limit,
                  points: [
                    [0, limit],
                    [Math.max(path.length, plan.draws), limit],
                  ],
                },
              ],
            },
            table: {
              caption: say.risk,
              head: [say.draws, say.box, say.risk],
              rows: path.map((p, i) => [i + 1, drawn[i]!.box, probability(p)]),
            },
          }),
        ]),
    paragraph(verdictWords(state, language)),
  ]
}

/** What is to be done next, or that it is done. */
export function verdictWords({ verdict, more, waiting }: AuditState, language: Language): string {
  const say = words[language].verdict
  const { count } = written[language]
  if (verdict === 'draw') return say.draw(count(more))
  return verdict === 'count' ? say.count(count(waiting.length)) : say[verdict]
}

function compared({ plan, taints, hand, drawn }: AuditState, say: Words, language: Language): Block {
  const { decimal } = written[language]
  const places = new Map(plan.boxes.map((box, i) => [box.id, i]))
  const names = plan.candidates.map(({ name }) => nameIn(name, language))
  const rows = [...taints].map(([box, taint]): Cell[] => {
    const { votes } = plan.boxes[places.get(box)!]!
    const counted = hand.get(box)!
    return [
      box,
      drawn.filter(each => each.box === box).length,
      ...plan.candidates.flatMap(({ id }, c) => [votes[c]!, counted.votes[id] ?? 0]),
      decimal(taint, 4),
    ]
  })
  const head = [
    say.box,
    say.times,
    ...names.flatMap(name => [`${name}, ${say.reported}`, `${name}, ${say.counted}`]),
    say.taint,
  ]
  return table({ caption: say.compared, head, rows })
}
