import { join, resolve } from 'node:path'
import { backUp, openDatabase } from '@countersign/server'
import { type Command, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'

/** The record and the database of a server, copied. */
export const backupCommand: Command = {
  usage: 'backup <data>',
  says: 'Copy the record and the database of a server’s data folder; again, and only what is new is copied.',
  options: [
    ['--out <dir>', 'the folder of the backup; it holds the log’s secret key, so keep it as you keep that'],
    ['--without-key', 'leave the key out; to restore, put it back by hand'],
    ['--record-only', 'the record alone: the embedded database is not to be read while the server runs'],
  ],
  examples: [
    'countersign backup election --out /mnt/backup',
    'DATABASE_URL=postgres://localhost/election countersign backup election --out /mnt/backup',
  ],
  run: async ([data], { out, withoutKey, recordOnly }) => {
    if (typeof out !== 'string') return stop('usage', 'no folder is named for the backup', 'add --out <dir>')
    const open =
      recordOnly === true
        ? undefined
        : await openDatabase({ url: process.env.DATABASE_URL, folder: join(resolve(data!), 'database') })
    if (open && !open.ok) {
      const { code, message } = open.refusal
      const todo =
        code === 'in-use' ? 'stop the server, add --record-only, or let it use PostgreSQL' : undefined
      return stop(code, message, todo)
    }
    const done = await backUp(resolve(data!), resolve(out), {
      database: open?.value,
      keys: withoutKey !== true,
    })
    await open?.value.close()
    if (!done.ok) return stopBy(done.refusal, data)
    const { size, files, rows } = done.value
    const text = [
      `${out}: a backup of ${data}`,
      `  record     ${size.toLocaleString('en')} entries, ${files.toLocaleString('en')} new files`,
      `  database   ${rows === undefined ? 'not in it' : `${rows.toLocaleString('en')} rows`}`,
      `  next       countersign restore ${out} --data <dir> --from <the published log>`,
    ]
    return { json: { out, ...done.value }, text: text.join('\n') }
  },
}
