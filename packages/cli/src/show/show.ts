import type { Figures, Statement } from '@countersign/election'
import type { Command } from '../command/command.ts'
import { entriesAbout, type Found, subjectOf } from '../record/about.ts'
import { openRecord } from '../record/log.ts'
import { stopBy } from '../record/refused.ts'

/** What the record says of a box, an area or one entry: each statement, in order. */
export const showCommand: Command = {
  usage: 'show <record> <subject>',
  says: 'Show every statement about a box or an area, or one entry (as #17).',
  examples: [
    'countersign show runoff 000001',
    'countersign show iran-2009 IR-02',
    'countersign show iran-2009 "#0" --json',
  ],
  run: async ([where, words], _given, { progress }) => {
    const log = await openRecord(where!)
    if (!log.ok) return stopBy(log.refusal, where)
    const found = await entriesAbout(log.value, subjectOf(words!), progress)
    if (!found.ok) return stopBy(found.refusal, where)
    const { origin, size } = log.value.checkpoint
    const entries = found.value.map(({ index, entry }) => ({
      index,
      id: entry.id,
      signers: entry.signatures.map(({ kid }) => kid),
      statement: onlyAbout(entry.statement, words!),
    }))
    const head = `${words} in ${origin}, ${size.toLocaleString('en')} entries`
    return {
      json: { subject: words, origin, treeSize: size, entries },
      text: [head, ...found.value.map(entryText(words!))].join('\n'),
    }
  },
}

/** Of a list of boxes or areas, the one that is asked for; of any other statement, all of it. */
function onlyAbout(statement: Statement, name: string): unknown {
  if (statement.kind === 'boxes' && statement.boxes.some(({ id }) => id === name))
    return { ...statement, boxes: statement.boxes.filter(({ id }) => id === name) }
  if (statement.kind === 'areas' && statement.areas.some(({ id }) => id === name))
    return { ...statement, areas: statement.areas.filter(({ id }) => id === name) }
  return statement
}

function entryText(name: string): (found: Found) => string {
  return ({ index, entry }) => {
    const { kind, round, ...rest } = onlyAbout(entry.statement, name) as Record<string, unknown> & Statement
    const { definition: _, figures, ...told } = rest as Record<string, unknown>
    return [
      '',
      `entry ${index}: ${kind}${round === 0 ? '' : `, round ${round}`}`,
      `  statement  ${entry.id}`,
      `  signed by  ${entry.signatures.map(({ kid }) => kid).join(', ')}`,
      ...Object.entries(told).map(
        ([key, value]) => `  ${key.padEnd(9)}  ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      ),
      ...(figures === undefined ? [] : figureLines(figures as Figures)),
    ].join('\n')
  }
}

function figureLines(figures: Figures): readonly string[] {
  const flat = Object.entries(figures).flatMap(([name, figure]): [string, number][] =>
    typeof figure === 'number'
      ? [[name, figure]]
      : Object.entries(figure as Record<string, number>).map(([number, count]) => [
          `${name} ${number}`,
          count,
        ]),
  )
  const left = Math.max(0, ...flat.map(([name]) => name.length))
  const right = Math.max(0, ...flat.map(([, count]) => count.toLocaleString('en').length))
  return flat.map(
    ([name, count]) => `    ${name.padEnd(left)}  ${count.toLocaleString('en').padStart(right)}`,
  )
}
