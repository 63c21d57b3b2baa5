import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type RunningServer, startServer } from '@countersign/server'
import { type Command, type Given, type Stopped, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { portFrom } from '../serve/serve.ts'
import { publisherOf } from './publisher.ts'

/** What the staff applications are built into. */
const staff = join(import.meta.dirname, '../../../web/dist/staff')

/** The server of an election. */
export const runCommand: Command = {
  usage: 'run',
  says: 'Run the server of an election: it takes statements from anyone, records them, and publishes what follows.',
  options: [
    ['--data <dir>', 'the data folder: the record, the database and the site are in it'],
    ['--port <n>', 'the port (default: the PORT of the environment, else 8080; 0 for any that is free)'],
    ['--host <address>', 'answer at this address of the machine only'],
    [
      '--tls-cert <file>',
      'certificate chain in PEM; browsers give phones no keys, camera or offline work without https',
    ],
    ['--tls-key <file>', 'its private key in PEM'],
    ['--address <url>', 'the address at which people reach it, where a proxy stands before it'],
    [
      '--origin <name>',
      'the log’s name, where there is no record yet; usually its address without the scheme',
    ],
    ['--rehearsal', 'rehearse: pages and forms say so, and nothing of it can be mixed with a real record'],
    ['--staff <dir>', 'the folder of the staff applications (default: those that are built here)'],
    ['--no-publish', 'take and record statements, and publish nothing but the record'],
    ['--publish-every <s>', 'seconds between two publications at least (default: 60)'],
    ['--take-over', 'open the record though another process has it open; that one stops, and loses nothing'],
    [
      '--unasked',
      'go on though nobody who holds checkpoints of the log can be reached: only if this is no older copy',
    ],
  ],
  examples: [
    'countersign run --data election --origin results.example/2031',
    'countersign run --data trial --rehearsal --port 0',
    'DATABASE_URL=postgres://localhost/election countersign run --data election --tls-cert cert.pem --tls-key key.pem',
  ],
  run: async (_, given, { progress }) => {
    const asked = readGiven(given)
    if ('stopped' in asked) return asked
    const started = await startServer({
      ...asked,
      databaseUrl: process.env.DATABASE_URL,
      staff: typeof given.staff === 'string' ? resolve(given.staff) : existsSync(staff) ? staff : undefined,
      publisher: given.publish === false ? undefined : publisherOf(asked.data, asked.address),
      write: line => process.stderr.write(line),
      progress: (entries, of) => progress.at('entries replayed', entries, of),
    })
    if (!started.ok) return stopBy(started.refusal)
    progress.end()
    const server = started.value
    process.stdout.write(given.json === true ? `${JSON.stringify(aboutOf(server))}\n` : textOf(server))
    const why = await Promise.race([told(), server.halted])
    const closed = await server.close()
    if (why !== undefined) return stopBy(why, asked.data)
    return closed.ok ? { json: aboutOf(server), text: '', silent: true } : stopBy(closed.refusal, asked.data)
  },
}

function told(): Promise<undefined> {
  return new Promise(end => {
    const stopped = () => end(undefined)
    process.once('SIGINT', stopped).once('SIGTERM', stopped)
  })
}

function aboutOf({ address, record, setupCode, database }: RunningServer) {
  const { origin, vkey, size, election } = record
  return {
    address,
    origin,
    vkey,
    size,
    definition: election?.definitionId ?? null,
    ...(setupCode !== undefined && { setupCode }),
    database: database.engine,
  }
}

function textOf(server: RunningServer): string {
  const { address, record, setupCode, database } = server
  const lines = [
    `The server: ${address}/ (Ctrl-C ends it)`,
    `  record     ${record.origin}, ${record.size.toLocaleString('en')} entries`,
    `  database   ${database.engine}${database.durable ? '' : ': for trials; it does not wait for the disk, so drafts and sessions can be lost with the power. Statements never are'}`,
  ]
  if (setupCode !== undefined)
    lines.push(
      '',
      `There is no definition yet. Whoever opens ${address}/staff/ with this code sets the election up, once:`,
      `  ${setupCode.match(/.{1,4}/g)!.join('-')}`,
    )
  return `${lines.join('\n')}\n`
}

type Asked = Pick<
  Parameters<typeof startServer>[0],
  'port' | 'host' | 'tls' | 'address' | 'origin' | 'rehearsal' | 'takeOver' | 'unasked' | 'publishEvery'
> & { readonly data: string }

function readGiven(given: Given): Asked | Stopped {
  const { data, tlsCert, tlsKey, address, origin, host, publishEvery = '60' } = given
  if (typeof data !== 'string') return stop('usage', 'no data folder is named', 'add --data <dir>')
  const port = portFrom(given.port ?? process.env.PORT ?? '8080')
  if (port === undefined)
    return stop('port', 'the port is not a number from 0 to 65535', 'set PORT, or use --port')
  if ((typeof tlsCert === 'string') !== (typeof tlsKey === 'string'))
    return stop('tls', 'a certificate and its key go together', 'give both --tls-cert and --tls-key')
  if (typeof address === 'string' && !URL.canParse(address))
    return stop('usage', `“${address}” is not an address`, 'give one such as https://results.example')
  const every = Number(publishEvery)
  if (!(every >= 1))
    return stop('usage', 'the pause between publications is no number from 1', 'give --publish-every 60')
  return {
    data: resolve(data),
    port,
    publishEvery: every * 1000,
    rehearsal: given.rehearsal === true,
    takeOver: given.takeOver === true,
    unasked: given.unasked === true,
    ...(typeof tlsCert === 'string' && typeof tlsKey === 'string' && { tls: { cert: tlsCert, key: tlsKey } }),
    ...(typeof address === 'string' && { address: address.replace(/\/+$/, '') }),
    ...(typeof origin === 'string' && { origin }),
    ...(typeof host === 'string' && { host }),
  }
}
