import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factsSchema } from '../facts/facts.ts'
import { readerOf } from '../read.ts'
import { reportOf } from '../report.ts'
import { attacks } from './attacks.ts'
import { scoreOf } from './score.ts'

const folder = join(import.meta.dirname, '../../../../../elections/facts')
const reader = readerOf(
  globSync('*.json', { cwd: folder })
    .sort()
    .map(file => factsSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
)

for (const [i, { style, text, date, expected }] of attacks.entries())
  test(`${i + 1}, ${style}: ${text.slice(0, 60)}…`, () => {
    const [document] = reportOf(
      [{ file: 'attack', text, ...(date !== undefined && { date }) }],
      reader,
    ).documents
    expect(scoreOf(text, document!, expected).misses).toEqual([])
  })
