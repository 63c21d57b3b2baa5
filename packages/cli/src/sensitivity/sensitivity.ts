import { nameIn } from '@countersign/analysis/report'
import {
  type Sensitivity,
  type Supposed,
  sensitivityOf,
  sensitivitySections,
} from '@countersign/analysis/sensitivity'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { aboutLines } from '../report/about.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { readRows, rowsOptions, type Studied } from '../rows/rows.ts'
import { versionsOf } from '../rows/versions.ts'

/** How many ballots, boxes or areas would change a result. */
export const sensitivityCommand: Command = {
  usage: 'sensitivity <where>',
  says: 'Say how many ballots, boxes or areas would change the result: of a record, an election’s folder, or a CSV table with its map.',
  options: [
    ...rowsOptions,
    ['--without <ids>', 'leave out these boxes and areas, named by their identifiers with commas'],
    ['--false <candidate=ballots...>', 'suppose so many ballots for a candidate are false'],
    ['--moved <from:to=ballots...>', 'suppose so many ballots counted for one candidate are another’s'],
    ...reportOptions,
  ],
  examples: [
    'countersign sensitivity elections/iran-2009 --level area',
    'countersign sensitivity elections/iran-2009 --false ahmadinejad=3000000 --html report.html',
    'countersign sensitivity elections/iran-2024 --round 1 --level country --json',
  ],
  run: async ([where], given, { progress, language }) => {
    const studied = await readRows(where!, given, progress)
    if ('stopped' in studied) return studied
    const supposed = supposedIn(given, studied)
    if ('stopped' in supposed) return supposed
    const { rows } = studied
    const found = sensitivityOf(rows, {
      announced: versionsOf(studied).slice(1),
      supposed: supposed.all,
      ...leftOut(given),
    })
    const report = {
      language,
      title: nameIn(rows.about.name, language),
      about: aboutLines(studied, language),
      sections: sensitivitySections(found, language),
    }
    return answerBy(report, jsonOf(found), given)
  },
}

function leftOut({ without }: Given) {
  if (typeof without !== 'string') return {}
  const ids = without.split(',').map(id => id.trim())
  return { leftOut: { rows: ids, areas: ids } }
}

function supposedIn(given: Given, { rows }: Studied): { readonly all: readonly Supposed[] } | Stopped {
  const known = rows.candidates.map(({ id }) => id)
  const all: Supposed[] = []
  for (const text of listOf(given.false)) {
    const [, of = '', ballots = ''] = /^(.+)=(\d+)$/.exec(text) ?? []
    if (!known.includes(of)) return notSupposed(text, 'candidate=ballots', known)
    all.push({ of, false: Number(ballots) })
  }
  for (const text of listOf(given.moved)) {
    const [, from = '', to = '', ballots = ''] = /^(.+):(.+)=(\d+)$/.exec(text) ?? []
    if (!known.includes(from) || !known.includes(to)) return notSupposed(text, 'from:to=ballots', known)
    all.push({ from, to, switched: Number(ballots) })
  }
  return { all }
}

function listOf(given: Given[string]): readonly string[] {
  return Array.isArray(given) ? given : []
}

function notSupposed(text: string, form: string, known: readonly string[]): Stopped {
  return stop('usage', `“${text}” is not ${form}`, `candidates: ${known.join(', ')}`)
}

/** The study as JSON: what is long is kept to its numbers. */
function jsonOf({ least, ...found }: Sensitivity) {
  return { ...found, least: least.map(({ scores: _, ...each }) => each) }
}
