import { readFile } from 'node:fs/promises'
import { quickCount, quickCountSection, type Stratum } from '@countersign/analysis/audits'
import { parse } from 'csv-parse/sync'
import { type Command, type Stopped, stop } from '../command/command.ts'
import { answerBy, reportOptions } from '../report/answer.ts'

const title = { en: 'Quick count', fa: 'شمارش سریع' } as const
const columns = ['stratum', 'boxes', 'votes', 'ballots'] as const
type Row = Readonly<Record<(typeof columns)[number], string>>

export const quickCountCommand: Command = {
  usage: 'quick-count <sample>',
  says: 'Estimate a candidate’s share from a stratified random sample of boxes: a CSV file with a row for each sampled box and the columns stratum, boxes (all of the stratum), votes, ballots.',
  options: reportOptions,
  examples: ['countersign audit quick-count sample.csv'],
  run: async ([path], given, { language }) => {
    const text = await readFile(path!, 'utf8').catch(() => undefined)
    if (text === undefined) return stop('cannot-read', `${path} cannot be read.`, 'name a CSV file')
    const strata = strataIn(text, path!)
    if ('stopped' in strata) return strata
    const found = quickCount(strata.all)
    if (!found)
      return stop(
        'too-few',
        'A stratum has fewer than two sampled boxes, or there are no ballots.',
        'join small strata, or add their boxes',
      )
    const sections = [quickCountSection(found, strata.all, language)]
    const report = { language, title: title[language], about: [path!], sections }
    return answerBy(report, { ...found, strata: strata.all.length }, given)
  },
}

/** The sample by strata; the first fault with its line. */
function strataIn(text: string, path: string): { readonly all: readonly Stratum[] } | Stopped {
  const rows: readonly Row[] = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true })
  const lacking = columns.filter(name => !(name in (rows[0] ?? {})))
  if (lacking.length > 0)
    return stop('columns', `${path}: no column ${lacking.join(', ')}`, `columns: ${columns.join(',')}`)
  for (const [i, row] of rows.entries()) {
    const bad = columns.slice(1).find(name => !/^\d{1,9}$/.test(row[name]))
    if (bad !== undefined)
      return stop('figure', `${path}:${i + 2}: ${bad} “${row[bad]}” is no whole number`, 'write 0 for none')
    if (Number(row.votes) > Number(row.ballots))
      return stop('figure', `${path}:${i + 2}: more votes than ballots`, 'look at the form again')
  }
  const all: Stratum[] = []
  for (const [stratum, own] of Map.groupBy(rows, row => row.stratum)) {
    const boxes = Number(own[0]!.boxes)
    if (own.some(row => Number(row.boxes) !== boxes) || own.length > boxes)
      return stop(
        'stratum',
        `${path}: the rows of “${stratum}” do not agree on its boxes, or are more than these`,
        'write in every row how many boxes the whole stratum has',
      )
    all.push({ boxes, sampled: own.map(({ votes, ballots }) => [Number(votes), Number(ballots)] as const) })
  }
  return { all }
}
