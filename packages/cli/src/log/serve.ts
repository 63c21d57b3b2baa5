import { type Command, stop } from '../command/command.ts'
import { portFrom, serveUntilStopped } from '../serve/serve.ts'

export const serve: Command = {
  usage: 'serve <dir>',
  says: 'Serve a log to readers; its keys and what is not yet under a checkpoint are never served.',
  options: [
    ['--port <n>', 'the port (default: the PORT of the environment, else 8080; 0 for any that is free)'],
  ],
  examples: ['countersign log serve minutes --port 3000'],
  run: async ([dir], given) => {
    const port = portFrom(given.port ?? process.env.PORT ?? '8080')
    if (port === undefined)
      return stop('port', 'the port is not a number from 0 to 65535', 'set PORT, or use --port')
    return serveUntilStopped(dir!, port, { text: '', json: { dir }, asJson: given.json === true })
  },
}
