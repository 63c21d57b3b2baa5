/**
 * Tallies a table of 86,488 polling tables beside DuckDB on the same CSV: from the file to the votes, ballots and
 * voters of every area. Ours reads the table by its map, replays its rows and sums them up the tree; DuckDB reads the
 * CSV and groups at every level. The sums must be the same. In one run, taken in turns; medians.
 *
 *     npm run bench -- tally [--json]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { apply, type Election, start, tally } from '@countersign/election'
import { archiveDefinition, archiveStatements } from '@countersign/publication/import'
import { readElection } from '@countersign/publication/import/node'
import { sha256 } from '@countersign/tlog'
import { DuckDBInstance } from '@duckdb/node-api'
import { pollingTables } from './made-up/polling-tables.ts'
import { median, report, timed } from './made-up/report.ts'

const rounds = 5
const { table, map, election, what } = pollingTables()
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
const csv = join(folder, 'tables.csv')
writeFileSync(csv, gunzipSync(readFileSync(table)))

try {
  const duck = await (await DuckDBInstance.create()).connect()
  const ours: number[] = []
  const theirs: number[] = []
  const again: number[] = []
  for (let i = 0; i < rounds; i++) {
    const [mine, state] = await timed(replayed)
    const [theirTime, sums] = await timed(async () => (await duck.runAndReadAll(query(csv))).getRowsJson())
    const [repeated] = await timed(() => tally(state))
    compare(state, sums)
    ours.push(mine)
    theirs.push(theirTime)
    again.push(repeated)
  }
  report(`Tally of ${what}, ${rounds} rounds, medians`, [
    ['ours, from the CSV to every area', median(ours), 'ms'],
    ['DuckDB, from the CSV to every area', median(theirs), 'ms'],
    ['ours / DuckDB', median(ours) / median(theirs), '×'],
    ['ours, the nation again from the state', median(again), 'ms'],
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** From the file to a state that knows every area's sums. Nothing is signed here: `import` measures that. */
async function replayed(): Promise<Election> {
  const read = await readElection(election, [{ table: csv, map }])
  if (!read.ok) throw new Error(read.refusal.message)
  const keys = {
    origin: 'bench',
    vkey: 'bench+00000000+AQ',
    archive: 'a1'.repeat(32),
    archivist: 'b2'.repeat(32),
  }
  const definition = archiveDefinition(read.value.file, keys)
  const id = '5e'.repeat(32)
  const state = start(definition, id, sha256)
  const kid = (key: string) =>
    Buffer.from(sha256(Buffer.from(key, 'hex')))
      .toString('hex')
      .slice(0, 16)
  const kids = { archive: [kid(keys.archive)], archivist: [kid(keys.archivist)] }
  let index = 0
  const take = (statement: Parameters<typeof apply>[1]['statement'], by: 'archive' | 'archivist') => {
    apply(state, {
      index,
      id: index === 0 ? id : index.toString(16).padStart(64, '0'),
      statement,
      signers: kids[by],
      again: false,
    })
    index++
  }
  take(definition, 'archive')
  for (const { by, statement } of archiveStatements(read.value.file, read.value.assembled, keys, id))
    take(statement, by)
  return state
}

/** Every area's sums: the nation, 2-, 4- and 6-digit codes. */
function query(path: string): string {
  const figures = 'registered_voters, votes_cast, valid_votes, peru_libre, fuerza_popular'.split(', ')
  const sums = figures.map(figure => `sum(${figure})::BIGINT`).join(', ')
  const code = (digits: number) => `ubigeo_reniec[1:${digits}]`
  const levels = [code(2), code(4), code(6)]
  return `SELECT ${levels.join(', ')}, ${sums} FROM read_csv('${path}', types={'ubigeo_reniec': 'VARCHAR'})
    GROUP BY ROLLUP (${levels.join(', ')})`
}

function compare(state: Election, rows: readonly (readonly unknown[])[]): void {
  for (const [two, four, six, ...sums] of rows) {
    const area = String(six ?? four ?? two ?? 'PE')
    const [round] = tally(state, { area }).rounds
    const { eligible, taken, valid, candidates } = round!
    const mine = [eligible, taken, valid, candidates.castillo, candidates.fujimori]
    if (mine.join() !== sums.map(Number).join())
      throw new Error(`${area}: ours ${mine.join()}, DuckDB ${sums.join()}`)
  }
}
