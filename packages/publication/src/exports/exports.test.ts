import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Election, tally } from '@countersign/election'
import { anArchive } from '@countersign/election/made-up'
import { sha256 } from '@countersign/tlog'
import Ajv from 'ajv-draft-04'
import formats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { describe, expect, inject, test } from 'vitest'
import { evening, shipped } from '../node/fixtures/elections.ts'
import { exportDifferences } from './compare.ts'
import type { Dictionary } from './dictionary.ts'
import { exportsOf } from './exports.ts'
import { bytesOf } from './part.ts'

/** The names that published tables may hold, at their worst. */
function hostile(): Election {
  const archive = anArchive(sha256, { countedLevel: 'box' })
  archive.areas('country', undefined, 'country')
  archive.log.add(
    {
      kind: 'areas',
      areas: [
        { id: 'p1', level: 'province', parent: 'country', name: { en: 'A "quoted", \\ <b>&amp; name' } },
        { id: 'p2', level: 'province', parent: 'country', name: { fa: 'کهگیلویه و بویراحمد' } },
      ],
    },
    '1'.padStart(64, '0'),
  )
  archive.ballot(1, 'anna', 'boris')
  archive.row({ area: 'p1', box: 'B1', figures: { eligible: 9, taken: 7, valid: 6, votes: { 1: 4, 2: 2 } } })
  archive.row({ area: 'p1', box: 'B2', figures: { taken: 4_294_967_295, votes: { 1: 0 } } })
  archive.row({ area: 'p2', box: 'B3', status: 'annulled', figures: { taken: 5, votes: { 1: 5, 2: 0 } } })
  archive.row({ area: 'p2', box: 'B4', status: 'noData', figures: {} })
  return archive.log.replay()
}

const elections: readonly (readonly [string, () => Election | Promise<Election>])[] = [
  ['iran-2024', () => shipped('iran-2024')],
  ['iran-2009', () => shipped('iran-2009')],
  ['a live election', evening],
  ['hostile names', hostile],
]

function filesOf(election: Election): Map<string, Uint8Array> {
  return new Map(exportsOf(election).map(({ path, parts }) => [path, bytesOf(parts())]))
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function differencesOf(election: Election, files: ReadonlyMap<string, Uint8Array>) {
  const differences = []
  for await (const difference of exportDifferences(election, async path => files.get(path)))
    differences.push(difference)
  return differences
}

describe.each(elections)('%s', (_, made) => {
  test('every export, read back, says what the state says', async () => {
    const election = await made()
    const files = filesOf(election)
    expect(files.size).toBeGreaterThan(5)
    expect(await differencesOf(election, files)).toEqual([])
  })

  test('the same state gives the same bytes', async () => {
    expect(filesOf(await made())).toEqual(filesOf(await made()))
  })

  test('a changed figure in any export is found, in its place', async () => {
    const election = await made()
    for (const [path, bytes] of filesOf(election)) {
      if (path.endsWith('.parquet')) continue
      const text = textOf(bytes)
      // The last digit of the last figure of a vote or total.
      const at = [...text.matchAll(/\d(?=[,<}\]\n"])/g)].at(-1)!.index
      const changed = `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
      const found = await differencesOf(election, new Map([[path, new TextEncoder().encode(changed)]]))
      expect(found, path).toMatchObject([{ path }])
    }
  })

  test('the export of another state is found by Parquet and CSV alike', async () => {
    const election = await made()
    for (const [path, bytes] of filesOf(election)) {
      if (!path.endsWith('.parquet')) continue
      const cut = await differencesOf(election, new Map([[path, bytes.slice(0, -9)]]))
      expect(cut).toMatchObject([{ path, column: 'file' }])
    }
  })

  test('the report is one that NIST’s schema accepts', async ({ skip }) => {
    const { path, missing } = inject('vectors')
    skip(missing !== undefined, missing)
    const schema = JSON.parse(
      readFileSync(join(path!, 'nist/NIST_V2_election_results_reporting.json'), 'utf8'),
    )
    const ajv = new Ajv.default({ strict: false })
    formats.default(ajv)
    const accepts = ajv.compile(schema)
    for (const [name, bytes] of filesOf(await made())) {
      if (!name.endsWith('.err.json')) continue
      const report = JSON.parse(textOf(bytes))
      expect(accepts(report), JSON.stringify(accepts.errors?.slice(0, 3))).toBe(true)
      expect(accepts({ ...report, Status: 'certain' })).toBe(false)
    }
  })

  test('the dictionary names every file and every column', async () => {
    const files = filesOf(await made())
    const dictionary: Dictionary = JSON.parse(textOf(files.get('exports/dictionary.json')!))
    expect(dictionary.files.map(({ path }) => `exports/${path}`)).toEqual(
      [...files.keys()].filter(path => !path.endsWith('dictionary.json')),
    )
    for (const { name, columns, rows } of dictionary.tables) {
      const lines: string[][] = parse(textOf(files.get(`exports/${name}.csv`)!))
      expect(lines[0]).toEqual(columns.map(column => column.name))
      expect(lines.length).toBe(rows + 1)
      expect(new Set(lines[0]).size).toBe(columns.length)
      expect(columns.every(({ says }) => says.length > 3)).toBe(true)
    }
  })
})

test('the areas of a table add up to the tally', async () => {
  const election = await shipped('iran-2009')
  const lines: Record<string, string>[] = parse(textOf(filesOf(election).get('exports/round-1-areas.csv')!), {
    columns: true,
  })
  const provinces = lines.filter(({ level }) => level === 'province')
  const [round] = tally(election).rounds
  for (const [column, total] of Object.entries({
    taken: round!.taken,
    votes_mousavi: round!.candidates.mousavi,
  }))
    expect(provinces.reduce((sum, line) => sum + Number(line[column]), 0)).toBe(total)
})

test('OpenElections: one line for a place and candidate; voters and ballots are offices', () => {
  const text = textOf(filesOf(hostile()).get('exports/round-1.openelections.csv')!)
  expect(text.split('\n').slice(0, 5)).toEqual([
    'county,precinct,office,district,party,candidate,votes',
    '"A ""quoted"", \\ <b>&amp; name",B1,Registered Voters,,,,9',
    '"A ""quoted"", \\ <b>&amp; name",B1,Ballots Cast,,,,7',
    '"A ""quoted"", \\ <b>&amp; name",B1,An election,,,anna,4',
    '"A ""quoted"", \\ <b>&amp; name",B1,An election,,,boris,2',
  ])
  expect(text).not.toContain('B3')
})

test('XML that is not well-formed, or JSON of another shape, is a difference and no crash', async () => {
  const election = hostile()
  for (const path of [
    'exports/round-1.eml.xml',
    'exports/round-1.err.json',
    'exports/round-1-boxes.parquet',
  ]) {
    const bytes = new TextEncoder().encode('{"<a>": [')
    expect(await differencesOf(election, new Map([[path, bytes]]))).toMatchObject([{ path, column: 'file' }])
  }
})
