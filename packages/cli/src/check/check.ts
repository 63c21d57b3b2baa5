import { type CheckCode, checks } from '@countersign/election'
import { arithmetic, checkTable, numbersIn } from '@countersign/publication/import'
import { readBallots, reading, readMap, readTable } from '@countersign/publication/import/node'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { stopByProblems } from '../import/problems.ts'
import { stopBy } from '../record/refused.ts'
import { checkedText } from './text.ts'

/** The checks of a published table alone: nothing is signed, nothing is written. */
export const checkCommand: Command = {
  usage: 'check <table>',
  says: 'Check whether the rows of a published CSV table add up. Nothing is written.',
  options: [
    ['--map <file>', 'what the table’s columns mean'],
    ['--election <file>', 'whose votes each round should have; those of the map where absent'],
    ['--only <codes>', `checks by code, with commas; ${arithmetic.join(',')} where absent`],
  ],
  examples: [
    'countersign check tables.csv.gz --map elections/maps/peru-2021-snapshot.map.json',
    'countersign check tables.csv --map tables.map.json --only B02,B10 --json',
  ],
  run: async ([table], given, { language }) => {
    const codes = codesOf(given)
    if ('stopped' in codes) return codes
    if (typeof given.map !== 'string') return stop('usage', 'no map is named', 'add --map <file>')
    const map = await readMap(given.map)
    if (!map.ok) return stopBy(map.refusal)
    const ballots = typeof given.election === 'string' ? await readBallots(given.election) : undefined
    if (ballots && !ballots.ok) return stopBy(ballots.refusal)
    const numbers = ballots?.value.numbers ?? numbersIn(map.value)
    const read = await reading(table!, () => readTable(table!, map.value, numbers))
    if (!read.ok) return stopBy(read.refusal)
    const { rows, problems } = read.value
    if (problems.length > 0) return stopByProblems(problems.map(problem => ({ ...problem, table: table! })))
    const all = Object.keys(map.value.votes).map(id => numbers.votes.get(id)!)
    const candidatesOf = (round: number) => ballots?.value.candidates.get(round) ?? all
    const checked = checkTable(map.value, rows, numbers, { codes: codes.codes, candidatesOf, language })
    return { json: checked, text: checkedText(checked, language), finding: checked.findings.length > 0 }
  },
}

function codesOf({ only }: Given): { readonly codes: readonly CheckCode[] } | Stopped {
  if (typeof only !== 'string') return { codes: arithmetic }
  const codes = only.split(',').map(code => code.trim())
  const unknown = codes.find(code => !(code in checks))
  return unknown === undefined
    ? { codes: codes as CheckCode[] }
    : stop(
        'usage',
        `there is no check ${unknown}`,
        `checks of a row: ${[...arithmetic, 'B04', 'B05', 'B10'].join(', ')}`,
      )
}
