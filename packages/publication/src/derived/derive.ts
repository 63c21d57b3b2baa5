import { type Election, findings, type Placed } from '@countersign/election'
import { areaFiles, type BoxChunks } from './areas.ts'
import { type BoxPlace, boxIndex } from './box-index.ts'
import { type BoxesByArea, type BoxFile, boxesByArea, boxFile } from './boxes.ts'
import { canonicalFile } from './canonical.ts'
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

/** Boxes in a chunk: some 4 kB once a server has compressed it. */
export const boxesInChunk = 100
/** Findings, or statements without force, in a file. */
export const rowsInFile = 200

/**
 * Every file that follows from an election's state, each made when it is asked for. The same state gives the same
 * bytes. What is in a folder `derived/<tree size>/` never changes; only `derived/latest.json` and `feed.xml` do,
 * and they come last, so that whoever writes the files in this order never names one that is not there.
 *
 * @param root the root hash of the tree at the election's size, in base64
 * @param found the election's findings, where they are known already
 */
export function* derive(
  election: Election,
  { root, found = findings(election) }: { readonly root?: string; readonly found?: readonly Placed[] } = {},
): Generator<DerivedFile> {
  const folder = `derived/${election.size}`
  for (const [path, value] of parts(election, found))
    yield { path: `${folder}/${path}`, bytes: canonicalFile(value) }
  const overview = overviewOf(election, { findings: found, ...(root !== undefined && { root }) })
  yield { path: `${folder}/election.json`, bytes: canonicalFile(overview) }
  yield { path: 'feed.xml', bytes: feedOf(election, 'en') }
  yield { path: 'feed.fa.xml', bytes: feedOf(election, 'fa') }
  yield { path: 'derived/latest.json', bytes: canonicalFile(latestOf(overview)) }
}

type Part = readonly [path: string, value: object]

function* parts(election: Election, found: readonly Placed[]): Generator<Part> {
  const boxes = boxesByArea(election)
  const places: BoxPlace[] = []
  yield* areasAndBoxes(election, boxes, found, places)
  yield* boxIndex(places)
  yield* searchIndex(namesOf(election))
  yield* numbered(
    'findings',
    found.map(finding => findingOf(election, finding)),
  )
  yield* numbered('unforced', unforced(election))
}

/** A long list in files `<name>/0.json`… and how many there are in `<name>.json`. */
function* numbered(name: string, rows: readonly object[]): Generator<Part> {
  const files = Math.ceil(rows.length / rowsInFile)
  for (let n = 0; n < files; n++)
    yield [`${name}/${n}.json`, { [name]: rows.slice(n * rowsInFile, (n + 1) * rowsInFile) }]
  yield [`${name}.json`, { count: rows.length, files, rowsInFile }]
}

/** Each area after the chunks of its boxes; every box's place is added to `places`. */
function* areasAndBoxes(
  election: Election,
  boxes: BoxesByArea,
  found: readonly Placed[],
  places: BoxPlace[],
): Generator<Part> {
  const ofBoxes = Map.groupBy(
    found.filter(({ box }) => box !== undefined),
    ({ round, box }) => `${round} ${box}`,
  )
  const ofAreas = Map.groupBy(
    found.filter(({ box, area }) => box === undefined && area !== undefined),
    ({ area }) => area!,
  )
  const areaFile = areaFiles(election, area => ofAreas.get(area) ?? [])
  const statementsFile = statementFiles(election)
  for (const area of election.areas.keys()) {
    const refs = boxes.get(area) ?? []
    const chunks: BoxChunks['chunks'][number][] = []
    for (let from = 0; from < refs.length; from += boxesInChunk) {
      const inChunk = refs.slice(from, from + boxesInChunk)
      const files = inChunk.map(ref =>
        boxFile(election, ref, (round, box) => ofBoxes.get(`${round} ${box}`) ?? []),
      )
      for (const { id, rounds } of files) places.push([id, area, chunks.length, entriesOf(rounds)])
      yield [`statements/${area}/${chunks.length}.json`, statementsFile(area, inChunk)]
      const path = `boxes/${area}/${chunks.length}.json`
      chunks.push({ path, first: files[0]!.id, last: files.at(-1)!.id })
      yield [path, { area, boxes: files }]
    }
    yield [`areas/${area}.json`, areaFile(area, { count: refs.length, chunks })]
  }
}

function entriesOf(rounds: BoxFile['rounds']): readonly number[] {
  return rounds.length === 1 ? rounds[0]!.entries : rounds.flatMap(({ entries }) => entries)
}

function* namesOf({ areas, lists }: Election): Generator<Named> {
  for (const { area } of areas.values()) yield { name: area.name, area: area.id }
  for (const { boxes } of lists.values())
    for (const { id, area, name } of boxes.values()) if (name) yield { name, area, box: id }
}
