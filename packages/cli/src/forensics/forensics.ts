import { type Forensics, forensics, forensicsSections } from '@countersign/analysis/forensics'
import { nameIn } from '@countersign/analysis/report'
import type { Command } from '../command/command.ts'
import { aboutLines } from '../report/about.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { readRows, rowsOptions } from '../rows/rows.ts'
import { earlierOptions, readEarlier } from './earlier.ts'

/** Digits, whole percentages, turnout and an earlier round: what they show and what they cannot. */
export const forensicsCommand: Command = {
  usage: 'forensics <where>',
  says: 'Test digits, whole percentages, turnout and shares: of a record, an election’s folder, or a CSV table with its map. Nothing of it is a proof.',
  options: [...rowsOptions, ...earlierOptions, ...reportOptions],
  examples: [
    'countersign forensics elections/iran-2009 --level area',
    'countersign forensics stations.csv.gz --map elections/maps/russia-2011.map.json --election elections/maps/russia-2011.election.json --html report.html',
    'countersign forensics runoff.csv.gz --map runoff.map.json --earlier round1.csv.gz --earlier-map round1.map.json --json',
  ],
  run: async ([where], given, { progress, language }) => {
    const studied = await readRows(where!, given, progress)
    if ('stopped' in studied) return studied
    const earlier = await readEarlier(where!, given, studied, progress)
    if (earlier && 'stopped' in earlier) return earlier
    progress.at('tests', 0)
    const found = forensics(studied.rows, earlier?.rows)
    const report = {
      language,
      title: nameIn(studied.rows.about.name, language),
      about: aboutLines(studied, language),
      sections: forensicsSections(found, studied.rows.candidates, language),
    }
    return answerBy(report, jsonOf(found), given)
  },
}

/** Everything but the columns that are as long as the table; of residuals, those that are far. */
function jsonOf({ fingerprint, residuals, ...found }: Forensics) {
  return {
    ...found,
    ...(fingerprint && {
      fingerprint: { ...fingerprint, cells: fingerprint.cells.map(row => Array.from(row)) },
    }),
    ...(residuals && {
      residuals: {
        boxes: residuals.boxes,
        level: residuals.level,
        spread: residuals.spread,
        far: residuals.far,
        furthest: residuals.residuals
          .filter(({ q }) => q <= 0.05)
          .map(({ at, ...residual }) => ({ id: residuals.ids[at]!, ...residual })),
      },
    }),
  }
}
