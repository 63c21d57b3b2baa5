import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PlanFile } from '@countersign/analysis/audits'
import { overviewOf } from '@countersign/publication'
import { beforeAll, describe, expect, test } from 'vitest'
import { elections, inOwnFolder, json, ran } from '../made-up/command.ts'
import { twoTowns } from '../made-up/two-towns.ts'
import { verified } from '../record/verified.ts'
import { recordWithBoard } from './made-up/record.ts'

const folder = inOwnFolder()
const dice = '4 1 6 6 2 5 3 3 1 6 2 4 5 5 1 2 6 3 4 1'

/** Forty boxes of two towns as a table. */
const rows = Array.from({ length: 40 }, (_, i) => {
  const [anna, boris, blank] = [40 + ((i * 7) % 20), 20 + ((i * 5) % 15), 1 + (i % 3)]
  return `B${i + 1},T${1 + (i % 2)},200,${anna + boris + blank},${blank},${anna},${boris}`
})
twoTowns(folder, rows, 'boxes.csv')
const table = ['boxes.csv', '--map', 'map.json', '--election', 'election.json']

/** The papers of the boxes on a worksheet: as reported, but for `change`. */
function fillIn(
  sheet: string,
  out: string,
  change: (box: string, line: number[]) => number[] = (_, line) => line,
) {
  const [head, ...boxes] = readFileSync(sheet, 'utf8').trim().split('\n')
  const lines = boxes.map(line => {
    const box = line.split(',')[0]!
    const [, , , , blank, anna, boris] = rows
      .find(row => row.startsWith(`${box},`))!
      .split(',')
      .map(Number)
    return [box, ...change(box, [blank!, anna!, boris!])].join(',')
  })
  writeFileSync(out, [head, ...lines].join('\n'))
}

describe('an audit in a folder, from a table', () => {
  test('plan, draw, count, stop', async () => {
    const plan = await json('audit', 'plan', ...table, '--dir', 'audit')
    expect(plan.answer.assertions).toEqual([
      { assertion: { kind: 'overHalf', candidate: 'anna', of: 'taken' }, margin: expect.any(Number) },
    ])
    const drawn = await json('audit', 'draw', '.', '--dir', 'audit', '--seed', dice)
    expect(drawn.answer).toMatchObject({ verdict: 'count', risk: 1, seed: dice })
    expect(drawn.answer.drawn).toHaveLength(plan.answer.draws)
    await ran('audit', 'worksheet', '.', '--dir', 'audit', '--out', 'sheet.csv')
    fillIn('sheet.csv', 'counts.csv')
    const done = await json('audit', 'enter', '.', 'counts.csv', '--dir', 'audit')
    expect([done.exit, done.answer.verdict]).toEqual([0, 'stop'])
    expect(done.answer.risk).toBeLessThanOrEqual(0.1)
    const status = await ran('audit', 'status', '.', '--dir', 'audit', '--lang', 'fa', '--html', 'audit.html')
    expect(status.out).toContain('حد ریسک برآورده شد')
    expect(readFileSync('audit.html', 'utf8')).toContain('<svg')
  })

  test('papers that differ a little: further draws; a box wrong from end to end: a full count, and exit 1', async () => {
    for (const dir of ['little', 'whole']) {
      await ran('audit', 'plan', ...table, '--dir', dir)
      await ran('audit', 'draw', '.', '--dir', dir, '--seed', dice)
      await ran('audit', 'worksheet', '.', '--dir', dir, '--out', `${dir}.csv`)
    }
    fillIn('little.csv', 'little-counts.csv', (_, [blank, anna, boris]) => [blank!, anna! - 9, boris! + 9])
    const little = await json('audit', 'enter', '.', 'little-counts.csv', '--dir', 'little')
    expect([little.exit, little.answer.verdict]).toEqual([0, 'draw'])
    const again = await json('audit', 'draw', '.', '--dir', 'little')
    expect(again.answer.drawn.length).toBe(little.answer.drawn.length + little.answer.more)
    fillIn('whole.csv', 'whole-counts.csv', (_, [blank, anna, boris]) => [blank!, 0, anna! + boris!])
    const whole = await json('audit', 'enter', '.', 'whole-counts.csv', '--dir', 'whole')
    expect([whole.exit, whole.answer.verdict]).toEqual([1, 'fullCount'])
  })

  test('what is wrong is told with what to do', async () => {
    const told = async (...args: string[]) => {
      const { exit, err } = await ran('audit', ...args)
      expect(exit).toBe(2)
      return err
    }
    expect(await told('draw', '.', '--dir', 'nowhere', '--seed', dice)).toContain('countersign audit plan')
    await ran('audit', 'plan', ...table, '--dir', 'faults')
    expect(await told('plan', ...table, '--dir', 'faults')).toContain('planned already')
    expect(await told('draw', '.', '--dir', 'faults')).toContain('twenty dice')
    await ran('audit', 'draw', '.', '--dir', 'faults', '--seed', dice)
    expect(await told('draw', '.', '--dir', 'faults', '--seed', dice)).toContain('without --seed')
    writeFileSync('bad.csv', 'box,invalid,anna,boris\nB99,0,1,1\n')
    expect(await told('enter', '.', 'bad.csv', '--dir', 'faults')).toContain('bad.csv:2')
    const { answer } = await json('audit', 'status', '.', '--dir', 'faults')
    writeFileSync('bad.csv', `box,invalid,anna,boris\n${answer.waiting[0]},0,1,x\n`)
    expect(await told('enter', '.', 'bad.csv', '--dir', 'faults')).toContain('“x” is no whole number (boris)')
    expect(await told('plan', ...table, '--risk', '120')).toContain('--risk 5')
  })

  test('the worksheet in print', async () => {
    const sheet = await ran(
      'audit',
      'worksheet',
      '.',
      '--dir',
      'faults',
      '--out',
      'sheet.pdf',
      '--lang',
      'fa',
    )
    expect(sheet.exit).toBe(0)
    expect(readFileSync('sheet.pdf').subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('the draw can be repeated by anyone', () => {
  const note = readFileSync(
    resolve(import.meta.dirname, '../../../../docs/methods/03-risk-limiting-audits.md'),
    'utf8',
  )
  const program = /```python\n([\s\S]*?)```/.exec(note)![1]!
  const found = spawnSync('python3', ['-c', ''])
  const planned = async () => {
    await ran('audit', 'plan', join(elections, 'iran-2009'), '--level', 'area', '--dir', 'iran')
    const { answer } = await json('audit', 'draw', '.', '--dir', 'iran', '--seed', dice, '--draws', '60')
    return answer.drawn.map(({ number, box }: { number: number; box: string }) => `${number} ${box}`)
  }
  let drawn: readonly string[]
  beforeAll(async () => {
    drawn = await planned()
  })

  test.skipIf(found.status !== 0)('by the program in the note, in Python', () => {
    writeFileSync('draw.py', program)
    const run = spawnSync('python3', ['draw.py', 'iran/001-plan.json', dice, '60'], { encoding: 'utf8' })
    expect(run.stdout.trim().split('\n')).toEqual(drawn)
  })

  test('by a few lines that share nothing with ours', () => {
    const { file } = JSON.parse(readFileSync('iran/001-plan.json', 'utf8')) as { file: PlanFile }
    const seed = createHash('sha256').update(dice).digest()
    const again = Array.from({ length: 60 }, (_, i) => {
      const hash = createHash('sha256')
        .update(seed)
        .update(`,${i + 1}`)
        .digest('hex')
      let at = BigInt(`0x${hash}`) % BigInt(file.total)
      const box = file.boxes.find(({ weight }) => {
        at -= BigInt(weight)
        return at < 0n
      })!
      return `${i + 1} ${box.id}`
    })
    expect(again).toEqual(drawn)
  })
})

describe('an audit in a record', () => {
  test('every step is a signed statement; the record verifies; without a key nothing is written', async () => {
    const { dir, key } = await recordWithBoard('record')
    const where = ['audit', 'plan', dir, '--risk', '5']
    expect((await ran(...where, '--key', key)).exit).toBe(0)
    expect((await ran('audit', 'draw', dir, '--seed', dice)).err).toContain('--key')
    const drawn = await json('audit', 'draw', dir, '--seed', dice, '--key', key)
    expect(drawn.answer).toMatchObject({ verdict: 'count', riskPerMille: 50 })
    await ran('audit', 'worksheet', dir, '--out', 'record.csv')
    writeFileSync(
      'record-counts.csv',
      readFileSync('record.csv', 'utf8').replace(/^(b\d+),.*$/gm, '$1,2,60,40'),
    )
    const done = await json('audit', 'enter', dir, 'record-counts.csv', '--key', key)
    expect(done.answer.verdict).toBe('stop')
    expect((await json('audit', 'status', dir)).answer).toEqual(done.answer)
    const verify = await json('verify', dir)
    expect([verify.exit, verify.answer.intact]).toEqual([0, true])
  })
})

test('published, the steps of an audit are with the overview', async () => {
  const { dir, key } = await recordWithBoard('to-publish')
  await ran('audit', 'plan', dir, '--key', key)
  await ran('audit', 'draw', dir, '--seed', dice, '--key', key)
  const done = await verified(dir, {}, { at: () => {}, end: () => {} })
  const { audits } = overviewOf(done.ok ? done.value.election! : expect.unreachable())
  expect(audits.map(({ step }) => step)).toEqual(['plan', 'seed', 'draw'])
  expect(audits[1]).toMatchObject({ text: dice, audit: 'A1', round: 1 })
})

describe('what other audits take, and prove', () => {
  test('single ballots of a result that ships', async () => {
    const { exit, answer } = await json('audit', 'ballots', join(elections, 'iran-2009'), '--risk', '5')
    expect(exit).toBe(0)
    expect(answer.plans[0]).toMatchObject({ margin: 9_784_427, about: 39_245_991 })
    expect(answer.plans[0].comparison).toBeLessThan(answer.plans[0].polling.expected)
  })

  test('a tenth of the boxes of 2009, counted again and clean', async () => {
    const { answer } = await json('audit', 'recount', '--boxes', '45692', '--counted', '4569')
    expect(answer.proved).toEqual([
      { confidencePercent: 95, most: 28 },
      { confidencePercent: 99, most: 43 },
    ])
    expect((await json('audit', 'recount', '--boxes', '3', '--counted', '4')).answer.error.code).toBe('usage')
  })

  test('a quick count of two strata; what is wrong with a sample is said with its line', async () => {
    const head = 'stratum,boxes,votes,ballots\n'
    writeFileSync('sample.csv', `${head}town,2,60,100\ntown,2,40,100\ncountry,40,10,50\ncountry,40,20,50\n`)
    const { answer } = await json('audit', 'quick-count', 'sample.csv')
    expect(answer.share).toBeCloseTo((60 + 40 + 20 * 30) / (200 + 20 * 100), 12)
    const said = async (rows: string) => {
      writeFileSync('bad.csv', head + rows)
      return (await json('audit', 'quick-count', 'bad.csv')).answer.error.message
    }
    expect(await said('town,2,six,100\n')).toContain('bad.csv:2: votes')
    expect(await said('town,2,60,50\n')).toContain('more votes than ballots')
    expect(await said('town,2,60,100\ntown,3,60,100\n')).toContain('“town”')
    expect(await said('town,2,60,100\n')).toContain('fewer than two')
  })
})
