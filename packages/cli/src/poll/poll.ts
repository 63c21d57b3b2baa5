import { comparePoll, type Poll, pollSections, pollVerdict } from '@countersign/analysis/polls'
import { nameIn } from '@countersign/analysis/report'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { aboutLines } from '../report/about.ts'
import { answerBy, reportOptions } from '../report/answer.ts'
import { readRows, rowsOptions, type Studied } from '../rows/rows.ts'
import { versionsOf } from '../rows/versions.ts'

/** A poll before the vote beside the result. */
export const pollCommand: Command = {
  usage: 'poll <where>',
  says: 'Hold a poll against a result: what it allows whatever the undecided did, and how far it is from each version of the total. It does not test the count.',
  options: [
    ['--asked <n>', 'how many people were asked'],
    ['--named <candidate=points...>', 'points of 100 for each candidate that was named'],
    ['--undecided <points>', 'points that had not decided; the rest is every other answer'],
    ...rowsOptions,
    ...reportOptions,
  ],
  examples: [
    'countersign poll elections/iran-2009 --asked 1001 --named ahmadinejad=34 mousavi=14 karroubi=2 rezaee=1 --undecided 27',
  ],
  run: async ([where], given, { progress, language }) => {
    const studied = await readRows(where!, given, progress)
    if ('stopped' in studied) return studied
    const poll = pollIn(given, studied)
    if ('stopped' in poll) return poll
    const versions = versionsOf(studied)
    const compared = versions.flatMap(({ label, totals }) => {
      const votes = Object.fromEntries(totals.standings.map(({ candidate, votes }) => [candidate, votes]))
      return totals.valid === null
        ? []
        : [comparePoll(poll, { votes, valid: totals.valid }, label && nameIn(label, language))]
    })
    if (compared.length === 0)
      return stop('no-result', 'No version of the result gives its valid votes.', 'complete the table')
    const { rows } = studied
    const report = {
      language,
      title: nameIn(rows.about.name, language),
      about: aboutLines(studied, language),
      sections: pollSections(poll, compared, rows.candidates, language),
    }
    const json = { poll, compared: compared.map(each => ({ ...each, verdict: pollVerdict(each) })) }
    return answerBy(report, json, given)
  },
}

function pollIn({ asked, named, undecided = '0' }: Given, { rows }: Studied): Poll | Stopped {
  const known = rows.candidates.map(({ id }) => id)
  const n = Number(asked)
  if (!Number.isInteger(n) || n < 1)
    return stop('usage', 'how many were asked is not said', 'add --asked <n>, such as --asked 1001')
  const points: Record<string, number> = {}
  for (const text of Array.isArray(named) ? (named as readonly string[]) : []) {
    const [, id = '', value = ''] = /^(.+)=(\d+(?:\.\d+)?)$/.exec(text) ?? []
    if (!known.includes(id))
      return stop('usage', `“${text}” is not candidate=points`, `candidates: ${known.join(', ')}`)
    points[id] = Number(value)
  }
  if (Object.values(points).filter(value => value > 0).length < 2)
    return stop('usage', 'the poll names fewer than two candidates', 'add --named a=34 b=14')
  const rest = 100 - Object.values(points).reduce((sum, each) => sum + each, 0) - Number(undecided)
  if (!(Number(undecided) >= 0) || rest < 0)
    return stop('usage', 'the points are more than 100, or not numbers', 'give points of 100')
  return { n, named: points, undecided: Number(undecided), other: rest }
}
