import { test } from 'vitest'
import { inOwnFolder, json } from '../made-up/command.ts'
import { documented } from '../made-up/documented.ts'
import { twoTowns } from '../made-up/two-towns.ts'

const folder = inOwnFolder()

test('the examples in docs/json.md are what the commands print (UPDATE=1 writes them)', async () => {
  twoTowns(folder, ['B1,T1,40,12,1,6,4', 'B2,T2,50,20,,13,5'])
  const lines = {
    import: 'import table.csv --election election.json --map map.json --out towns',
    tally: 'tally towns',
    check: 'check table.csv --map map.json',
    verify: 'verify towns',
    show: 'show towns B1',
    proof: 'proof towns B1',
  }
  const answers: Record<string, unknown> = {}
  for (const [command, line] of Object.entries(lines))
    answers[command] = (await json(...line.split(' '))).answer
  documented(answers)
})
