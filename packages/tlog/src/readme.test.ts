import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const packageFolder = join(import.meta.dirname, '..')

// The examples are one program, so that each need not begin anew. It lies in the package, to be found by its name.
const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8')
const examples = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(match => match[1]!)
mkdirSync(join(packageFolder, 'dist'), { recursive: true })
const folder = mkdtempSync(join(packageFolder, 'dist/readme-'))
const program = join(folder, 'examples.ts')
writeFileSync(program, examples.join('\n'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the README’s examples print what they say', () => {
  expect(examples.length).toBeGreaterThan(3)
  const printed = execFileSync(process.execPath, [program], { encoding: 'utf8' })
  expect(printed.trimEnd().split('\n')).toEqual(expectedLines(examples.join('\n')))
})

test('the README’s examples are well typed', () => {
  const settings = { extends: '../../../../tsconfig.json', include: ['examples.ts', '../../src/node/*.d.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const compiler = join(packageFolder, '../../node_modules/.bin/tsc')
  const checked = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
  expect(checked.stdout + checked.stderr).toBe('')
})

function expectedLines(program: string): string[] {
  return [...program.matchAll(/\/\/ → (.*)$/gm)].map(match => match[1]!)
}
