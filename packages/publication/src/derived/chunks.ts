import type { Election, Placed } from '@countersign/election'
import { type BoxesByArea, type BoxRef, boxesByArea, inputsOf } from './boxes.ts'
import { canonicalJson } from './canonical.ts'
import type { Round } from './round.ts'
import { clockOf } from './statements.ts'

/** Boxes in a chunk: some 4 kB once a server has compressed it. */
export const boxesInChunk = 100

/** Boxes that lie directly in an area and are published together. */
export interface Chunk {
  readonly area: string
  readonly n: number
  readonly boxes: readonly BoxRef[]
  /** Names everything that is published of them follows from: the same name, the same bytes. */
  readonly from: string
}

/** The boxes of an election in chunks, with what was found of them. */
export interface Chunks {
  readonly in: (area: string) => readonly Chunk[]
  readonly all: () => Iterable<Chunk>
  readonly findingsOf: (round: number, box: string) => readonly Placed[]
}

/**
 * Parts an election's boxes into chunks. What a chunk is made from is told by the entries of the record that it
 * follows from, not by the figures in them, so that it costs a tenth of making it.
 */
export function chunksOf(election: Election, found: readonly Placed[]): Chunks {
  const boxes: BoxesByArea = boxesByArea(election)
  const byBox = Map.groupBy(
    found.filter(({ box }) => box !== undefined),
    ({ round, box }) => `${round} ${box}`,
  )
  const findingsOf = (round: number, box: string) => byBox.get(`${round} ${box}`) ?? none
  const nameOf = namer(election, findingsOf)
  const chunksIn = (area: string): readonly Chunk[] => {
    const refs = boxes.get(area) ?? []
    return Array.from({ length: Math.ceil(refs.length / boxesInChunk) }, (_, n) => {
      const inChunk = refs.slice(n * boxesInChunk, (n + 1) * boxesInChunk)
      return { area, n, boxes: inChunk, from: nameOf(area, n, inChunk) }
    })
  }
  const known = new Map<string, readonly Chunk[]>()
  const inArea = (area: string) => {
    const chunks = known.get(area) ?? chunksIn(area)
    known.set(area, chunks)
    return chunks
  }
  return {
    in: inArea,
    *all() {
      for (const area of election.areas.keys()) yield* inArea(area)
    },
    findingsOf,
  }
}

const none: readonly Placed[] = []

/** The file of a chunk. The last dot parts the area from the number, whatever dots an area's ID has. */
export function chunkPath(folder: 'boxes' | 'statements', { area, n }: Pick<Chunk, 'area' | 'n'>): string {
  return `${folder}/${area}.${n}.json`
}

function namer(election: Election, findingsOf: Chunks['findingsOf']) {
  const { sha256 } = election
  const digest = (text: string) => hexOf(sha256(utf8.encode(text)).subarray(0, 16))
  const common = digest(commonTo(election))
  const timeAt = clockOf(election)
  return (area: string, n: number, refs: readonly BoxRef[]): string => {
    let text = `${common} ${area} ${n}`
    for (const ref of refs) text += `\n${inputsOf(election, ref, findingsOf, timeAt)}`
    return digest(text)
  }
}

/** What every chunk depends on beside the record's entries about its boxes. */
function commonTo({ definitionId, areas, rounds }: Election): string {
  const ballots = [...rounds.values()].map(({ number, ballot }: Round) => [number, ballot.id])
  return canonicalJson([definitionId, ballots, [...areas.values()].map(({ area }) => area)])
}

const utf8 = new TextEncoder()

function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
