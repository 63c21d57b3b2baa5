import { writeFile } from 'node:fs/promises'
import { forensics, forensicsSections } from '@countersign/analysis/forensics'
import { proofsOf, proofsSection, provesAnything } from '@countersign/analysis/identities'
import {
  htmlOf,
  type Language,
  list,
  nameIn,
  paragraph,
  type Report,
  type Section,
  section,
} from '@countersign/analysis/report'
import { sensitivityOf, sensitivitySections } from '@countersign/analysis/sensitivity'
import { transferOf, transferSections } from '@countersign/analysis/transfer'
import { evidenceLine, type Name, tally } from '@countersign/election'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { earlierOptions, readEarlier } from '../forensics/earlier.ts'
import { readRows, rowsOptions, type Studied } from '../rows/rows.ts'
import { versionsOf } from '../rows/versions.ts'
import { aboutLines } from './about.ts'
import { type Bulletins, readBulletins } from './bulletins.ts'
import { pdfOf } from './print.ts'
import { textOf } from './text.ts'
import { words } from './words.ts'

/** One document for a court or a newsroom. */
export const reportCommand: Command = {
  usage: 'report <where>',
  says: 'Write one document on a result: proofs first, then what would change it, then statistics with what they cannot show. Ends with 1 where arithmetic proves something stated to be wrong.',
  options: [
    ...rowsOptions,
    ...earlierOptions,
    ['--bulletins <file>', 'announcements to hold the rows against, as JSON: docs/methods/01-identities.md'],
    ['--out <file>', 'a .pdf or .html file; shown as text where absent'],
  ],
  examples: [
    'countersign report elections/iran-2009 --level area --out iran-2009.pdf',
    'countersign report elections/iran-2009 --lang fa --out iran-2009.html',
    'countersign report sheets.csv.gz --map elections/maps/venezuela-2024.map.json --election elections/maps/venezuela-2024.election.json --bulletins elections/maps/venezuela-2024.bulletins.json',
  ],
  run: async ([where], given, { progress, language }) => {
    const bulletins = await readBulletins(given.bulletins)
    if ('stopped' in bulletins) return bulletins
    const studied = await readRows(where!, given, progress)
    if ('stopped' in studied) return studied
    const earlier = await readEarlier(where!, given, studied, progress)
    if (earlier && 'stopped' in earlier) return earlier
    progress.at('statistics', 0)
    const { report, json, finding } = documentOf(studied, earlier, bulletins.all, language)
    const written = await write(report, given)
    if (written) return written
    const text = typeof given.out === 'string' ? given.out : textOf(report)
    return { json: { ...json, out: given.out ?? null }, text, finding }
  },
}

function documentOf(
  studied: Studied,
  earlier: Studied | undefined,
  bulletins: Bulletins,
  language: Language,
) {
  const { rows, intact } = studied
  const say = words[language]
  const proofs = proofsOf(rows, row => rowName(studied, row, language), {
    bulletins: bulletins.map(({ label, ...bulletin }) => ({ ...bulletin, label: nameIn(label, language) })),
    totals: versionsOf(studied)
      .slice(1)
      .map(({ label = {}, totals: { standings, ...figures } }) => ({
        label: nameIn(label as Name, language),
        figures: {
          ...figures,
          ...Object.fromEntries(standings.map(({ candidate, votes }) => [candidate, votes])),
        },
      })),
  })
  const sensitivity = sensitivityOf(rows, { announced: versionsOf(studied).slice(1) })
  const statistics = rows.length >= leastRows ? forensics(rows, earlier?.rows) : undefined
  const transfer = statistics && earlier && transferOf(rows, earlier.rows)
  const report: Report = {
    language,
    title: nameIn(rows.about.name, language),
    about: aboutLines(studied, language),
    sections: [
      section(say.first, paragraph(say.order)),
      recordSection(studied, language),
      proofsSection(proofs, rows.candidates, language),
      ...sensitivitySections(sensitivity, language),
      ...(statistics
        ? forensicsSections(statistics, rows.candidates, language).map(
            ({ title, blocks }): Section => section(say.statistics(title), ...blocks),
          )
        : [section(say.noStatistics, paragraph(say.withheld))]),
      ...(transfer ? transferSections(transfer, language) : []),
      section(say.limits, list(say.cannot)),
    ],
  }
  const { names: _, ...proved } = proofs
  const least = sensitivity.least.map(({ scores: _, ...each }) => each)
  const json = {
    intact: intact ?? null,
    proofs: proved,
    sensitivity: { ...sensitivity, least },
    statistics: statistics?.tests ?? null,
  }
  return { report, json, finding: provesAnything(proofs) || intact === false }
}

/** Below this, statistics would say more about chance than about the count. */
const leastRows = 100

function rowName({ rows }: Studied, row: number, language: Language): string {
  const area = rows.area[row]!
  if (rows.level === 'box' || area === -1) return rows.ids[row]!
  return nameIn(rows.areas.names[area]!, language)
}

function recordSection({ election, intact }: Studied, language: Language): Section {
  const say = words[language]
  if (!election) return section(say.record, paragraph(say.table))
  const line = evidenceLine(tally(election).evidence, language, intact)
  return section(say.record, paragraph(intact ? say.intact : say.broken), paragraph(say.signed(line)))
}

async function write(report: Report, { out }: Given): Promise<Stopped | undefined> {
  if (out === undefined) return undefined
  if (typeof out !== 'string' || !/\.(pdf|html)$/i.test(out))
    return stop('usage', `${out} is neither .pdf nor .html`, 'name a file such as --out report.pdf')
  const bytes = out.toLowerCase().endsWith('.pdf') ? pdfOf(report, 0) : htmlOf(report)
  try {
    await writeFile(out, bytes)
    return undefined
  } catch (error) {
    return stop('cannot-write', (error as Error).message, 'name a file in a folder that can be written')
  }
}
