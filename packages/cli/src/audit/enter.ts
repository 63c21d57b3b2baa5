import { readFile } from 'node:fs/promises'
import type { AuditState, HandCount } from '@countersign/analysis/audits'
import { type Command, type Stopped, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { auditOptions, openPlanned } from './opened.ts'
import { auditJson, auditReport } from './told.ts'

export const enter: Command = {
  usage: 'enter <where> <counts>',
  says: 'Enter hand counts of drawn boxes from a CSV file: box, invalid, and a column for each candidate, as on the worksheet.',
  options: [...auditOptions, ...reportOptions],
  examples: [
    'countersign audit enter data/record counts.csv --key auditor.skey',
    'countersign audit enter . counts.csv --dir audit-1',
  ],
  run: async ([where, path], given, { progress, language }) => {
    const audit = await openPlanned(where!, given, progress)
    if ('stopped' in audit) return audit
    const { state, store } = audit
    const text = await readFile(path!, 'utf8').catch(() => undefined)
    if (text === undefined) return stop('cannot-read', `${path} cannot be read.`, 'name a CSV file')
    const counts = countsIn(text, path!, state)
    if ('stopped' in counts) return counts
    const added = await store.add([{ step: 'results', counts: counts.all }], state.plan.round)
    if (!added.ok) return stopBy(added.refusal)
    const after = await openPlanned(where!, given, progress)
    if ('stopped' in after) return after
    const report = auditReport(after.state, language)
    return answerBy(report, auditJson(after.state), given, after.state.verdict === 'fullCount')
  },
}

/** The counts of a worksheet as CSV; every fault with its line. Lines without any figure are left for later. */
function countsIn(
  text: string,
  path: string,
  { plan, drawn }: AuditState,
): { readonly all: readonly HandCount[] } | Stopped {
  const [head = [], ...lines] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(line => line.split(',').map(cell => cell.trim()))
  const ids = plan.candidates.map(({ id }) => id)
  const wanted = ['box', 'invalid', ...ids]
  const lacking = wanted.filter(name => !head.includes(name))
  if (lacking.length > 0)
    return stop('columns', `${path}:1: no column ${lacking.join(', ')}`, `columns: ${wanted.join(',')}`)
  const known = new Set(drawn.map(({ box }) => box))
  const all: HandCount[] = []
  for (const [i, cells] of lines.entries()) {
    const cell = (name: string) => cells[head.indexOf(name)] ?? ''
    const figures = ['invalid', ...ids].map(cell)
    if (figures.every(figure => figure === '')) continue
    const place = `${path}:${i + 2}`
    const box = cell('box')
    if (!known.has(box))
      return stop('not-drawn', `${place}: box “${box}” was not drawn.`, 'enter only boxes of the worksheet')
    const bad = figures.findIndex(figure => !/^\d{1,9}$/.test(figure))
    if (bad !== -1)
      return stop(
        'figure',
        `${place}: “${figures[bad]}” is no whole number (${['invalid', ...ids][bad]}).`,
        'write 0 where there is none',
      )
    const [invalid, ...votes] = figures.map(Number) as [number, ...number[]]
    const valid = votes.reduce((sum, votes) => sum + votes, 0)
    all.push({
      box,
      taken: valid + invalid,
      valid,
      votes: Object.fromEntries(ids.map((id, c) => [id, votes[c]!])),
    })
  }
  return all.length > 0 ? { all } : stop('empty', `${path} has no counts.`, 'fill in the worksheet')
}
