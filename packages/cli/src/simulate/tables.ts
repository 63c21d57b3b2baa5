import { writeFile } from 'node:fs/promises'
import { seeded } from '@countersign/analysis'
import { plainCountry, type Rejections, rejections, smaller, studied } from '@countersign/simulation'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { tablesText } from './text.ts'

/** How often each test rejects clean and tampered elections, at several sizes. */
export const tablesCommand: Command = {
  usage: 'tables',
  says: 'Make synthetic elections, clean and tampered with at several sizes, and count how often each test rejects.',
  options: [
    ['--runs <n>', 'elections of each kind; 200 where absent'],
    ['--counties <n>', 'counties of 150 boxes; 400 where absent, which is 60,000 boxes'],
    ['--kind <kind>', 'only this: clean, rounding, inventing, stuffing, switching, dropping'],
    ['--seed <n>', 'the same seed makes the same elections; 1 where absent'],
    ['--out <file>', 'write the tables as Markdown'],
  ],
  examples: [
    'countersign simulate tables --runs 20 --counties 40',
    'countersign simulate tables --runs 200 --out docs/methods/30-simulated-elections.md',
  ],
  run: async (_, given, { progress }) => {
    const asked = askedIn(given)
    if ('stopped' in asked) return asked
    const kinds = kindsIn(given)
    if ('stopped' in kinds) return kinds
    const { runs, counties, seed } = asked
    const random = seeded(seed)
    const country = smaller(plainCountry, counties)
    const made: Rejections[] = []
    let done = 0
    for (const tampering of kinds.all) {
      const heard = () => progress.at('elections', ++done, kinds.all.length * runs)
      made.push(rejections(country, tampering, { runs, random, heard }))
    }
    const text = tablesText(made, { country, seed })
    if (typeof given.out === 'string') {
      try {
        await writeFile(given.out, text)
      } catch (error) {
        return stop('cannot-write', (error as Error).message, 'name a file in a folder that can be written')
      }
    }
    return { json: { seed, country, tables: made }, text }
  },
}

function kindsIn({ kind }: Given): { readonly all: typeof studied } | Stopped {
  const nameOf = (one: (typeof studied)[number]) => (one === 'none' ? 'clean' : one.kind)
  const all = kind === undefined ? studied : studied.filter(one => nameOf(one) === kind)
  const known = [...new Set(studied.map(nameOf))].join(', ')
  return all.length > 0 ? { all } : stop('usage', `there is no kind “${kind}”`, `kinds: ${known}`)
}

interface Asked {
  readonly runs: number
  readonly counties: number
  readonly seed: number
}

function askedIn({ runs = '200', counties = '400', seed = '1' }: Given): Asked | Stopped {
  const asked = { runs: Number(runs), counties: Number(counties), seed: Number(seed) }
  const wrong = Object.entries(asked).find(([, n]) => !Number.isInteger(n) || n < 1)
  return wrong
    ? stop('usage', `--${wrong[0]} is not a whole number above 0`, `such as --${wrong[0]} 20`)
    : asked
}
