import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'

const benches = globSync(join(import.meta.dirname, '*.ts'))
  .map(path => basename(path, '.ts'))
  .filter(name => name !== 'run' && !name.endsWith('.test'))
  .sort()
const [name, ...args] = process.argv.slice(2)

if (name === undefined || !benches.includes(name)) {
  console.error(
    `Usage: npm run bench -- <name> [--json]\nOne command per figure that we claim: ${benches.join(', ')}`,
  )
  process.exit(name === '--help' ? 0 : 2)
}
const run = spawnSync(
  process.execPath,
  [...process.execArgv, join(import.meta.dirname, `${name}.ts`), ...args],
  {
    stdio: 'inherit',
  },
)
process.exit(run.status ?? 2)
