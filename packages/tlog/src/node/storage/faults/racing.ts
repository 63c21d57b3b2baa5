/** A process for race.test.ts: adds entries to the log of its first argument, and takes it over when it has lost it. */
import { writeSync } from 'node:fs'
import { utf8 } from '../../../text.ts'
import { openLog } from '../open.ts'

const [dir, name] = process.argv.slice(2)
const tell = (told: unknown) => writeSync(1, `${JSON.stringify(told)}\n`)
let takeovers = 0
let round = 0
while (takeovers < 40 && round < 100) {
  const opened = await openLog(dir!, { interval: 3, entries: 7, takeOver: true })
  takeovers++
  if (!opened.ok) {
    if (opened.refusal.code === 'other-sequencer') continue
    throw new Error(opened.refusal.message)
  }
  const log = opened.value
  for (let lost = false; !lost && round < 100; ) {
    const entries = [`${name}${round}`, `${name}${round} again`, `all${round}`]
    const added = await log.add(entries.map(utf8))
    if (added.ok) {
      for (const [i, entry] of entries.entries()) tell({ entry, index: added.value[i]! })
      round++
      await new Promise(resolve => setTimeout(resolve, Math.random() * 4))
    } else if (added.refusal.code === 'other-sequencer') lost = true
    else throw new Error(added.refusal.message)
  }
  await log.close()
}
tell({ takeovers })
