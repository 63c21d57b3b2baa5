import { readFileSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ok, type Result, refuse } from '@countersign/tlog'

/**
 * Makes a folder whole or not at all: `make` fills a folder beside it, which takes its place at the end. What an
 * interrupted run left beside it is cleared away by the next one.
 * Refusals: `exists` (there is something at `path`), `in-use` (another process is making it), those of `make`.
 */
export async function makeWhole<T>(
  path: string,
  make: (folder: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const target = resolve(path)
  if (!(await isFree(target))) return refuse('exists', `There is something in ${path} already.`, { path })
  const folder = `${target}.unfinished`
  const maker = livingMaker(folder)
  if (maker !== undefined)
    return refuse('in-use', `Another process (${maker}) is making ${path}.`, { path: folder, process: maker })
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, marker), String(process.pid))
  const forget = onInterrupt(() => rmSync(folder, { recursive: true, force: true }))
  try {
    const made = await make(folder)
    if (!made.ok) return made
    await rm(join(folder, marker))
    await rm(target, { recursive: true, force: true })
    await rename(folder, target)
    await syncFolder(dirname(target))
    return ok(made.value)
  } finally {
    await rm(folder, { recursive: true, force: true })
    forget()
  }
}

const marker = 'made-by'

/** Whether nothing is there, or an empty folder. */
async function isFree(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT'
  }
}

/** The process that is making the folder, if it still runs. */
function livingMaker(folder: string): number | undefined {
  try {
    const maker = Number(readFileSync(join(folder, marker), 'utf8'))
    process.kill(maker, 0)
    return maker === process.pid ? undefined : maker
  } catch {
    return undefined
  }
}

function onInterrupt(clear: () => void): () => void {
  const stop = (signal: NodeJS.Signals) => {
    clear()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return () => {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
