import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Files } from './log.ts'
import type { Change } from './mutations/mutation.ts'

/** What a verifier says of a log: intact or refused, and where. */
export type Verdict = {
  readonly intact: boolean
  readonly path?: string | undefined
  readonly index?: number | undefined
  readonly message?: string
  /** Files under tile/ of which the checkpoint says nothing; where the log is intact. */
  readonly notCovered?: readonly string[]
}

const run = promisify(execFile)

/** Debian's place for the libraries of `golang-golang-x-mod-dev`; nothing is fetched. */
const goEnvironment = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' }

/** Builds the second verifier into `folder`; the path of the program. */
export async function buildVerifier(go: string, folder: string): Promise<string> {
  const program = join(folder, 'verify')
  await run(go, ['build', '-o', program, '.'], { cwd: sources, env: goEnvironment })
  return program
}

/** Runs the second verifier's own tests, with outside vectors where their folder is given; what they printed. */
export async function testVerifier(go: string, vectors = ''): Promise<string> {
  const env = { ...goEnvironment, COUNTERSIGN_VECTORS: vectors }
  return (await run(go, ['test', '-count=1', '-v', '.'], { cwd: sources, env })).stdout
}

/** Runs the second verifier; its exit code and report. */
export async function runVerifier(program: string, args: readonly string[]): Promise<GoReport> {
  const { code, stdout } = await run(program, ['-json', ...args]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )
  return { exit: code, ...JSON.parse(stdout) }
}

export type GoReport = {
  readonly exit: number
  readonly ok?: boolean
  readonly origin?: string
  readonly size?: number
  readonly root?: string
  readonly cosigners?: readonly { readonly name: string; readonly time: number }[]
  readonly notCovered?: readonly string[]
  readonly failure?: {
    readonly code: string
    readonly path: string
    readonly index: number | null
    readonly message: string
  } | null
  readonly error?: { readonly code: string; readonly message: string }
}

/** The verdict of a run that must have come to one: exit 2 is none. */
export function verdictOf({ exit, failure, error, notCovered = [] }: GoReport): Verdict {
  if (error !== undefined || exit > 1) throw new Error(`the second verifier could not run: ${error?.message}`)
  if (!failure) return { intact: true, notCovered }
  return { intact: false, path: failure.path, index: failure.index ?? undefined, message: failure.message }
}

/** A log's files on disk, which mutations are laid over and taken off again. */
export class LogFolder {
  readonly path: string
  readonly #files: Files

  constructor(path: string, files: Files) {
    this.path = path
    this.#files = files
    for (const [name, bytes] of files) this.#write(name, bytes)
  }

  /** `act`, while the folder is changed. */
  async changed<T>(change: Change, act: () => Promise<T>): Promise<T> {
    for (const [name, bytes] of Object.entries(change)) this.#write(name, bytes)
    try {
      return await act()
    } finally {
      for (const name of Object.keys(change)) this.#write(name, this.#files.get(name))
    }
  }

  #write(name: string, bytes: Uint8Array | undefined): void {
    const file = join(this.path, name)
    rmSync(file, { force: true })
    if (bytes === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}

const sources = join(import.meta.dirname, '../go')
