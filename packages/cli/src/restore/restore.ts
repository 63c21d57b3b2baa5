import { resolve } from 'node:path'
import { restoreBackup } from '@countersign/server'
import { type Command, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { sourceOf } from '../record/source.ts'

/** A data folder made from a backup, brought up to what is published. */
export const restoreCommand: Command = {
  usage: 'restore <backup>',
  says: 'Make a server’s data folder from a backup, and bring its record up to what is published of it.',
  options: [
    ['--data <dir>', 'the data folder to make'],
    [
      '--from <log...>',
      'what the public holds of the log, folders or URLs: a mirror, a witness’s copy, the old site',
    ],
    ['--unasked', 'nothing is published that is newer than the backup, and I know it'],
  ],
  examples: ['countersign restore /mnt/backup --data election --from https://mirror.example/2031/record'],
  run: async ([backup], { data, from = [], unasked }, { progress }) => {
    if (typeof data !== 'string') return stop('usage', 'no data folder is named', 'add --data <dir>')
    const done = await restoreBackup(resolve(backup!), resolve(data), {
      published: (Array.isArray(from) ? from : [from]).map(where => sourceOf(String(where))),
      unasked: unasked === true,
      databaseUrl: process.env.DATABASE_URL,
      onProgress: (entries, of) => progress.at('entries', entries, of),
    })
    if (!done.ok) return stopBy(done.refusal)
    const { size, copied, rows } = done.value
    const text = [
      `${data}: restored from ${backup}`,
      `  record     ${size.toLocaleString('en')} entries, ${copied.toLocaleString('en')} of them from what is published`,
      `  database   ${rows.toLocaleString('en')} rows`,
      `  next       countersign run --data ${data}`,
    ]
    return { json: done.value, text: text.join('\n') }
  },
}
