import { type Election, type Tally, tally, type Which } from '@countersign/election'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { verified } from '../record/verified.ts'
import { announcedIn, announcedText } from './announced.ts'
import { findingsIn, findingsText } from './findings.ts'
import { tallyText } from './text.ts'

/** The totals of a record, verified on the way. */
export const tallyCommand: Command = {
  usage: 'tally <record>',
  says: 'Verify a record (a folder or a URL) and add it up: totals, shares with their denominators, outcome.',
  options: [
    ['--area <id>', 'only this area'],
    ['--round <n>', 'only this round'],
    ['--level <level>', 'the sum of the rows of this level; the definition says which where absent'],
  ],
  examples: [
    'countersign tally iran-2009',
    'countersign tally iran-2009 --area IR-02 --level area',
    'countersign tally runoff --json',
  ],
  run: async ([where], given, { progress, language }) => {
    const done = await verified(where!, {}, progress)
    if (!done.ok) return stopBy(done.refusal, where)
    const { report, election } = done.value
    if (!election)
      return stop(
        'not-whole',
        `The record in ${where} cannot be read as a whole: ${report.failures[0]?.message ?? ''}`,
        `countersign verify ${where}`,
      )
    const which = whichOf(given, election)
    if ('stopped' in which) return which
    const tallied: Tally = tally(election, which)
    const found = findingsIn(election, which, language)
    const announced = announcedIn(election, which)
    const text = [
      tallyText(election, tallied, which, report.intact, language),
      ...(announced.length === 0 ? [] : [announcedText(election, announced, language)]),
      findingsText(election, found, language),
    ].join('\n\n')
    return { json: { ...tallied, announcements: announced, findings: found }, text, finding: !report.intact }
  },
}

function whichOf({ area, round, level }: Given, election: Election): Which | Stopped {
  const { levels } = election.definition
  if (typeof area === 'string' && !election.areas.has(area))
    return stop(
      'no-such-area',
      `There is no area ${area} in the record.`,
      'areas are named as in the published table',
    )
  if (typeof round === 'string' && !election.rounds.has(Number(round)))
    return stop(
      'no-such-round',
      `There is no round ${round} in the record.`,
      `rounds: ${[...election.rounds.keys()].join(', ')}`,
    )
  const known = [...levels.map(({ id }) => id), 'box']
  if (typeof level === 'string' && !known.includes(level))
    return stop('no-such-level', `There is no level ${level}.`, `levels: ${known.join(', ')}`)
  return {
    ...(typeof area === 'string' && { area }),
    ...(typeof round === 'string' && { round: Number(round) }),
    ...(typeof level === 'string' && { level }),
  }
}
