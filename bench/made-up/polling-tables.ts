import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A table of 86,488 polling tables to measure with, its map and its election's file. */
export interface PollingTables {
  readonly table: string
  readonly map: string
  readonly election: string
  /** What was measured, to be told with the figures. */
  readonly what: string
}

const root = resolve(import.meta.dirname, '../..')
const count = 86_488

/** The run-off in Peru, 2021, where its table is at hand; else one made up, of the same columns and size. */
export function pollingTables(): PollingTables {
  const data = process.env.COUNTERSIGN_DATA ?? join(root, '../shared/data')
  const real = join(data, 'peru-2021/runoff_polling_tables.csv.gz')
  const there = existsSync(real)
  return {
    table: there ? real : madeUp(),
    map: join(root, 'elections/maps/peru-2021-runoff.map.json'),
    election: join(root, 'elections/maps/peru-2021-runoff.election.json'),
    what: there ? 'the run-off in Peru, 2021' : 'a made-up table of the same size',
  }
}

const columns =
  'table_id,ubigeo_reniec,department,province,district,status_es,detail_es,registered_voters,voters_who_voted,votes_cast,valid_votes,blank_votes,null_votes,challenged_votes,peru_libre,fuerza_popular'

function madeUp(): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const code = `${pad(1 + (i % 25), 2)}${pad(1 + (i % 8), 2)}${pad(1 + (i % 11), 2)}`
    const [one, other, blank, nulls] = [40 + ((i * 7919) % 101), 40 + ((i * 104_729) % 97), i % 3, i % 17]
    const valid = one + other
    const cast = valid + blank + nulls
    const names = `D${code.slice(0, 2)},P${code.slice(0, 4)},T${code}`
    const status = 'CONTABILIZADAS NORMALES,ACTA ELECTORAL NORMAL'
    return `${pad(i + 1, 6)},${code},${names},${status},300,${cast},${cast},${valid},${blank},${nulls},0,${one},${other}`
  })
  const path = join(mkdtempSync(join(tmpdir(), 'countersign-bench-')), 'tables.csv.gz')
  writeFileSync(path, gzipSync([columns, ...rows].join('\n')))
  return path
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
