import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { builtOnce } from '../../node/fixtures/built-once.ts'

const root = resolve(import.meta.dirname, '../../../../..')

/** The staff applications, built from the sources of now, once for all tests. */
export function builtStaff(): Promise<string> {
  const web = join(root, 'packages/web')
  const configFile = join(web, 'vite.staff.config.ts')
  return builtOnce('staff', async outDir => {
    await build({ root: web, configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
    await written(outDir)
  })
}

/** On a busy machine the last files are still on their way when the build has ended: a device installs all of them. */
async function written(folder: string): Promise<void> {
  const named = readFileSync(join(folder, 'worker.js'), 'utf8').match(/assets\/[\w.-]+/g) ?? []
  const missing = () => named.filter(name => !existsSync(join(folder, name)))
  for (let tries = 0; missing().length > 0 && tries < 100; tries++)
    await new Promise(go => setTimeout(go, 100))
  if (missing().length > 0) throw new Error(`the build lacks ${missing().join(', ')}`)
}

/** A server in a process of its own, which can be killed and started again at the same address. */
export interface Running {
  readonly address: string
  /** The code that begins a setup, where nothing is recorded yet. */
  readonly setupCode: string | undefined
  /** Kills it without a word, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Starts it again over the same data. */
  readonly again: () => Promise<void>
}

/** Runs the server of a rehearsal's data folder. */
export async function running(data: string, staff: string): Promise<Running> {
  let { child, address, setupCode } = await started(data, staff, 0)
  const { port } = new URL(address)
  return {
    address,
    setupCode,
    kill: () => ended(child),
    again: async () => {
      const next = await started(data, staff, Number(port))
      child = next.child
      address = next.address
    },
  }
}

function started(
  data: string,
  staff: string,
  port: number,
): Promise<{
  readonly child: ChildProcess
  readonly address: string
  readonly setupCode: string | undefined
}> {
  const bin = join(root, 'packages/cli/bin/countersign.mjs')
  const options = ['--rehearsal', '--unasked', '--no-publish', '--json', '--host', 'localhost']
  const args = [bin, 'run', '--data', data, '--port', String(port), '--staff', staff, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  process.once('exit', () => child.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', chunk => {
      said = (said + chunk).slice(-4000)
    })
    child.stdout!.once('data', chunk => {
      const { address, setupCode } = JSON.parse(String(chunk)) as Pick<Running, 'address' | 'setupCode'>
      resolve({ child, address, setupCode })
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(done => {
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })
}
