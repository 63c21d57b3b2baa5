/**
 * Loaded before a command that is measured: at its end it writes its peak memory in kilobytes, and the time that its
 * cores worked in microseconds, to descriptor 3.
 */
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    writeSync(3, `${maxRSS} ${userCPUTime + systemCPUTime}`)
  })
