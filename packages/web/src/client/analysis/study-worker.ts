import type { AreaFile, Overview } from '@countersign/publication'
import { type StudiedTable, tablePath } from '../../site/analysis/tables.ts'
import { type Files, filesAt } from '../files/files.ts'
import { versionAt } from '../files/place.ts'
import type { Asked, Told } from './protocol.ts'
import { rowsFromTables } from './rows.ts'
import { type Studied, study, type Tile } from './study.ts'

let studied: Studied | undefined

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.ask === 'study') void begin(data)
  else if (studied) tell({ is: 'changed', changed: studied.change(data) })
})

const tell = (told: Told) => postMessage(told)

async function begin({ election, version, table, language }: Asked & { ask: 'study' }): Promise<void> {
  tell({ is: 'reading' })
  const files = filesAt(election, { version })
  const found = await versionAt(files)
  if (!found.ok) return refuse(found.refusal.code, found.refusal.where?.path)
  const { folder, overview } = found.value
  const rows = await readRows(files, folder, overview, table)
  if (rows === undefined) return refuse('missing-file', folder + tablePath(table))
  const round = overview.rounds.map(({ round }) => round).filter(each => each < table.round)
  const before = round.length === 0 ? undefined : { ...table, round: Math.max(...round) }
  const earlier = before && (await readRows(files, folder, overview, before))
  tell({ is: 'computing', rows: rows.length })
  const start = performance.now()
  const tiles = await tilesOf(files, folder, overview)
  studied = study(rows, { earlier: earlier && earlier.length > 0 ? earlier : undefined, tiles, language })
  tell({
    is: 'studied',
    html: studied.html,
    milliseconds: performance.now() - start,
    limits: studied.limits,
  })
}

function refuse(code: string, path: unknown): void {
  tell({ is: 'refused', code, path: typeof path === 'string' ? path : undefined })
}

async function readRows(
  files: Files,
  folder: string,
  overview: Overview,
  table: Pick<StudiedTable, 'round' | 'level'>,
) {
  const [areas, boxes] = await Promise.all([
    textAt(files, folder + tablePath({ ...table, level: '' })),
    table.level === 'box' ? textAt(files, folder + tablePath(table)) : undefined,
  ])
  if (areas === undefined || (table.level === 'box' && boxes === undefined)) return undefined
  return rowsFromTables(overview, table, { areas, ...(boxes !== undefined && { boxes }) })
}

async function textAt({ source }: Files, path: string): Promise<string | undefined> {
  const bytes = await source.read(path).catch(() => undefined)
  return bytes && new TextDecoder().decode(bytes)
}

async function tilesOf(files: Files, folder: string, { top }: Overview): Promise<readonly Tile[]> {
  if (top.length !== 1) return []
  const nation = await files.json<AreaFile>(`${folder}areas/${top[0]}.json`)
  return nation.ok ? nation.value.children : []
}
