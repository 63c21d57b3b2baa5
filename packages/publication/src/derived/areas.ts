import type { Election, Figures, Placed } from '@countersign/election'
import { type BoxFinding, bare } from './boxes.ts'
import { figuresOf } from './figures.ts'
import type { AreaFigures, Names } from './overview.ts'
import { type Signer, signersOf } from './statements.ts'

/**
 * An area: its figures and those of what lies in it, and where its boxes are. What it lies in is named, not shown: a
 * figure that changes in one area must not change the files of all its neighbours.
 */
export interface AreaFile extends AreaRow {
  /** The areas that it lies in, nearest first. */
  readonly path: readonly AreaName[]
  readonly children: readonly AreaRow[]
  /** Of an archive: the area's own rows as published. */
  readonly published: readonly PublishedRow[]
  /** What was found of the area itself; its boxes' findings are with the boxes. */
  readonly findings: readonly (BoxFinding & { readonly round: number; readonly entry: number | null })[]
  /** The boxes that lie directly in it. */
  readonly boxes: BoxChunks
}

export interface AreaName {
  readonly id: string
  readonly level: string
  readonly name: Names
}

export interface AreaRow extends AreaName {
  /** Its place on a tile map. */
  readonly tile: { readonly row: number; readonly column: number } | null
  readonly rounds: readonly AreaFigures[]
}

/** One row of a published table that is the area's own. */
export interface PublishedRow {
  readonly round: number
  readonly entry: number
  readonly status: string
  readonly figures: Figures
  readonly boxes: number | null
  readonly source: string | null
  readonly note: string | null
  readonly signers: readonly Signer[]
}

export interface BoxChunks {
  readonly count: number
  /** In order; each names a file beside `areas/`, and the first and last box in it. */
  readonly chunks: readonly { readonly path: string; readonly first: string; readonly last: string }[]
}

/** Makes the areas of an election, each area's figures added up once. */
export function areaFiles(
  election: Election,
  findingsIn: (area: string) => readonly Placed[],
): (id: string, boxes: BoxChunks) => AreaFile {
  const known = new Map<string, AreaRow>()
  const rowOf = (id: string): AreaRow => {
    const made = known.get(id) ?? areaRow(election, id)
    known.set(id, made)
    return made
  }
  return (id, boxes) => {
    const { path, children } = election.areas.get(id)!
    return {
      ...rowOf(id),
      path: path.slice(1, -1).map(area => nameOf(election, area)),
      children: children.map(rowOf),
      published: publishedRows(election, id),
      findings: findingsIn(id).map(found => ({
        ...bare(found),
        round: found.round,
        entry: found.entry ?? null,
      })),
      boxes,
    }
  }
}

function nameOf({ areas }: Election, id: string): AreaName {
  const { level, name } = areas.get(id)!.area
  return { id, level, name }
}

function areaRow(election: Election, id: string): AreaRow {
  const { tile } = election.areas.get(id)!.area
  return { ...nameOf(election, id), tile: tile ?? null, rounds: figuresOf(election, id) }
}

function publishedRows({ rounds }: Election, id: string): readonly PublishedRow[] {
  return [...rounds.values()]
    .sort((a, b) => a.number - b.number)
    .flatMap(({ number, imports }) => {
      const row = imports.get(`/${id}`)
      if (!row) return []
      const { status, figures, boxes, source, note } = row.statement
      return [
        {
          round: number,
          entry: row.index,
          status,
          figures,
          boxes: boxes ?? null,
          source: source ?? null,
          note: note ?? null,
          signers: signersOf(row),
        },
      ]
    })
}
