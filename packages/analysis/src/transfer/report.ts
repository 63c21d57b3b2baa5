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
import { type Matrix, sharesOf } from './results.ts'
import type { OptionName, Transfer } from './transfer.ts'
import { words } from './words.ts'

/** The estimate for people, as sections of a report: both families side by side, what is certain, what hangs on what. */
export function transferSections(found: Transfer, language: Language): readonly Section[] {
  const say = words[language]
  const { count, decimal } = written[language]
  const named = (option: OptionName) =>
    'candidate' in option ? nameIn(option.candidate, language) : say.other[option.other]
  const [rows, columns] = [found.from.map(named), found.to.map(named)]
  const head = [say.row, ...columns]
  const percent = (share: number) => decimal(100 * share, 1)
  const cells = (of: (j: number, k: number) => Cell) =>
    rows.map((name, j): Cell[] => [name, ...columns.map((_, k) => of(j, k))])
  const method = (title: string, says: string, votes: Matrix): Section => {
    const shares = sharesOf(votes)
    const whole = votes.map(row => row.map(Math.round))
    return section(
      title,
      paragraph(`${title} ${says}`),
      chart({
        caption: say.chart(title),
        drawing: { shape: 'flow', rows, columns, votes: whole },
        table: { caption: say.votes(title), head, rows: cells((j, k) => whole[j]![k]!) },
      }),
      table({ caption: say.share(title), head, rows: cells((j, k) => percent(shares[j]![k]!)) }),
    )
  }
  const part = (j: number, votes: number) => {
    const total = found.leastSquares[j]!.reduce((sum, cell) => sum + cell, 0)
    return total > 0 ? percent(Math.min(1, votes / total)) : '–'
  }
  const range = (j: number, low: number, high: number) => `${part(j, low)}–${part(j, high)}`
  return [
    section(
      say.title,
      paragraph(say.says(count(found.units), found.level)),
      caveat(say.caution),
      ...notes(found, language),
    ),
    method(say.squares, say.squaresSays, found.leastSquares),
    method(say.local, say.localSays, found.localPreferences),
    section(
      say.bounds,
      table({
        caption: say.boundsSays,
        head,
        rows: cells((j, k) => range(j, found.bounds[j]![k]!.least, found.bounds[j]![k]!.most)),
      }),
    ),
    ...(found.spread
      ? [
          section(
            say.spreadTitle,
            table({
              caption: say.spread(count(found.spread.samples), String(found.seed)),
              head,
              rows: cells((j, k) => range(j, found.spread!.low[j]![k]!, found.spread!.high[j]![k]!)),
            }),
          ),
        ]
      : []),
  ]
}

function notes({ withAbsent, fittedUnits, units }: Transfer, language: Language): readonly Block[] {
  const say = words[language]
  const { count } = written[language]
  return [
    ...(withAbsent ? [] : [caveat(say.noAbsent)]),
    ...(fittedUnits < units ? [paragraph(say.sampled(count(fittedUnits), count(units)))] : []),
  ]
}
