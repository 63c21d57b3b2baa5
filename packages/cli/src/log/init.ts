import { makeLog } from '@countersign/tlog/node'
import { type Command, stop } from '../command/command.ts'
import { stopLog } from './opening.ts'

export const init: Command = {
  usage: 'init <dir>',
  says: 'Make a log in a folder: its key, its policy, a checkpoint over nothing.',
  options: [
    ['--origin <name>', 'the log’s name, usually the address where it will be read, without its scheme'],
    [
      '--url <url>',
      'where the public will read it; asked before anything is signed, so that a restore never forks it',
    ],
  ],
  examples: ['countersign log init minutes --origin example.org/minutes'],
  run: async ([dir], { origin, url }) => {
    if (typeof origin !== 'string') return stop('usage', 'the log has no name', 'add --origin <name>')
    const made = await makeLog(dir!, {
      origin,
      ...(typeof url === 'string' && { url }),
      // Nothing is there yet that an older copy could be of.
      unasked: true,
    })
    if (!made.ok) return stopLog(made, dir)
    const { vkey } = made.value
    await made.value.close()
    const text = [
      `${dir}: the log ${origin}`,
      `  verifier key  ${vkey}`,
      `  secret key    in ${dir}/keys, readable by you alone; it is never served`,
      `  next          countersign log add ${dir} <file>`,
    ]
    return { json: { dir, origin, vkey }, text: text.join('\n') }
  },
}
