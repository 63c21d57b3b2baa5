import { writeFile } from 'node:fs/promises'
import type { AuditState } from '@countersign/analysis/audits'
import { type Language, nameIn } from '@countersign/analysis/report'
import type { Definition } from '@countersign/election'
import { worksheet as printedWorksheet } from '@countersign/paper'
import { typeset } from '@countersign/paper/node'
import { type Command, stop } from '../command/command.ts'
import { auditOptions, openPlanned } from './opened.ts'

const words = {
  en: {
    title: 'Worksheet of the audit',
    notes: (seed: string) => [
      'Open each box before witnesses, count its ballots by hand without looking at the form, and write the figures.',
      `Seed of the draw: ${seed}`,
    ],
    box: 'Box',
    times: 'Drawn',
    invalid: 'Invalid',
    opened: 'Seal',
    signers: ['Auditor', 'Witness', 'Witness'],
  },
  fa: {
    title: 'کاربرگ حسابرسی',
    notes: (seed: string) => [
      'هر صندوق را در برابر شاهدان بگشایید، برگه‌ها را بی نگاه به صورت‌جلسه با دست بشمارید و ارقام را بنویسید.',
      `بذر قرعه: ${seed}`,
    ],
    box: 'صندوق',
    times: 'دفعات قرعه',
    invalid: 'باطله',
    opened: 'پلمب',
    signers: ['حسابرس', 'شاهد', 'شاهد'],
  },
} as const

export const worksheet: Command = {
  usage: 'worksheet <where>',
  says: 'Write the worksheet of the boxes that are drawn and not yet counted: PDF to print, or CSV to fill in.',
  options: [...auditOptions, ['--out <file>', 'where it goes: a .pdf or .csv file']],
  examples: [
    'countersign audit worksheet data/record --out worksheet.pdf --lang fa',
    'countersign audit worksheet . --dir audit-1 --out counts.csv',
  ],
  run: async ([where], given, { progress, language }) => {
    const out = given.out
    if (typeof out !== 'string' || !/\.(pdf|csv)$/i.test(out))
      return stop(
        'usage',
        'no file is named for the worksheet',
        'add --out worksheet.pdf or --out counts.csv',
      )
    const audit = await openPlanned(where!, given, progress)
    if ('stopped' in audit) return audit
    const { state } = audit
    if (state.waiting.length === 0)
      return stop('nothing-to-count', 'No box is drawn and not yet counted.', 'countersign audit status')
    const bytes = out.toLowerCase().endsWith('.csv')
      ? csv(state)
      : pdf(state, audit.election?.definition, language)
    try {
      await writeFile(out, bytes)
    } catch (error) {
      return stop('cannot-write', (error as Error).message, 'name a file in a folder that can be written')
    }
    return {
      json: { out, boxes: state.waiting },
      text: `${out}: ${state.waiting.length.toLocaleString(language)}`,
    }
  },
}

function csv({ plan, waiting }: AuditState): string {
  const head = ['box', 'invalid', ...plan.candidates.map(({ id }) => id)]
  return [head, ...waiting.map(box => [box, ...head.slice(1).map(() => '')])]
    .map(row => `${row.join(',')}\n`)
    .join('')
}

function pdf(
  { plan, waiting, drawn, seed }: AuditState,
  definition: Definition | undefined,
  language: Language,
): Uint8Array {
  const say = words[language]
  const times = (box: string) => drawn.filter(each => each.box === box).length.toLocaleString(language)
  const sheet = {
    title: `${say.title} ${plan.audit}`,
    notes: say.notes(seed?.text ?? ''),
    columns: [
      say.box,
      say.times,
      say.opened,
      say.invalid,
      ...plan.candidates.map(({ name }) => nameIn(name, language)),
    ],
    rows: waiting.map(box => [box, times(box), null, null, ...plan.candidates.map(() => null)]),
    signers: say.signers,
  }
  const named = definition ?? ({ name: plan.about.name, origin: '' } as Definition)
  return typeset([printedWorksheet({ definition: named, language }, sheet)]).pdf(0)
}
