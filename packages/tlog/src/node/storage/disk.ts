import { constants, fstatSync, type Stats, statSync } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { type Refusal, refuse } from '../../result.ts'

/**
 * The few things that a log does to a disk. Every one goes through here, so that a test can stand before each
 * (`watched`) or put a disk in its place that forgets what was never synced.
 *
 * All of them throw the error of the system (with its `code`: ENOSPC, EROFS, EIO…) where it refuses.
 */
export type Disk = {
  /** The bytes of a file; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>
  /** The names in a folder, sorted; none where there is no folder. */
  list(folder: string): Promise<readonly string[]>
  /** Which file stands at `path`: it changes when another one is put there. Undefined where there is none. */
  identity(path: string): string | undefined
  /** Opens a file for writing: one that must not be there yet, or one that must. */
  open(path: string, which: 'new' | 'existing', mode?: number): Promise<OpenFile>
  /** Makes one folder; nothing happens where it is already there. */
  makeFolder(path: string, mode?: number): Promise<void>
  /** Makes a folder's list of names durable. */
  syncFolder(path: string): Promise<void>
  /** Puts `from` in the place of `to`. */
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name, which must be free: of several that try, one succeeds, the others meet EEXIST. */
  link(from: string, to: string): Promise<void>
  /** Removes a file, or a folder with all that is in it; nothing happens where there is none. */
  remove(path: string): Promise<void>
}

export type OpenFile = {
  /** Which file it is, as `Disk.identity` says it. */
  readonly identity: () => string
  /** Writes all of `bytes` at the byte offset `at`. */
  write(bytes: Uint8Array, at: number): Promise<void>
  /** Makes what was written durable. */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** The machine's disk. */
export const realDisk: Disk = {
  read: path =>
    readFile(path).then(bytes => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), absent),
  list: folder =>
    readdir(folder)
      .then(names => names.sort(), absent)
      .then(names => names ?? []),
  identity(path) {
    const found = statSync(path, { throwIfNoEntry: false })
    return found && identityOf(found)
  },
  async open(path, which, mode = 0o644) {
    const create = which === 'new' ? constants.O_CREAT | constants.O_EXCL : 0
    const file = await open(path, constants.O_RDWR | create, mode)
    return {
      identity: () => identityOf(fstatSync(file.fd)),
      async write(bytes, at) {
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
          done += bytesWritten
        }
      },
      sync: () => file.sync(),
      truncate: length => file.truncate(length),
      close: () => file.close(),
    }
  },
  async makeFolder(path, mode = 0o755) {
    await mkdir(path, { mode }).catch(error => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  },
  async syncFolder(path) {
    const folder = await open(path, constants.O_RDONLY)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
  rename,
  link,
  remove: path => rm(path, { recursive: true, force: true }),
}

/** Writes a file that is durable when this returns, though its name is not before its folder is synced. */
export async function writeFile(disk: Disk, path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await disk.open(path, 'new', mode)
  try {
    await file.write(bytes, 0)
    await file.sync()
  } finally {
    await file.close()
  }
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`
}

/**
 * Puts a file in the place of `path`, whole or not at all, by way of `temporary`. Its name is durable when its
 * folder is synced. A temporary file that could not be finished is removed, to free what it takes.
 */
export async function putFile(
  disk: Disk,
  temporary: string,
  path: string,
  bytes: Uint8Array,
  mode?: number,
): Promise<void> {
  try {
    await writeFile(disk, temporary, bytes, mode)
    await disk.rename(temporary, path)
  } catch (error) {
    await disk.remove(temporary).catch(() => {})
    throw error
  }
}

/** One step of a disk, and its number from 1 on: what is done, to which path. */
export type Step = {
  readonly number: number
  readonly does: keyof Disk | keyof OpenFile
  readonly path: string
}

/** A disk that does what `disk` does, but calls `before` ahead of each step that changes something. */
export function watched(disk: Disk, before: (step: Step) => void | Promise<void>): Disk {
  let number = 0
  const step = async (does: Step['does'], path: string) => before({ number: ++number, does, path })
  return {
    ...disk,
    async open(path, which, mode) {
      if (which === 'new') await step('open', path)
      const file = await disk.open(path, which, mode)
      return {
        ...file,
        write: (bytes, at) => step('write', path).then(() => file.write(bytes, at)),
        sync: () => step('sync', path).then(() => file.sync()),
        truncate: length => step('truncate', path).then(() => file.truncate(length)),
      }
    },
    makeFolder: (path, mode) => step('makeFolder', path).then(() => disk.makeFolder(path, mode)),
    syncFolder: path => step('syncFolder', path).then(() => disk.syncFolder(path)),
    rename: (from, to) => step('rename', to).then(() => disk.rename(from, to)),
    link: (from, to) => step('link', to).then(() => disk.link(from, to)),
    remove: path => step('remove', path).then(() => disk.remove(path)),
  }
}

export type DiskRefusal = Refusal<'disk-full' | 'read-only' | 'disk-failed'>

/**
 * The refusal for an error of the system; `what` was not done, a sentence without its full stop. Any other
 * exception is a bug and is thrown on.
 */
export function diskRefusal(
  error: unknown,
  what: string,
): { readonly ok: false; readonly refusal: DiskRefusal } {
  const code = codeOf(error)
  if (code === undefined) throw error
  const where = { path: (error as NodeJS.ErrnoException).path ?? '', error: code }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return refuse('disk-full', `${what}: the disk is full. Free some space and try again.`, where)
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return refuse('read-only', `${what}: the folder cannot be written to (${code}). Make it writable.`, where)
  return refuse('disk-failed', `${what}: the disk answered ${code}. Check it before going on.`, where)
}

/** The system's code for an error (ENOENT…); undefined for what is not an error of the system. */
export function codeOf(error: unknown): string | undefined {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException
  return typeof code === 'string' && (syscall !== undefined || /^E[A-Z]+$/.test(code)) ? code : undefined
}

function absent(error: unknown): undefined {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  throw error
}
