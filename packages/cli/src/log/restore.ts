import { restoreLog } from '@countersign/tlog/node'
import { type Command, stop } from '../command/command.ts'
import { sourceOf } from '../record/source.ts'
import { stopLog } from './opening.ts'

export const restore: Command = {
  usage: 'restore <dir>',
  says: 'Bring an older or damaged copy of a log up to what is published of it, every entry verified.',
  options: [
    ['--from <log>', 'the published log: a folder or a URL'],
    ['--take-over', 'though another process has the folder open; that one stops'],
  ],
  examples: ['countersign log restore minutes --from https://example.org/minutes'],
  run: async ([dir], { from, takeOver }, { progress }) => {
    if (typeof from !== 'string')
      return stop('usage', 'nothing is named to restore from', 'add --from <folder or URL>')
    const restored = await restoreLog(dir!, sourceOf(from), {
      takeOver: takeOver === true,
      onProgress: (done, total) => progress.at('entries', done, total),
    })
    if (!restored.ok) return stopLog(restored, dir)
    const { size, copied, kept } = restored.value
    const text = [
      `${dir}: the log has ${size.toLocaleString('en')} entries again`,
      `  ${copied.toLocaleString('en')} copied, ${kept.toLocaleString('en')} that only this folder had, behind the others`,
    ]
    return { json: restored.value, text: text.join('\n') }
  },
}
