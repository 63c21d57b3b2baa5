import type { Command } from '../command/command.ts'
import { openingOptions, stopLog, withLog } from './opening.ts'

export const checkpoint: Command = {
  usage: 'checkpoint <dir>',
  says: 'Put everything that the log has accepted under a signed checkpoint, and print it.',
  options: openingOptions,
  examples: ['countersign log checkpoint minutes', 'countersign log checkpoint minutes > kept-from-before'],
  run: ([dir], given) =>
    withLog(dir!, given, async log => {
      const made = await log.checkpoint()
      if (!made.ok) return stopLog(made, dir)
      const { size, note } = made.value
      return { json: { size, checkpoint: note }, text: note }
    }),
}
