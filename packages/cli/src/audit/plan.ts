import { assertionsOf, planFile } from '@countersign/analysis/audits'
import { nameIn } from '@countersign/analysis/report'
import { outcomeOfTotals, sumRows } from '@countersign/analysis/sensitivity'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { aboutLines } from '../report/about.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { readRows, rowsOptions, type Studied } from '../rows/rows.ts'
import { auditOptions, idIn, openAudit } from './opened.ts'
import { riskIn, riskOption } from './risk.ts'
import { planSection } from './told.ts'

export const plan: Command = {
  usage: 'plan <where>',
  says: 'Plan an audit that limits the risk of a wrong outcome, box by box. It is kept with --key in the record or with --dir in a folder; with neither it is only shown.',
  options: [...auditOptions, ...rowsOptions, riskOption, ...reportOptions],
  examples: [
    'countersign audit plan elections/iran-2009 --level area --risk 5',
    'countersign audit plan runoff.csv.gz --map runoff.map.json --election runoff.election.json --dir audit-1',
    'countersign audit plan data/record --key auditor.skey',
  ],
  run: async ([where], given, { progress, language }) => {
    const riskPerMille = riskIn(given)
    if (typeof riskPerMille !== 'number') return riskPerMille
    const studied = await readRows(where!, given, progress)
    if ('stopped' in studied) return studied
    const { rows } = studied
    const totals = sumRows(rows)
    const outcome = outcomeOfTotals(rows.about, totals)
    const assertions = assertionsOf(rows.about, outcome, totals.standings)
    const file = planFile(rows, assertions, { audit: idIn(given), riskPerMille })
    if (!file.ok) return stopBy(file.refusal)
    const kept = await keep(where!, given, studied, file.value, progress)
    if (kept) return kept
    const report = {
      language,
      title: nameIn(rows.about.name, language),
      about: aboutLines(studied, language),
      sections: [planSection(file.value, language)],
    }
    const { boxes, ...rest } = file.value
    return answerBy(report, { ...rest, bound: rest.total / rest.unit, boxes: boxes.length }, given)
  },
}

async function keep(
  where: string,
  given: Given,
  { rows }: Studied,
  file: Parameters<typeof planSection>[0],
  progress: Parameters<typeof openAudit>[2],
): Promise<Stopped | undefined> {
  if (given.dir === undefined && given.key === undefined) return undefined
  const audit = await openAudit(where, given, progress)
  if ('stopped' in audit) return audit
  if (audit.state)
    return stop('planned', `The audit ${idIn(given)} is planned already.`, 'name another with --audit')
  const added = await audit.store.add([{ step: 'plan', file }], rows.about.round)
  return added.ok ? undefined : stopBy(added.refusal)
}
