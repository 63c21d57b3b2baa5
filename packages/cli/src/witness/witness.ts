import { resolve } from 'node:path'
import { serveWitness } from '@countersign/server'
import { type Command, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { portFrom } from '../serve/serve.ts'

/** A witness: whoever does not trust a log keeps one, and the log can then show nobody two histories. */
export const witnessCommand: Command = {
  usage: 'witness <dir>',
  says: 'Keep a witness: it cosigns the checkpoints of logs, and never two histories of one.',
  options: [
    ['--log <vkey...>', 'the verifier keys of the logs to watch'],
    [
      '--name <name>',
      'the witness’s name, such as party.example/witness; needed the first time, to make its key',
    ],
    ['--port <n>', 'the port (default: the PORT of the environment, else 8081; 0 for any that is free)'],
    ['--host <address>', 'answer at this address of the machine only'],
  ],
  examples: [
    'countersign witness watching --name party.example/witness --log results.example/2031+d1b1e1e5+Aa…',
  ],
  run: async ([dir], given) => {
    const { log = [], name, host } = given
    const port = portFrom(given.port ?? process.env.PORT ?? '8081')
    if (port === undefined)
      return stop('port', 'the port is not a number from 0 to 65535', 'set PORT, or use --port')
    const logs = (Array.isArray(log) ? log : [log]).map(String)
    if (logs.length === 0) return stop('usage', 'no log is named to watch', 'add --log <its verifier key>')
    const started = await serveWitness(resolve(dir!), {
      logs,
      port,
      now: Date.now,
      ...(typeof name === 'string' && { name }),
      ...(typeof host === 'string' && { host }),
      onFork: (origin, path) =>
        process.stderr.write(`${origin} has signed two histories; both checkpoints are kept: ${path}\n`),
    })
    if (!started.ok) return stopBy(started.refusal)
    const { address, vkey } = started.value
    const text = [
      `The witness ${started.value.name}: ${address}/ (Ctrl-C ends it)`,
      `  for policies   witness <a name> ${vkey} ${address}`,
    ]
    process.stdout.write(
      given.json === true ? `${JSON.stringify({ address, vkey })}\n` : `${text.join('\n')}\n`,
    )
    await new Promise<void>(end => process.once('SIGINT', end).once('SIGTERM', end))
    await started.value.close()
    return { json: { vkey }, text: '', silent: true }
  },
}
