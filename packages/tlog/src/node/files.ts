import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TileSource } from '../source/source.ts'

/** A log's files in the folder `dir`. */
export function fromFiles(dir: string): TileSource {
  return {
    async read(path) {
      if (!isInside(path)) return undefined
      try {
        const file = await readFile(join(dir, path))
        return new Uint8Array(file.buffer, file.byteOffset, file.length)
      } catch (error) {
        if (isAbsence(error)) return undefined
        throw error
      }
    },
    async list() {
      try {
        const found = await readdir(join(dir, 'tile'), { recursive: true, withFileTypes: true })
        return found
          .filter(entry => !entry.isDirectory())
          .map(entry =>
            `tile${entry.parentPath.slice(join(dir, 'tile').length)}/${entry.name}`.replaceAll('\\', '/'),
          )
          .sort()
      } catch (error) {
        if (isAbsence(error)) return []
        throw error
      }
    },
  }
}

/** A file’s name below the folder: a path from elsewhere must not lead out of it. */
function isInside(path: string): boolean {
  return path.split('/').every(part => /^[A-Za-z0-9._-]+$/.test(part) && part !== '.' && part !== '..')
}

function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
}
