import { type ReadElection, readElection, type TablePath } from '@countersign/publication/import/node'
import type { Refusal, Result } from '@countersign/tlog'
import type { Answer, Command, Given, Stopped } from '../command/command.ts'
import { stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { type Made, makeArchive } from './archive.ts'
import { stopByProblems } from './problems.ts'
import { makeWhole } from './unfinished.ts'

/** Published tables into a record. */
export const importCommand: Command = {
  usage: 'import [tables...]',
  says: 'Make a record of published results: CSV tables (gzipped or not), each row a signed statement.',
  options: [
    ['--election <file>', 'the election’s file: its rounds, rule, levels, candidates'],
    [
      '--map <file...>',
      'what the tables’ columns mean: one map for all tables, or one for each in their order',
    ],
    ['--out <dir>', 'the record’s folder; it must be empty or not be there'],
    ['--origin <name>', 'the name of the record’s log, such as the address where it will be published'],
    ['--no-tables', 'leave the tables’ files out of the record, where they may not be passed on'],
  ],
  examples: [
    'countersign import --election elections/iran-2024/election.json --out iran-2024',
    'countersign import tables.csv.gz --election runoff.election.json --map runoff.map.json --out runoff',
  ],
  run: async (tables, given, { progress }) => {
    const asked = readGiven(tables, given)
    if ('stopped' in asked) return asked
    const election = await readElection(asked.election, asked.tables)
    if (!election.ok) return stopBy(election.refusal)
    const { problems } = election.value.assembled
    if (problems.length > 0) return stopByProblems(problems)
    const heard = (done: number, total: number) => progress.at('signed and logged', done, total)
    const { sources: _, ...rest } = election.value
    const material = given.tables === false ? rest : election.value
    const options = { heard, ...(asked.origin !== undefined && { origin: asked.origin }) }
    const made = await makeWhole(asked.out, folder => makeArchive(folder, material, options))
    return answer(asked.out, election.value, made)
  },
}

interface Asked {
  readonly election: string
  readonly tables: readonly TablePath[]
  readonly out: string
  readonly origin?: string
}

function readGiven(tables: readonly string[], { election, map, out, origin }: Given): Asked | Stopped {
  if (typeof election !== 'string') return stop('usage', 'no election is named', 'add --election <file>')
  if (typeof out !== 'string') return stop('usage', 'no folder is named for the record', 'add --out <dir>')
  const maps = Array.isArray(map) ? (map as readonly string[]) : []
  if (tables.length === 0 && maps.length > 0)
    return stop('usage', 'there is a map and no table', 'name the CSV files, or leave --map out')
  if (tables.length > 0 && maps.length !== 1 && maps.length !== tables.length)
    return stop(
      'usage',
      `${tables.length} tables and ${maps.length} maps`,
      'give one map, or one for each table',
    )
  const named = tables.map((table, i) => ({ table, map: maps.length === 1 ? maps[0]! : maps[i]! }))
  return { election, out, tables: named, ...(typeof origin === 'string' && { origin }) }
}

function answer(out: string, { file, assembled }: ReadElection, made: Result<Made>): Answer | Stopped {
  if (!made.ok) return stopBy(made.refusal as Refusal)
  const { origin, vkey, definition, treeSize } = made.value
  const rows = { areas: 0, boxes: 0 }
  for (const { box } of assembled.results) rows[box === undefined ? 'areas' : 'boxes']++
  const announcements = assembled.announcements.length
  const json = { out, election: file.id, origin, vkey, definition, treeSize, rows, announcements }
  const counts = [
    [rows.boxes, 'boxes'],
    [rows.areas, 'areas'],
    [announcements, 'announcements'],
  ] as const
  const taken = counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en')} ${what}`)
  const text = [
    `${file.definition.name.en ?? file.id}`,
    `  figures    ${taken.join(', ')}, as published`,
    `  record     ${out}: ${treeSize.toLocaleString('en')} entries, signed and logged`,
    `  log        ${origin}`,
    `  key        ${vkey}`,
    `  next       countersign tally ${out}`,
    `             countersign verify ${out}`,
  ]
  return { json, text: text.join('\n') }
}
