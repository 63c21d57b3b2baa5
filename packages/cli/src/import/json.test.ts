import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { main } from '../main.ts'

const root = resolve(import.meta.dirname, '../../../..')
const page = join(root, 'docs/json.md')
const folder = mkdtempSync(join(tmpdir(), 'countersign-json-'))
beforeAll(() => process.chdir(folder))
afterAll(() => {
  process.chdir(root)
  rmSync(folder, { recursive: true })
})

const name = (en: string) => ({ en })
const files = {
  'election.json': {
    id: 'two-towns',
    definition: {
      name: name('Two towns'),
      publishedBy: name('The clerk'),
      rounds: [{ number: 1, date: '2024-05-01', rule: 'majority', of: 'taken' }],
      denominators: ['taken', 'valid'],
      levels: [
        { id: 'land', name: name('Land') },
        { id: 'town', name: name('Town') },
      ],
      countedLevel: 'box',
      invalidGrounds: [{ number: 1, id: 'blank', name: name('Blank') }],
    },
    ballots: [
      {
        round: 1,
        candidates: [
          { number: 1, id: 'anna', name: name('Anna') },
          { number: 2, id: 'boris', name: name('Boris') },
        ],
      },
    ],
    areas: [{ id: 'L', level: 'land', name: name('Land') }],
  },
  'map.json': {
    table: 'Boxes',
    rows: 'boxes',
    box: 'box',
    round: 1,
    source: 'the clerk',
    path: [{ level: 'town', code: 'town', name: { en: 'town' } }],
    figures: { eligible: 'eligible', taken: 'taken' },
    invalidBy: { blank: 'blank' },
    votes: { anna: 'anna', boris: 'boris' },
  },
}
const table = 'box,town,eligible,taken,blank,anna,boris\nB1,T1,40,12,1,6,4\nB2,T2,50,20,,13,5\n'

async function answerOf(line: string): Promise<string> {
  let out = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += text
    return true
  })
  try {
    await main([...line.split(' '), '--json'])
  } finally {
    spy.mockRestore()
  }
  return JSON.stringify(JSON.parse(out), withoutChance, 2)
}

/** Keys, hashes and what is made from them differ from one record to the next. */
function withoutChance(key: string, value: unknown): unknown {
  if (key === 'vkey') return '…'
  return typeof value === 'string' && /^([0-9a-f]{64}|[0-9a-f]{16})$/.test(value) ? '…' : value
}

test('the examples in docs/json.md are what the commands print (UPDATE=1 writes them)', async () => {
  for (const [path, value] of Object.entries(files)) writeFileSync(path, JSON.stringify(value))
  writeFileSync('table.csv', table)
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
  if (process.env['UPDATE']) writeFileSync(page, text)
  expect(readFileSync(page, 'utf8')).toBe(text)
})
