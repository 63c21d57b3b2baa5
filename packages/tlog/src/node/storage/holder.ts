/**
 * Who has a log open: `heads/holder`, a courtesy. It keeps one from taking over by mistake what a running program
 * has open; what keeps two sequencers from forking the log is in heads.ts, and does not look at it.
 */
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../result.ts'
import { utf8 } from '../../text.ts'
import { type Disk, putFile } from './disk.ts'

/** What this very process has open. */
const ours = new Set<string>()

/** Refuses `in-use` where a running process of this machine has the log open. */
export async function isFree(disk: Disk, dir: string): Promise<Result<undefined>> {
  const line = await holderOf(disk, dir)
  const [host, pid] = line?.split(' ') ?? []
  if (line === undefined || host !== hostname() || !isRunning(line, Number(pid))) return ok(undefined)
  return refuse(
    'in-use',
    `Process ${pid} has ${dir} open. Stop it first, or send it the entries; if it is not a sequencer of this log, ` +
      'open the log with leave to take over.',
    { path: dir, pid: Number(pid) },
  )
}

/** Says that this process has the log open. Call what this gives when it is closed. */
export async function hold(disk: Disk, dir: string): Promise<() => Promise<void>> {
  const line = `${hostname()} ${process.pid} ${randomBytes(8).toString('hex')}`
  const path = join(dir, 'heads', 'holder')
  await putFile(disk, `${path}-${line.split(' ')[2]}`, path, utf8(`${line}\n`))
  ours.add(line)
  return async () => {
    ours.delete(line)
    if ((await holderOf(disk, dir)) === line) await disk.remove(path).catch(() => {})
  }
}

async function holderOf(disk: Disk, dir: string): Promise<string | undefined> {
  const file = await disk.read(join(dir, 'heads', 'holder'))
  return file && new TextDecoder().decode(file).trim()
}

function isRunning(line: string, pid: number): boolean {
  if (pid === process.pid) return ours.has(line)
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
