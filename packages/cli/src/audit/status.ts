import type { Command } from '../command/command.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { auditOptions, openPlanned } from './opened.ts'
import { auditJson, auditReport } from './told.ts'

export const status: Command = {
  usage: 'status <where>',
  says: 'Say how far an audit is: draws, counts, the risk so far, and what is next. Ends with 1 where it asks for a full count.',
  options: [...auditOptions, ...reportOptions],
  examples: [
    'countersign audit status data/record',
    'countersign audit status . --dir audit-1 --html audit.html',
  ],
  run: async ([where], given, { progress, language }) => {
    const audit = await openPlanned(where!, given, progress)
    if ('stopped' in audit) return audit
    const { state } = audit
    return answerBy(auditReport(state, language), auditJson(state), given, state.verdict === 'fullCount')
  },
}
