import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const packageFolder = join(import.meta.dirname, '..')

// One program of all examples, within the package, so that its imports find what the reader's would.
const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8')
const program = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, example]) => example).join('\n')
mkdirSync(join(packageFolder, 'dist'), { recursive: true })
const folder = mkdtempSync(join(packageFolder, 'dist/readme-'))
writeFileSync(join(folder, 'examples.ts'), program)
afterAll(() => rmSync(folder, { recursive: true }))

it('the README’s examples print what they say', () => {
  const said = [...program.matchAll(/\/\/ → (.*)$/gm)].map(([, line]) => line)
  expect(said.length).toBeGreaterThan(5)
  const printed = execFileSync(process.execPath, [join(folder, 'examples.ts')], { encoding: 'utf8' })
  expect(printed.trimEnd().split('\n')).toEqual(said)
})

it('the README’s examples are well typed', () => {
  const settings = {
    extends: '../../../../tsconfig.json',
    include: ['examples.ts', '../../../tlog/src/node/*.d.ts'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const compiler = join(packageFolder, '../../node_modules/.bin/tsc')
  const checked = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
  expect(checked.stdout + checked.stderr).toBe('')
})
