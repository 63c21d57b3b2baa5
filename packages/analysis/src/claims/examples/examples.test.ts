import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factsSchema } from '../facts/facts.ts'
import { readerOf } from '../read.ts'
import { reportOf } from '../report.ts'
import { examples } from './examples.ts'
import { persianExamples } from './persian.ts'
import { scoreOf } from './score.ts'

const iran = join(import.meta.dirname, '../../../../../elections/facts/iran.json')
const reader = readerOf([factsSchema.parse(JSON.parse(readFileSync(iran, 'utf8')))])

for (const [i, { style, text, date, expected }] of [...examples, ...persianExamples].entries())
  test(`${i + 1}, ${style}: ${text.slice(0, 60)}…`, () => {
    const [document] = reportOf(
      [{ file: 'example', text, ...(date !== undefined && { date }) }],
      reader,
    ).documents
    expect(scoreOf(text, document!, expected).misses).toEqual([])
  })
