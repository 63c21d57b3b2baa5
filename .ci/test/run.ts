import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { startVitest } from 'vitest/node'
import { install } from './install.ts'
import { CountingReporter } from './reporter.ts'

const root = resolve(import.meta.dirname, '../..')
process.chdir(root)

/** The checks that are one command each; a command that ends with 0 counts as one passed test. */
const checks = {
  'format and lint': ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  types: ['typescript/bin/tsc', '-p', '.'],
  'nothing unused': ['knip/bin/knip.js', '--no-progress'],
}

const tools = await install()
for (const [tool, found] of Object.entries(tools)) console.log(`${tool}: ${found.path ?? found.missing}`)

const reporter = new CountingReporter()
const failedChecks = Object.entries(checks).filter(([name, command]) => !check(name, command)).length
const vitest = await startVitest('test', process.argv.slice(2), {
  watch: false,
  run: true,
  reporters: [reporter],
})
await vitest.close()

const { passed, failed, skipped } = reporter.count
const totals = {
  passed: passed + Object.keys(checks).length - failedChecks,
  failed: failed + failedChecks,
  skipped: skipped.length,
}
if (skipped.length > 0) console.log('\nSkipped, and why:')
for (const { test, reason } of skipped) console.log(`  ${test}: ${reason}`)
console.log(
  `\n${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`,
)
process.exit(totals.failed === 0 && passed > 0 ? 0 : 1)

function check(name: string, [script = '', ...args]: readonly string[]): boolean {
  const run = spawnSync(process.execPath, [join('node_modules', script), ...args], { encoding: 'utf8' })
  console.log(`  ${name}: ${run.status === 0 ? 'passed' : 'failed'}`)
  if (run.status !== 0) console.log(`${run.stdout}${run.stderr}`)
  return run.status === 0
}
