/** What the fault tests do to a log. */
import type { Refusal, Result } from '../../../result.ts'
import { utf8 } from '../../../text.ts'
import { type Disk, watched } from '../disk.ts'
import { makeLog } from '../make.ts'
import { type OpenOptions, openLog } from '../open.ts'
import type { Sequencer } from '../sequencer.ts'

export const origin = 'example.com/faults'

/** Only the workload asks for checkpoints, so that it takes the same steps each time. */
const onDemand = { interval: 2 ** 30, entries: 2 ** 30, takeOver: true }

/** What a log answers: an entry is acknowledged at an index; a checkpoint of a size is published. */
export type Told = { readonly entry: string; readonly index: number } | { readonly published: number }

const many = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`)

/** Every entry that the workload adds. */
export const allEntries = [
  ...many('a', 3),
  ...many('b', 254),
  ...many('c', 4),
  ...many('d', 6),
  ...many('e', 260),
]

/** Opens the log, or makes it, adds what there is to add, and closes it. Answers with the first refusal. */
export async function workload(
  disk: Disk,
  dir: string,
  tell: (told: Told) => void,
): Promise<Refusal | undefined> {
  const opened = await openOrMake(disk, dir)
  if (!opened.ok) return opened.refusal
  const log = opened.value
  const add = async (entries: readonly string[]) => {
    const added = await log.add(entries.map(utf8))
    if (!added.ok) return added
    for (const [i, entry] of entries.entries()) tell({ entry, index: added.value[i]! })
    return added
  }
  const checkpoint = async () => {
    const made = await log.checkpoint()
    if (made.ok) tell({ published: made.value.size })
    return made
  }
  const steps: readonly (() => Promise<Result<unknown>>)[] = [
    () => add(many('a', 3)),
    checkpoint,
    () => add(many('b', 254)),
    () => add(['a1', 'b3', ...many('c', 4)]),
    () => Promise.all([checkpoint(), add(many('d', 6))]).then(both => both.find(one => !one.ok) ?? both[0]),
    () => add([...many('e', 260), 'd5']),
    checkpoint,
  ]
  for (const step of steps) {
    const done = await step()
    if (!done.ok) {
      await log.close()
      return done.refusal
    }
  }
  const closed = await log.close()
  return closed.ok ? undefined : closed.refusal
}

/** How many steps the workload takes where nothing happens to it. */
export async function stepsOf(disk: Disk, dir: string): Promise<number> {
  let steps = 0
  const refusal = await workload(
    watched(disk, ({ number }) => {
      steps = number
    }),
    dir,
    () => {},
  )
  if (refusal) throw new Error(refusal.message)
  return steps
}

export async function openOrMake(
  disk: Disk,
  dir: string,
  options: OpenOptions = {},
): Promise<Result<Sequencer>> {
  const opened = await openLog(dir, { ...onDemand, ...options, disk })
  if (opened.ok || (opened.refusal.code !== 'no-head' && opened.refusal.code !== 'no-key')) return opened
  return makeLog(dir, { ...onDemand, ...options, disk, origin })
}
