import { nameIn } from '@countersign/analysis/report'
import { transferOf, transferSections } from '@countersign/analysis/transfer'
import { type Command, stop } from '../command/command.ts'
import { earlierOptions, readEarlier } from '../forensics/earlier.ts'
import { aboutLines } from '../report/about.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { readRows, rowsOptions } from '../rows/rows.ts'

/** Who voted for whom between two rounds: two families of estimates, and what is certain. */
export const transferCommand: Command = {
  usage: 'transfer <where>',
  says: 'Estimate where the voters of an earlier round went: two families of estimators side by side, bounds, resampled counties.',
  options: [...rowsOptions, ...earlierOptions, ...reportOptions],
  examples: [
    'countersign transfer runoff.csv.gz --map elections/maps/peru-2021-runoff.map.json --earlier round1.csv.gz --earlier-map elections/maps/peru-2021-round1.map.json --html transfer.html',
    'countersign transfer a-record --round 2 --json',
  ],
  run: async ([where], given, { progress, language }) => {
    const studied = await readRows(where!, given, progress)
    if ('stopped' in studied) return studied
    const earlier = await readEarlier(where!, given, studied, progress)
    if (!earlier)
      return stop(
        'no-earlier',
        'There is no earlier round to compare with.',
        'name it with --earlier, or a later round of the same election with --round 2',
      )
    if ('stopped' in earlier) return earlier
    progress.at('estimates', 0)
    const found = transferOf(studied.rows, earlier.rows)
    if (!found)
      return stop(
        'too-few-places',
        'The two rounds have fewer than 20 places in common whose figures are whole.',
        'name tables of the same boxes or areas, or another --level',
      )
    const report = {
      language,
      title: nameIn(studied.rows.about.name, language),
      about: aboutLines(studied, language),
      sections: transferSections(found, language),
    }
    return answerBy(report, found, given)
  },
}
