import type { Area, Definition, ListedBox, Statement } from '@countersign/election'
import type { Assembled, Placed } from './assemble.ts'
import type { ElectionFile } from './election-file.ts'

/** What a record adds to an election's file: its log and the public keys (hexadecimal) made for it. */
export interface RecordKeys {
  readonly origin: string
  readonly vkey: string
  /** Of the archive: signs the definition, the tree, the lists, the enrolment. */
  readonly archive: string
  /** Of the archivist, whom the archive enrols: signs the figures. */
  readonly archivist: string
}

/** The definition of an archive: the first statement of its record. */
export function archiveDefinition(file: ElectionFile, { origin, vkey, archive }: RecordKeys): Definition {
  const { id, name } = file.archive
  return {
    kind: 'definition',
    round: 0,
    mode: 'archive',
    origin,
    vkey,
    bodies: [{ id, role: 'authority', name, keys: [{ key: archive, card: '1' }] }],
    ...file.definition,
  }
}

/** Whose key signs. */
export type Signer = 'archive' | 'archivist'
export interface ToSign {
  readonly by: Signer
  readonly statement: Statement
}

/**
 * The statements of an archive after its definition, in their order: the tree, the boxes, the archivist's key, each
 * round's list, then the figures row by row and the announcements.
 * @param definition the definition's statement ID
 */
export function* archiveStatements(
  file: ElectionFile,
  { areas, boxes, results, announcements }: Assembled,
  { archivist }: RecordKeys,
  definition: string,
): Generator<ToSign> {
  const common = { definition, round: 0 }
  for (const part of chunks(areas, sizeOfArea))
    yield { by: 'archive', statement: { kind: 'areas', ...common, areas: part } }
  for (const part of chunks(boxes, sizeOfBox))
    yield { by: 'archive', statement: { kind: 'boxes', ...common, boxes: part } }
  const keys = [{ key: archivist, role: 'archivist' as const, card: '2' }]
  yield { by: 'archive', statement: { kind: 'enrol', ...common, side: file.archive.id, keys } }
  for (const ballot of file.ballots)
    yield { by: 'archive', statement: { kind: 'ballot', definition, ...ballot } }
  for (const row of results) yield { by: 'archivist', statement: importOf(row, definition) }
  for (const row of announcements) yield { by: 'archivist', statement: announceOf(row, definition) }
}

function importOf(row: Placed, definition: string): Statement {
  const { round, area, box, status, figures, boxes, source, note, digest } = row
  return {
    kind: 'import',
    definition,
    round,
    area,
    ...(box !== undefined && { box }),
    status,
    figures,
    ...(boxes !== undefined && { boxes }),
    ...(source !== '' && { source }),
    digest,
    ...(note !== undefined && { note }),
  }
}

function announceOf(row: Placed, definition: string): Statement {
  const { round, area, label = {}, figures, at, date, boxes, source, note, digest } = row
  return {
    kind: 'announce',
    definition,
    round,
    area,
    label,
    figures,
    ...(at !== undefined && { at }),
    ...(date !== undefined && { date }),
    ...(boxes !== undefined && { boxes }),
    ...(source !== '' && { source }),
    digest,
    ...(note !== undefined && { note }),
  }
}

/** Chunks stand alone: at most 60,000 bytes and 2,000 items each. The sizes are upper bounds of the encoding. */
function* chunks<T>(items: readonly T[], sizeOf: (item: T) => number): Generator<readonly T[]> {
  let from = 0
  let size = 0
  for (let i = 0; i < items.length; i++) {
    const next = sizeOf(items[i]!)
    if (i > from && (size + next > 59_000 || i - from === 2_000)) {
      yield items.slice(from, i)
      from = i
      size = 0
    }
    size += next
  }
  if (from < items.length) yield items.slice(from)
}

function sizeOfArea({ id, level, parent, name }: Area): number {
  const names = Object.entries(name).reduce((sum, [tag, text]) => sum + tag.length + 3 * text.length + 7, 0)
  return id.length + level.length + (parent?.length ?? 0) + names + 40
}

function sizeOfBox({ id, area }: ListedBox): number {
  return id.length + area.length + 10
}
