import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { ok, type Result, refuse } from '@countersign/tlog'

/**
 * Takes a folder for this process by a file that names it: PGlite itself would let a second one in, and both would
 * damage what is there. A file left by a process that is gone is taken over. Refusal: `in-use`.
 * @returns how to give the folder back
 */
export function lock(path: string): Result<() => void> {
  mkdirSync(dirname(path), { recursive: true })
  const mine = `${hostname()} ${process.pid}\n`
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx' })
      held.add(path)
      return ok(() => {
        held.delete(path)
        rmSync(path, { force: true })
      })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const [host, pid] = readFileSync(path, 'utf8').trim().split(' ')
    if (host === hostname() && !isRunning(path, Number(pid))) rmSync(path, { force: true })
  }
  const holder = readFileSync(path, 'utf8').trim()
  return refuse(
    'in-use',
    `The database is open in process ${holder.split(' ')[1]} of ${holder.split(' ')[0]}. End that one first, or remove ${path} if it is gone.`,
    { path },
  )
}

/** What this very process holds. */
const held = new Set<string>()

function isRunning(path: string, pid: number): boolean {
  if (pid === process.pid) return held.has(path)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
