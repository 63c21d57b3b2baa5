import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Command, stop } from './command.ts'
import { runProgram } from './program.ts'

const count: Command = {
  usage: 'count <box>',
  says: 'Count a box.',
  options: [['--round <n>', 'only this round']],
  examples: ['countersign count B1'],
  run: async ([box], { round }, { language }) => {
    if (box === 'B0') return stop('no-such-box', 'there is no box B0', 'list them with `boxes`')
    return { json: { box, round, language }, text: `counted ${box}`, finding: box === 'B2' }
  },
}
const commands = [count, { name: 'log', says: 'The log.', commands: [{ ...count, usage: 'add <box>' }] }]

let out = ''
let err = ''
beforeEach(() => {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    err += text
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

const run = (line: string) => runProgram(line.split(' '), commands)

test('0: done, and everything holds', async () => {
  expect([await run('count B1'), out, err]).toEqual([0, 'counted B1\n', ''])
})

test('1: done, and something does not hold', async () => {
  expect([await run('count B2'), out]).toEqual([1, 'counted B2\n'])
})

test('2: could not run, with what to do', async () => {
  expect([await run('count B0'), out]).toEqual([2, ''])
  expect(err).toBe('countersign: there is no box B0\n  What to do: list them with `boxes`\n')
})

test('2: a wrong word, option or language', async () => {
  for (const line of ['nope', 'count', 'count B1 --size 3', 'count B1 --lang de'])
    expect([line, await run(line)]).toEqual([line, 2])
})

test('--json gives the answer, or the error, as JSON', async () => {
  expect([await run('count B1 --json --round 2 --lang fa'), JSON.parse(out)]).toEqual([
    0,
    { box: 'B1', round: '2', language: 'fa' },
  ])
  out = ''
  expect([await run('log add B0 --json'), JSON.parse(out).error.code]).toEqual([2, 'no-such-box'])
})

test('every command explains itself, with an example', async () => {
  expect(await run('log add --help')).toBe(0)
  expect(out).toContain('Count a box.')
  expect(out).toContain('$ countersign count B1')
})
