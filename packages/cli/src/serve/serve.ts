import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Answer, Command } from '../command/command.ts'
import { stop } from '../command/command.ts'
import { serveFolder } from './folder.ts'

/** A site, or any folder, on this machine. */
export const serveCommand: Command = {
  usage: 'serve <site>',
  says: 'Serve a folder as any web server would; a record’s keys are never served.',
  options: [
    ['--port <n>', 'the port (default: the PORT of the environment, else 8080; 0 for any that is free)'],
  ],
  examples: ['countersign serve site', 'PORT=3000 countersign serve site'],
  run: async ([site], given) => {
    const folder = resolve(site!)
    if (!existsSync(folder))
      return stop('cannot-read', `there is no folder ${site}`, 'countersign publish makes one')
    const port = portFrom(given.port ?? process.env.PORT ?? '8080')
    if (port === undefined)
      return stop('port', 'the port is not a number from 0 to 65535', 'set PORT, or use --port')
    return serveUntilStopped(folder, port, {
      text: '',
      json: { site: folder },
      asJson: given.json === true,
    })
  },
}

export function portFrom(text: string | boolean | readonly string[]): number | undefined {
  const port = typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : undefined
}

interface Told extends Pick<Answer, 'text' | 'json' | 'finding'> {
  readonly asJson: boolean
}

/** Serves until the process is told to stop; the address is the last line of what is printed before. */
export async function serveUntilStopped(folder: string, port: number, { text, json, asJson, finding }: Told) {
  const served = await serveFolder(folder, port)
  if ('error' in served)
    return stop(
      served.error,
      `port ${port} cannot be used (${served.error})`,
      'choose another with PORT or --port',
    )
  process.stdout.write(
    asJson
      ? `${JSON.stringify({ ...(json as object), address: served.address })}\n`
      : `${text === '' ? '' : `${text}\n\n`}The site: ${served.address}/ (Ctrl-C ends it)\n`,
  )
  await new Promise<void>(end => process.once('SIGINT', end).once('SIGTERM', end))
  await served.close()
  return { text, json, ...(finding !== undefined && { finding }), silent: true }
}
