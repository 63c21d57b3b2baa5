/**
 * A disk in memory that can lose power: what was not synced may then be gone. It is as forgetful as POSIX allows:
 * a file's bytes are kept by its own sync, its name by its folder's, and nothing else is promised.
 */
import { dirname } from 'node:path'
import type { Disk, OpenFile } from '../disk.ts'

/** What decides the fate of one thing that was not synced: a number from 0 up to, not including, `choices`. */
export type Fate = (choices: number) => number

export type ForgetfulDisk = Disk & {
  /** The disk after power was lost: of what was not synced, `fate` decides how much is there. */
  afterPowerLoss(fate: Fate): ForgetfulDisk
  /** The files below `folder` as they are now, by their paths in it. */
  files(folder: string): ReadonlyMap<string, Uint8Array>
}

type File = { readonly id: number; bytes: Uint8Array; synced: Uint8Array }
type Change = { readonly name: string; readonly item: File | 'folder' | undefined }
type Folder = { readonly synced: Map<string, File | 'folder'>; readonly changes: Change[] }

export function forgetfulDisk(
  folders = new Map<string, Folder>([['/', emptyFolder()]]),
  lastId = 0,
): ForgetfulDisk {
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

  function folderAt(path: string): Folder {
    const folder = path === '/' ? folders.get('/') : at(path) === 'folder' ? folders.get(path) : undefined
    if (!folder) throw systemError('ENOENT', path)
    return folder
  }

  function at(path: string): File | 'folder' | undefined {
    if (path === '/') return 'folder'
    const parent = at(dirname(path)) === 'folder' ? folders.get(dirname(path)) : undefined
    return parent && now(parent).get(nameOf(path))
  }

  function put(path: string, item: Change['item']): void {
    folderAt(dirname(path)).changes.push({ name: nameOf(path), item })
  }

  function fileAt(path: string): File {
    const item = at(path)
    if (item === undefined || item === 'folder') throw systemError('ENOENT', path)
    return item
  }

  function opened(file: File): OpenFile {
    return {
      identity: () => String(file.id),
      async write(bytes, at) {
        const grown = new Uint8Array(Math.max(file.bytes.length, at + bytes.length))
        grown.set(file.bytes)
        grown.set(bytes, at)
        file.bytes = grown
      },
      async sync() {
        file.synced = file.bytes
      },
      async truncate(length) {
        file.bytes = file.bytes.slice(0, length)
      },
      async close() {},
    }
  }

  const disk: ForgetfulDisk = {
    async read(path) {
      const item = at(path)
      return item === undefined || item === 'folder' ? undefined : item.bytes.slice()
    },
    list: async path => (at(path) === 'folder' ? [...now(folderAt(path)).keys()].sort() : []),
    identity(path) {
      const item = at(path)
      return item && (item === 'folder' ? `folder ${path}` : String(item.id))
    },
    async open(path, which) {
      if (which === 'existing') return opened(fileAt(path))
      if (at(path)) throw systemError('EEXIST', path)
      const file = { id: ++lastId, bytes: new Uint8Array(), synced: new Uint8Array() }
      put(path, file)
      return opened(file)
    },
    async makeFolder(path) {
      if (at(path)) return
      put(path, 'folder')
      folders.set(path, emptyFolder())
    },
    async syncFolder(path) {
      const folder = folderAt(path)
      settle(folder, folder.changes.length)
    },
    async rename(from, to) {
      const file = fileAt(from)
      put(to, file)
      put(from, undefined)
    },
    async link(from, to) {
      const file = fileAt(from)
      if (at(to)) throw systemError('EEXIST', to)
      put(to, file)
    },
    async remove(path) {
      if (at(path)) put(path, undefined)
    },
    afterPowerLoss(fate) {
      const left = new Map<string, Folder>()
      const files = new Map<File, File>()
      const survivor = (file: File) => {
        const found = files.get(file) ?? remembered(file, fate)
        files.set(file, found)
        return found
      }
      for (const [path, { synced, changes }] of folders) {
        const folder: Folder = { synced: new Map(synced), changes: [...changes] }
        settle(folder, fate(changes.length + 1))
        const kept = Array.from(
          folder.synced,
          ([name, item]) => [name, item === 'folder' ? item : survivor(item)] as const,
        )
        left.set(path, { synced: new Map(kept), changes: [] })
      }
      return forgetfulDisk(left, lastId)
    },
    files(folder) {
      const found = new Map<string, Uint8Array>()
      for (const path of folders.keys()) {
        if (at(path) !== 'folder' || !`${path}/`.startsWith(`${folder}/`)) continue
        for (const [name, item] of now(folderAt(path)))
          if (item !== 'folder') found.set(`${path}/${name}`.slice(folder.length + 1), item.bytes)
      }
      return found
    },
  }
  return disk
}

/** A file after power was lost: as it was synced, as it was written, or with a part of that, or zeros for it. */
function remembered({ id, bytes, synced }: File, fate: Fate): File {
  const torn = new Uint8Array(bytes.length)
  torn.set(bytes.subarray(0, synced.length + fate(Math.max(bytes.length - synced.length, 0) + 1)))
  const left = bytes === synced ? bytes : [synced, bytes, torn.slice(0, bytes.length), torn][fate(4)]!
  return { id, bytes: left, synced: left }
}

function settle({ synced, changes }: Folder, count: number): void {
  for (const { name, item } of changes.splice(0, count)) {
    if (item === undefined) synced.delete(name)
    else synced.set(name, item)
  }
}

function now(folder: Folder): ReadonlyMap<string, File | 'folder'> {
  const view: Folder = { synced: new Map(folder.synced), changes: [...folder.changes] }
  settle(view, view.changes.length)
  return view.synced
}

function emptyFolder(): Folder {
  return { synced: new Map(), changes: [] }
}

/** An error as the system throws it. */
export function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path, syscall: 'test' })
}
