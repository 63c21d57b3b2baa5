import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('what npm gets runs as plain JavaScript', () => {
  const folder = join(import.meta.dirname, '..')
  execFileSync(process.execPath, [join(folder, 'publish.ts')])
  const manifest = JSON.parse(readFileSync(join(folder, 'dist/npm/package.json'), 'utf8'))
  expect(manifest.exports).toEqual({ '.': './index.js', './node': './node/index.js' })
  expect(manifest.scripts).toBeUndefined()

  const program = `
    import { buildLog, formatVkey, fromMemory, noble, noteKey, noteSigner, verifierKey, verifyLog } from './index.js'
    const key = noble.signingKeyFromSeed(new Uint8Array(32))
    const files = await buildLog([new Uint8Array(3)], noteSigner('log.example', key))
    const vkey = formatVkey(verifierKey('log.example', noteKey, key.publicKey))
    const { ok } = await verifyLog(fromMemory(files), { vkey })
    console.log(ok, Object.keys(await import('./node/index.js')).includes('openLog'))`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(folder, 'dist/npm'),
    encoding: 'utf8',
  })
  expect(printed).toBe('true true\n')
  const types = readFileSync(join(folder, 'dist/npm/index.d.ts'), 'utf8')
  expect(types).toContain('verifyLog')
})
