import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Facts, joined, readerOf, reportOf } from '@countersign/analysis/claims'
import { type Answer, type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { addedFacts, shippedFacts } from './facts.ts'
import { textOf } from './text.ts'

/** What texts say of an election, sentence by sentence, against the figures. */
export const claimsCommand: Command = {
  usage: 'claims <texts...>',
  says: 'Read articles in English or Persian and hold every claim about an election against the figures: what holds, under which denominator and version, what does not, and what was not understood. A - stands for standard input.',
  options: [
    ['--date <day>', 'the day of the texts, such as 2024-07-12; else the day that a text itself gives'],
    [
      '--election <where...>',
      'further elections to check against: a file of facts, a record (a folder or URL), or an election’s file with its tables',
    ],
    ['--all', 'tell also the sentences about the election that hold no figure'],
    ['--trace', 'tell how each claim was read'],
  ],
  examples: [
    'countersign claims article.txt',
    'countersign claims one.txt two.txt --date 2024-07-12 --json',
    'countersign claims article.txt --election runoff',
  ],
  run: async (files, given, { progress, language }) => {
    const day = dayIn(given)
    if (day !== undefined && typeof day !== 'string') return day
    const facts = await factsFor(given, progress)
    if ('stopped' in facts) return facts
    const documents: { readonly file: string; readonly text: string; readonly date?: string }[] = []
    for (const file of files) {
      const text = await textIn(file)
      if (typeof text !== 'string') return text
      documents.push({ file, text, ...(day !== undefined && { date: day }) })
    }
    const report = reportOf(documents, readerOf(facts.facts), language)
    const options = { all: given.all === true, trace: given.trace === true, language }
    return { json: report, text: textOf(report, options) } satisfies Answer
  },
}

function dayIn({ date }: Given): string | undefined | Stopped {
  if (typeof date !== 'string') return undefined
  if (/^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))) return date
  return stop('usage', `--date ${date} is not a day`, 'write it as 2024-07-12')
}

type Surroundings = Parameters<Command['run']>[2]

async function factsFor(
  { election }: Given,
  progress: Surroundings['progress'],
): Promise<{ readonly facts: readonly Facts[] } | Stopped> {
  let facts = await shippedFacts()
  for (const where of Array.isArray(election) ? (election as readonly string[]) : []) {
    const added = await addedFacts(where, progress)
    if ('stopped' in added) return added
    facts = joined(facts, added)
  }
  return { facts }
}

async function textIn(file: string): Promise<string | Stopped> {
  try {
    return file === '-' ? readFileSync(0, 'utf8') : await readFile(file, 'utf8')
  } catch (error) {
    return stop(
      'unreadable',
      `${file} cannot be read: ${(error as Error).message}`,
      'name a text file, or - for standard input',
    )
  }
}
