import { createHash } from 'node:crypto'
import type { TestLog } from '../log.ts'

/** What a mutation does to the files of a log: path → new bytes, undefined where the file is taken away. */
export type Change = Readonly<Record<string, Uint8Array | undefined>>

/**
 * One way in which a log's files, or an earlier checkpoint, differ from what the log wrote; and what a verifier
 * that follows the specifications says of it.
 */
export type Mutation = {
  readonly name: string
  readonly change: Change
  /** Earlier checkpoints that the log is to extend. */
  readonly old?: Uint8Array
  readonly verdict: 'intact' | 'refused'
  /** The file that is named where the log is refused, if only one can be meant. */
  readonly path?: string
  /** The entry's index in the log, or the hash's in the tile, if only one can be meant. */
  readonly index?: number
}

/** The file of a log at `path`. */
export function fileOf(log: Pick<TestLog, 'files'>, path: string): Uint8Array {
  const bytes = log.files.get(path)
  if (bytes === undefined) throw new Error(`the log has no ${path}`)
  return bytes
}

/** A number below `limit`, which looks random and is the same in every run. */
export function pick(what: string, limit: number): number {
  return createHash('sha256').update(what).digest().readUInt32BE() % limit
}

/** `bytes` with one bit of byte `at` turned over. */
export function flip(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[at] = changed[at]! ^ (1 << bit)
  return changed
}

/** The first, the last and one between, without repetition. */
export function someOf<T>(list: readonly T[]): T[] {
  const between = pick(`between ${list.length}`, list.length)
  return [...new Set([0, between, list.length - 1])].map(i => list[i]!)
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** The mutation that puts `bytes` at `path`, which is to be refused and named. */
export function refused(path: string, name: string, bytes: Uint8Array | undefined): Mutation {
  return { name: `${path}: ${name}`, change: { [path]: bytes }, verdict: 'refused', path }
}

/** The mutation that puts `bytes` at `path`, and changes nothing that is verified. */
export function harmless(path: string, name: string, bytes: Uint8Array): Mutation {
  return { name: `${path}: ${name}`, change: { [path]: bytes }, verdict: 'intact' }
}
