import { assertionsOf, ballotsSection, planBallots } from '@countersign/analysis/audits'
import { nameIn } from '@countersign/analysis/report'
import { outcomeOfTotals, sumRows } from '@countersign/analysis/sensitivity'
import { type Command, stop } from '../command/command.ts'
import { aboutLines } from '../report/about.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { readRows, rowsOptions } from '../rows/rows.ts'
import { riskIn, riskOption } from './risk.ts'

export const ballots: Command = {
  usage: 'ballots <where>',
  says: 'Say how many single ballots an audit would draw to confirm a result, looking at papers alone or against a record of each.',
  options: [...rowsOptions, riskOption, ...reportOptions],
  examples: ['countersign audit ballots elections/iran-2009 --level area --risk 5'],
  run: async ([where], given, { progress, language }) => {
    const riskPerMille = riskIn(given)
    if (typeof riskPerMille !== 'number') return riskPerMille
    const studied = await readRows(where!, given, progress)
    if ('stopped' in studied) return studied
    const { rows } = studied
    const totals = sumRows(rows)
    const { taken, valid, standings } = totals
    if (taken === null || valid === null)
      return stop('no-result', 'Some row does not give its ballots taken and valid.', 'complete the table')
    const outcome = outcomeOfTotals(rows.about, totals)
    const votes = Object.fromEntries(standings.map(({ candidate, votes }) => [candidate, votes]))
    const plans = planBallots(
      assertionsOf(rows.about, outcome, standings),
      { votes, taken, valid },
      riskPerMille / 1_000,
    )
    const report = {
      language,
      title: nameIn(rows.about.name, language),
      about: aboutLines(studied, language),
      sections: [ballotsSection(plans, { candidates: rows.candidates, riskPerMille }, language)],
    }
    return answerBy(report, { riskPerMille, plans }, given)
  },
}
