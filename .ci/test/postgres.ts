import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A PostgreSQL of its own for a test: its address, and how it ends. */
export interface RunningPostgres {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** @param folder where its programs are. It refuses to run as root: then it runs as nobody. */
export async function startPostgres(folder: string): Promise<RunningPostgres> {
  const data = mkdtempSync(join(tmpdir(), 'countersign-postgres-'))
  const root = process.getuid?.() === 0
  const nobody = root ? { uid: 65534, gid: 65534 } : {}
  if (root) chownSync(data, 65534, 65534)
  chmodSync(data, 0o700)
  const made = spawnSync(
    join(folder, 'initdb'),
    ['-D', join(data, 'db'), '-U', 'tests', '-A', 'trust', '--no-sync'],
    {
      ...nobody,
      cwd: data,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const settings = [
    '-c',
    'fsync=off',
    '-c',
    `unix_socket_directories=${data}`,
    '-c',
    'listen_addresses=127.0.0.1',
  ]
  const server = spawn(join(folder, 'postgres'), ['-D', join(data, 'db'), '-p', String(port), ...settings], {
    ...nobody,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await ready(server)
  return {
    url: `postgres://tests@127.0.0.1:${port}/postgres`,
    async stop() {
      const gone = once(server, 'exit')
      server.kill('SIGINT')
      await gone
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function ready(server: ChildProcess): Promise<void> {
  let said = ''
  server.stderr!.on('data', text => {
    said += text
  })
  for (let tries = 0; !said.includes('ready to accept connections'); tries++) {
    if (tries > 600 || server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`)
    await pause(50)
  }
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise(done => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
