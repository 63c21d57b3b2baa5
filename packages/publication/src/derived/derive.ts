import { type Election, type Found, found } from '@countersign/election'
import { areaFiles, type BoxChunks } from './areas.ts'
import { type BoxPlace, boxIndex } from './box-index.ts'
import { boxFile, entriesIn } from './boxes.ts'
import { calendarOf } from './calendar.ts'
import { canonicalFile } from './canonical.ts'
import { type Chunk, type Chunks, chunkPath, chunksOf } from './chunks.ts'
import { courseOf } from './course.ts'
import { docketOf } from './docket.ts'
import { feedOf } from './feed.ts'
import { latestOf } from './latest.ts'
import { findingOf, overviewOf } from './overview-of.ts'
import { type Named, searchIndex } from './search.ts'
import { statementFiles } from './statements.ts'
import { unforced } from './unforced.ts'

/** A file that follows from the record: its path in the record's folder, and its bytes. */
export interface DerivedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The same before it is made. */
export interface ToDerive {
  readonly path: string
  /** Names what it follows from, where that is known without making it: the same name, the same bytes. */
  readonly from?: string
  readonly bytes: () => Uint8Array
}

/** Findings, or statements without force, in a file. */
export const rowsInFile = 200

/** What is known of an election before its files are derived. */
export interface Known {
  /** The root hash of the tree at the election's size, in base64. */
  readonly root?: string
  readonly found?: Found
  readonly chunks?: Chunks
}

/**
 * Every file that follows from an election's state, each made when it is asked for. The same state gives the same
 * bytes. What is in a folder `derived/<tree size>/` never changes; only `derived/latest.json` and `feed.xml` do,
 * and they come last, so that whoever writes the files in this order never names one that is not there.
 */
export function* derive(election: Election, known: Known = {}): Generator<DerivedFile> {
  for (const { path, bytes } of toDerive(election, known)) yield { path, bytes: bytes() }
}

/** The same files, made only where their bytes are asked for. */
export function* toDerive(election: Election, known: Known = {}): Generator<ToDerive> {
  const { root, found: seen = found(election) } = known
  const folder = `derived/${election.size}`
  const { chunks = chunksOf(election, seen.findings) } = known
  for (const { path, from, value } of parts(election, seen, chunks))
    yield {
      path: `${folder}/${path}`,
      ...(from !== undefined && { from }),
      bytes: () => canonicalFile(value()),
    }
  const overview = overviewOf(election, { found: seen, ...(root !== undefined && { root }) })
  const made = (path: string, bytes: Uint8Array): ToDerive => ({ path, bytes: () => bytes })
  yield made(`${folder}/election.json`, canonicalFile(overview))
  yield made('feed.xml', feedOf(election, 'en'))
  yield made('feed.fa.xml', feedOf(election, 'fa'))
  yield made('derived/latest.json', canonicalFile(latestOf(overview)))
}

interface Part {
  readonly path: string
  readonly from?: string
  readonly value: () => object
}

function* parts(election: Election, { findings }: Found, chunks: Chunks): Generator<Part> {
  yield* areasAndBoxes(election, findings, chunks)
  for (const [path, value] of boxIndex(placesOf(election, chunks))) yield { path, value: () => value }
  for (const [path, value] of searchIndex(namesOf(election))) yield { path, value: () => value }
  yield* numbered(
    'findings',
    findings.map(finding => findingOf(election, finding)),
  )
  yield* numbered('docket', docketOf(election))
  yield* numbered('course', courseOf(election))
  yield { path: 'calendar.json', value: () => ({ dates: calendarOf(election) }) }
  yield* numbered('unforced', unforced(election))
}

/** A long list in files `<name>/0.json`… and how many there are in `<name>.json`. */
function* numbered(name: string, rows: readonly object[]): Generator<Part> {
  const files = Math.ceil(rows.length / rowsInFile)
  for (let n = 0; n < files; n++)
    yield {
      path: `${name}/${n}.json`,
      value: () => ({ [name]: rows.slice(n * rowsInFile, (n + 1) * rowsInFile) }),
    }
  yield { path: `${name}.json`, value: () => ({ count: rows.length, files, rowsInFile }) }
}

/** Each area after the chunks of its boxes. */
function* areasAndBoxes(election: Election, findings: Found['findings'], chunks: Chunks): Generator<Part> {
  const ofAreas = Map.groupBy(
    findings.filter(({ box, area }) => box === undefined && area !== undefined),
    ({ area }) => area!,
  )
  const areaFile = areaFiles(election, area => ofAreas.get(area) ?? [])
  const statementsFile = statementFiles(election)
  for (const area of election.areas.keys()) {
    const inArea = chunks.in(area)
    for (const chunk of inArea) {
      const { boxes, from } = chunk
      yield { path: chunkPath('statements', chunk), from, value: () => statementsFile(area, boxes) }
      yield {
        path: chunkPath('boxes', chunk),
        from,
        value: () => ({ area, boxes: boxes.map(ref => boxFile(election, ref, chunks.findingsOf)) }),
      }
    }
    yield { path: `areas/${area}.json`, value: () => areaFile(area, boxChunks(inArea)) }
  }
}

function boxChunks(chunks: readonly Chunk[]): BoxChunks {
  return {
    count: chunks.reduce((count, { boxes }) => count + boxes.length, 0),
    chunks: chunks.map(chunk => ({
      path: chunkPath('boxes', chunk),
      first: chunk.boxes[0]!.id,
      last: chunk.boxes.at(-1)!.id,
    })),
  }
}

function placesOf(election: Election, chunks: Chunks): BoxPlace[] {
  const places: BoxPlace[] = []
  for (const { area, n, boxes } of chunks.all())
    for (const { id, rounds } of boxes)
      places.push([id, area, n, rounds.flatMap(round => entriesIn(election, round, id))])
  return places
}

function* namesOf({ areas, lists }: Election): Generator<Named> {
  for (const { area } of areas.values()) yield { name: area.name, area: area.id }
  for (const { boxes } of lists.values())
    for (const { id, area, name } of boxes.values()) if (name) yield { name, area, box: id }
}
