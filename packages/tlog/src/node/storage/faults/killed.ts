/**
 * A process for kill.test.ts: runs the workload on the folder of its first argument, says on stdout what the log
 * answers, and kills itself before the step of its second.
 */
import { writeSync } from 'node:fs'
import { realDisk, watched } from '../disk.ts'
import { workload } from './workload.ts'

const [dir, last] = process.argv.slice(2)
let steps = 0
const disk = watched(realDisk, ({ number }) => {
  if (number === Number(last)) process.kill(process.pid, 'SIGKILL')
  steps = number
})
const refusal = await workload(disk, dir!, told => writeSync(1, `${JSON.stringify(told)}\n`))
if (refusal) throw new Error(refusal.message)
writeSync(1, `${JSON.stringify({ steps })}\n`)
