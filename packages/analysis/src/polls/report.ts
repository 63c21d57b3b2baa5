import {
  type Block,
  type Cell,
  caveat,
  type Language,
  nameIn,
  paragraph,
  type Section,
  section,
  table,
  written,
} from '../report/index.ts'
import type { Rows } from '../table.ts'
import {
  boundsOf,
  decided,
  decidedTest,
  martinTraugottKennedy,
  type Poll,
  type Result,
  type Test,
} from './poll.ts'
import { type Words, words } from './words.ts'

/** A poll held against one version of a result: the first candidate of the poll, and the two first. */
export interface PollCompared {
  /** Absent: the sum of the rows. */
  readonly label?: string
  readonly leader: string
  readonly second: string
  readonly share: number
  readonly official: number
  readonly tests: readonly {
    readonly kind: 'difference' | 'odds'
    readonly effect: number
    readonly test: Test
  }[]
  readonly bounds: readonly ReturnType<typeof boundsOf>[]
}

/** Simple random sampling, the usual clustering, and twice the nominal error: the last is the default to judge by. */
const effects = [1, 2, 4] as const

/** Compares a poll with a result. The poll must name two candidates of the result. */
export function comparePoll(poll: Poll, result: Result, label?: string): PollCompared {
  const [leader, second] = Object.entries(poll.named)
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id) as [string, string]
  return {
    ...(label !== undefined && { label }),
    leader,
    second,
    share: decided(poll, leader)[0],
    official: result.votes[leader]! / result.valid,
    tests: effects.flatMap(effect => [
      { kind: 'difference' as const, effect, test: decidedTest(poll, result, leader, { effect }) },
      {
        kind: 'odds' as const,
        effect,
        test: martinTraugottKennedy(poll, result, [leader, second], { effect }),
      },
    ]),
    bounds: [boundsOf(poll, leader, 'answered'), boundsOf(poll, leader, 'all')],
  }
}

/** What the comparison at twice the nominal error says, at 5 %. */
export function pollVerdict({ tests, bounds, official }: PollCompared): 'both' | 'result' | 'neither' {
  const apart = tests.some(
    ({ kind, effect, test }) => kind === 'difference' && effect === 4 && test.p <= 0.05,
  )
  const inside = bounds.some(({ least, most }) => least <= official && official <= most)
  if (apart && !inside) return 'neither'
  return bounds.some(({ least, most }) => least <= 0.5 && most > 0.5) ? 'both' : 'result'
}

/** The comparison for people. */
export function pollSections(
  poll: Poll,
  compared: readonly PollCompared[],
  candidates: Rows['candidates'],
  language: Language,
): readonly Section[] {
  const say = words[language]
  const { count } = written[language]
  const who = (id: string) => {
    const found = candidates.find(candidate => candidate.id === id)
    return found ? nameIn(found.name, language) : id
  }
  const answers: Cell[][] = [
    ...Object.entries(poll.named).map(([id, points]): Cell[] => [who(id), points]),
    [say.undecided, poll.undecided],
    [say.other, poll.other],
  ]
  return [
    section(
      say.title,
      paragraph(say.asked(count(poll.n))),
      table({ caption: say.title, head: [say.answer, say.points], rows: answers }),
      boundsTable(compared[0]!, poll, say, language),
      caveat(say.assumes),
    ),
    ...compared.map(each =>
      section(say.against(each.label ?? say.ofRows), ...against(each, say, who, language)),
    ),
  ]
}

function against(
  found: PollCompared,
  say: Words,
  who: (id: string) => string,
  language: Language,
): readonly Block[] {
  const { decimal, probability, count } = written[language]
  const { leader, second, share, official, tests } = found
  const rows = tests.map(({ kind, effect, test }): Cell[] => {
    const [scale, decimals] = kind === 'difference' ? [100, 2] : [1, 3]
    return [
      kind === 'difference'
        ? say.difference(who(leader), count(effect))
        : say.odds(who(leader), who(second), count(effect)),
      decimal(scale * test.value, decimals),
      decimal(scale * test.error, decimals),
      probability(test.p),
    ]
  })
  return [
    paragraph(say.decided(who(leader), decimal(100 * share, 1), decimal(100 * official, 2))),
    table({ caption: say.test, head: [say.test, say.value, say.error, say.p], rows }),
    paragraph(say.verdict[pollVerdict(found)]),
  ]
}

function boundsTable({ bounds }: PollCompared, poll: Poll, say: Words, language: Language): Block {
  const { decimal } = written[language]
  const percent = (part: number) => decimal(100 * part, 1)
  const rows = bounds.map(({ base, least, most, toHalf }): Cell[] => [
    base < 100 - 1e-9 || poll.other === 0 ? say.answered(decimal(base, 0)) : say.all,
    percent(least),
    percent(most),
    poll.undecided === 0 ? '–' : percent(toHalf),
  ])
  return table({ caption: say.bounds, head: [say.base, say.least, say.most, say.toHalf], rows })
}
