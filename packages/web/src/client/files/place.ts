import type {
  AreaFigures,
  AreaFile,
  BoxFile,
  BoxIndex,
  BoxIndexPart,
  BoxPlace,
  Latest,
  Overview,
  StatementLine,
  StatementsFile,
} from '@countersign/publication'
import { chunkPath } from '@countersign/publication'
import { ok, type Result, refuse } from '@countersign/tlog'
import { wholeFigures } from '../../site/rounds.ts'
import type { Files } from './files.ts'

/** A version of the publication: where its files lie, and what the election is. */
export interface Version {
  /** `derived/<tree size>/` */
  readonly folder: string
  readonly overview: Overview
}

export interface AreaPlace {
  readonly kind: 'area'
  readonly version: Version
  readonly area: AreaFile
  /** The figures of what it lies in, else of everything. */
  readonly above: readonly AreaFigures[]
  /** One chunk of the boxes that lie directly in it. */
  readonly boxes: readonly BoxFile[]
  readonly chunk: number
}

export interface BoxPlaced {
  readonly kind: 'box'
  readonly version: Version
  readonly area: AreaFile
  readonly box: BoxFile
  /** The file that has the box, and the one that has its statements. */
  readonly path: string
  readonly statementsPath: string
}

/** The version that the page was made from; where that is no longer kept, the one that is published now. */
export async function versionAt(files: Files): Promise<Result<Version>> {
  const own = files.version === undefined ? undefined : await versionIn(files, files.version)
  if (own && (own.ok || own.refusal.code !== 'missing-file')) return own
  const latest = await files.json<Latest>('derived/latest.json')
  if (!latest.ok) return latest
  const { derived: folder } = latest.value
  if (typeof folder !== 'string' || !/^derived\/\d+\/$/.test(folder)) return badFile('derived/latest.json')
  return versionIn(files, folder)
}

async function versionIn(files: Files, folder: string): Promise<Result<Version>> {
  const path = `${folder}election.json`
  const overview = await files.json<Overview>(path)
  if (!overview.ok) return overview
  if (`derived/${overview.value.treeSize}/` !== folder) return badFile(path)
  return ok({ folder, overview: overview.value })
}

/** An area, with one chunk of its boxes. Refusals: those of the files; `no-such-area`. */
export async function areaPlace(
  files: Files,
  { id, chunk }: { readonly id: string; readonly chunk: number },
): Promise<Result<AreaPlace>> {
  const version = await versionAt(files)
  if (!version.ok) return version
  const area = await areaFile(files, version.value, id)
  if (!area.ok) return area
  const { chunks } = area.value.boxes
  const shown = Math.min(chunk, Math.max(0, chunks.length - 1))
  const [above, boxes] = await Promise.all([
    figuresAbove(files, version.value, area.value),
    boxesIn(files, version.value, chunks[shown]?.path),
  ])
  if (!above.ok) return above
  if (!boxes.ok) return boxes
  return ok({
    kind: 'area',
    version: version.value,
    area: area.value,
    above: above.value,
    boxes: boxes.value,
    chunk: shown,
  })
}

/** What an area's figures are compared with. */
async function figuresAbove(
  files: Files,
  version: Version,
  { path: [parent] }: AreaFile,
): Promise<Result<readonly AreaFigures[]>> {
  if (parent === undefined) return ok(wholeFigures(version.overview))
  const file = await areaFile(files, version, parent.id)
  return file.ok ? ok(file.value.rounds) : file
}

/** A box. Refusals: those of the files; `no-such-box`. */
export async function boxPlace(files: Files, id: string): Promise<Result<BoxPlaced>> {
  // On a slow line a file asked for early saves the time of a round trip.
  if (files.version !== undefined) void files.json(`${files.version}${boxIndexPath}`)
  const version = await versionAt(files)
  if (!version.ok) return version
  const place = await placeOf(files, version.value, id)
  if (!place.ok) return place
  const [, areaId, n] = place.value
  const chunk = { area: areaId, n }
  const path = chunkPath('boxes', chunk)
  const [area, boxes] = await Promise.all([
    areaFile(files, version.value, areaId),
    boxesIn(files, version.value, path),
  ])
  if (!area.ok) return area
  if (!boxes.ok) return boxes
  const box = boxes.value.find(box => box.id === id)
  if (!box) return badFile(version.value.folder + path)
  return ok({
    kind: 'box',
    version: version.value,
    area: area.value,
    box,
    path: version.value.folder + path,
    statementsPath: version.value.folder + chunkPath('statements', chunk),
  })
}

const boxIndexPath = 'index/boxes.json'

/** Where a box is, by halving the index. */
export async function placeOf(files: Files, version: Version, id: string): Promise<Result<BoxPlace>> {
  const found = await boxesFrom(files, version, id)
  if (!found.ok) return found
  const place = found.value.find(([box]) => box === id)
  return place ? ok(place) : refuse('no-such-box', `There is no box ${id}.`, { box: id })
}

/** The boxes of the part of the index in which `id` stands, or would. */
export async function boxesFrom(
  files: Files,
  { folder }: Version,
  id: string,
): Promise<Result<readonly BoxPlace[]>> {
  const path = folder + boxIndexPath
  const index = await files.json<BoxIndex>(path)
  if (!index.ok) return index
  if (!Array.isArray(index.value.parts)) return badFile(path)
  const part = index.value.parts.find(({ last }) => id <= last)
  if (part === undefined) return ok([])
  const boxes = await files.json<BoxIndexPart>(folder + part.path)
  if (!boxes.ok) return boxes
  return Array.isArray(boxes.value.boxes) ? ok(boxes.value.boxes) : badFile(folder + part.path)
}

/** A box's statements, with whoever signed them. */
export interface BoxStatements {
  readonly people: StatementsFile['people']
  readonly statements: readonly StatementLine[]
}

export async function statementsAbout(
  files: Files,
  { box, statementsPath }: Pick<BoxPlaced, 'box' | 'statementsPath'>,
): Promise<Result<BoxStatements>> {
  const file = await files.json<StatementsFile>(statementsPath)
  if (!file.ok) return file
  const about = file.value.boxes?.find(({ id }) => id === box.id)
  return about ? ok({ people: file.value.people, statements: about.statements }) : badFile(statementsPath)
}

async function areaFile(files: Files, { folder }: Version, id: string): Promise<Result<AreaFile>> {
  const path = `${folder}areas/${id}.json`
  const area = await files.json<AreaFile>(path)
  if (!area.ok)
    return area.refusal.code === 'missing-file'
      ? refuse('no-such-area', `There is no area ${id}.`, { area: id })
      : area
  return area.value.id === id && Array.isArray(area.value.boxes?.chunks) ? area : badFile(path)
}

async function boxesIn(
  files: Files,
  { folder }: Version,
  path: string | undefined,
): Promise<Result<readonly BoxFile[]>> {
  if (path === undefined) return ok([])
  const chunk = await files.json<{ readonly boxes: readonly BoxFile[] }>(folder + path)
  if (!chunk.ok) return chunk
  return Array.isArray(chunk.value.boxes) ? ok(chunk.value.boxes) : badFile(folder + path)
}

function badFile(path: string) {
  return refuse('bad-file', `${path} is not what it must be.`, { path })
}
