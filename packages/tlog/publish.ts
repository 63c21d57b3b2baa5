/**
 * Makes the package as npm gets it, in dist/npm: JavaScript with its types, the README, and a manifest whose paths
 * lead there. In the workspace the sources run as they are; under node_modules Node runs no TypeScript.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
const out = join(folder, 'dist/npm')
rmSync(out, { recursive: true, force: true })
const compiler = join(folder, '../../node_modules/.bin/tsc')
execFileSync(process.execPath, [compiler, '-p', join(folder, 'tsconfig.publish.json')], { stdio: 'inherit' })

const {
  exports,
  imports,
  scripts: _,
  ...manifest
} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const published = { ...manifest, exports: compiled(exports), imports: compiled(imports) }
writeFileSync(join(out, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
copyFileSync(join(folder, 'README.md'), join(out, 'README.md'))
copyFileSync(join(folder, '../../LICENSE'), join(out, 'LICENSE'))

/** Every path of a source, as that of what it was compiled to. */
function compiled(paths: unknown): unknown {
  const text = JSON.stringify(paths)
  return JSON.parse(text.replace(/"\.\/src\/([^"]+)\.ts"/g, '"./$1.js"'))
}
