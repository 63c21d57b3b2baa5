// Runs Countersign on any Node from 20: installs the dependencies where they are missing or stale, finds a Node
// of at least 24 (this one, else the one that the `node` package brings), builds the site's pages, and hands over.
// Plain JavaScript on purpose.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = import.meta.dirname ?? new URL('.', import.meta.url).pathname
const windows = process.platform === 'win32'

const jobs = {
  demo: args => ['packages/cli/bin/countersign.mjs', 'demo', ...args],
  countersign: args => ['packages/cli/bin/countersign.mjs', ...args],
  test: args => ['.ci/test/run.ts', ...args],
  bench: args => ['bench/run.ts', ...args],
  fix: args => ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...args],
}

main(process.argv.slice(2))

function main([job = '', ...args]) {
  const target = jobs[job]
  if (!target) fail(`unknown job "${job}"`, `use one of: ${Object.keys(jobs).join(', ')}`)
  install()
  const node = modernNode()
  buildSite(node)
  const [script, ...rest] = target(args)
  // With more room for young objects nothing is faster, and a country's record takes 100 MB more.
  const run = spawnSync(node, ['--max-semi-space-size=8', join(root, script), ...rest], { stdio: 'inherit' })
  if (run.error) fail(`could not start ${node}: ${run.error.message}`, 'remove node_modules and try again')
  process.exit(run.status ?? 128 + 2)
}

/**
 * Installs what is locked unless it is there. Not `npm ci`, which refuses a lock made where the registry lacked some
 * other platform's binaries. npm's talk goes to stderr: stdout may be JSON.
 */
function install() {
  if (isInstalled()) return
  process.stderr.write('Installing dependencies (once, about a minute)…\n')
  npm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], root)
}

/** npm leaves a list of what it installed; packages for other machines (optional) are not on it. */
function isInstalled() {
  const list = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  const installed = packages(list)
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') || optional || link || installed[path]?.version === version,
  )
}

/** The site's pages are built from components; everything else runs as it is. Built again when a source is newer. */
function buildSite(node) {
  const built = join(root, 'packages', 'web', 'dist', 'staff', 'index.html')
  if (existsSync(built) && statSync(built).mtimeMs >= newest(join(root, 'packages'))) return
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  for (const config of ['vite.config.ts', 'vite.staff.config.ts']) {
    const run = spawnSync(node, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: join(root, 'packages', 'web'),
      // Whatever the surroundings say: the build is the same on every machine.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 2, 2],
    })
    if (run.status !== 0) fail('the pages could not be built', 'see the messages above')
  }
}

/** When anything in a package last changed, but for what is built or installed. */
function newest(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => name !== 'dist' && name !== 'node_modules',
  )
  const times = entries.map(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs
  })
  return Math.max(0, ...times)
}

function packages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

/** This Node if it runs TypeScript as it is, else the pinned one; its package's script is run here where npm did not. */
function modernNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const folder = join(root, 'node_modules', 'node')
  const found = [join(folder, 'bin', windows ? 'node.exe' : 'node')].find(existsSync)
  if (found) return found
  if (existsSync(folder)) {
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: ['ignore', 2, 2] })
    if (existsSync(join(folder, 'bin', 'node'))) return join(folder, 'bin', 'node')
  }
  return fail(
    `this is Node ${process.versions.node}, and a newer one could not be installed from the npm registry`,
    'install Node 24 or newer, or check the network and try again',
  )
}

function npm(args, cwd) {
  const run = spawnSync('npm', args, { cwd, stdio: ['ignore', 2, 2], shell: windows })
  if (run.status !== 0)
    fail('npm could not install the dependencies', 'check the network and the messages above, then try again')
}

function fail(what, next) {
  process.stderr.write(`countersign: ${what}.\n  What to do: ${next}.\n`)
  process.exit(2)
}
