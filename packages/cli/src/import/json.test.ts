import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { inOwnFolder, json } from '../made-up/command.ts'
import { twoTowns } from '../made-up/two-towns.ts'

const root = resolve(import.meta.dirname, '../../../..')
const page = join(root, 'docs/json.md')
const folder = inOwnFolder()

async function answerOf(line: string): Promise<string> {
  const { answer } = await json(...line.split(' '))
  return JSON.stringify(answer, withoutChance, 2)
}

/** Keys, hashes and what is made from them differ from one record to the next. */
function withoutChance(key: string, value: unknown): unknown {
  if (key === 'vkey') return '…'
  return typeof value === 'string' && /^([0-9a-f]{64}|[0-9a-f]{16})$/.test(value) ? '…' : value
}

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
  let text = readFileSync(page, 'utf8')
  for (const [command, line] of Object.entries(lines)) {
    const answer = await answerOf(line)
    const example = new RegExp(`(<!-- example: ${command} -->\\n\`\`\`json\\n)[\\s\\S]*?(\`\`\`)`)
    expect(text, command).toMatch(example)
    text = text.replace(example, (_, head: string, end: string) => `${head}${answer}\n${end}`)
  }
  if (process.env.UPDATE) writeFileSync(page, text)
  expect(readFileSync(page, 'utf8')).toBe(text)
})
