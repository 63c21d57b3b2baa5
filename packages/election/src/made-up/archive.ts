import type { Sha256 } from '../people/person.ts'
import type { Definition } from '../statements/definition.ts'
import type { Figures } from '../statements/figures.ts'
import type { ImportStatus } from '../statements/import.ts'
import { keyOf, type Log, logOf } from './log.ts'

const publisher = keyOf(1)
const archivist = keyOf(2)

/** An archive for tests: one country, its provinces and their areas; rows as given. */
export interface Archive {
  readonly log: Log
  readonly areas: (level: string, parent: string | undefined, ...ids: readonly string[]) => Archive
  readonly ballot: (round: number, ...candidates: readonly string[]) => Archive
  readonly row: (row: ArchiveRow) => Archive
}

export interface ArchiveRow {
  readonly round?: number
  readonly area?: string
  readonly box?: string
  readonly status?: ImportStatus
  readonly boxes?: number
  readonly figures: Figures
}

/** An archive after its archivist has been enrolled. */
export function anArchive(sha256: Sha256, changes: Partial<Definition> = {}): Archive {
  const log = logOf({ ...archiveDefinition, ...changes }, sha256)
  log.add(
    { kind: 'enrol', side: 'publisher', keys: [{ key: archivist, role: 'archivist', card: '2' }] },
    publisher,
  )
  const archive: Archive = {
    log,
    areas: (level, parent, ...ids) => {
      const areas = ids.map(id => ({ id, level, ...(parent !== undefined && { parent }), name: { en: id } }))
      log.add({ kind: 'areas', areas }, publisher)
      return archive
    },
    ballot: (round, ...ids) => {
      const candidates = ids.map((id, i) => ({ number: i + 1, id, name: { en: id } }))
      log.add({ kind: 'ballot', round, candidates }, publisher)
      return archive
    },
    row: ({ round = 1, area = 'country', status = 'counted', ...row }) => {
      log.add({ kind: 'import', round, area, status, ...row }, archivist)
      return archive
    },
  }
  return archive
}

const archiveDefinition: Definition = {
  kind: 'definition',
  round: 0,
  mode: 'archive',
  name: { en: 'An election' },
  origin: 'example.org/archive',
  vkey: 'example.org/archive+00000000+AAAA',
  bodies: [
    {
      id: 'publisher',
      role: 'authority',
      name: { en: 'The archive' },
      keys: [{ key: publisher, card: '1' }],
    },
  ],
  publishedBy: { en: 'the ministry', fa: 'وزارت کشور' },
  rounds: [
    { number: 1, date: '2024-06-28', rule: 'majority', of: 'taken' },
    { number: 2, date: '2024-07-05', rule: 'plurality', of: 'taken' },
  ],
  denominators: ['taken', 'valid'],
  levels: [
    { id: 'country', name: { en: 'Country' } },
    { id: 'province', name: { en: 'Province' } },
    { id: 'area', name: { en: 'Area' } },
  ],
  countedLevel: 'country',
}
