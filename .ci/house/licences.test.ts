import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Licences under which a dependency may be shipped with, or used to build, an Apache-2.0 product. */
const accepted = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]

/** Published without an SPDX expression; read in the package by us. */
const readByUs: Record<string, string> = { vazirmatn: 'OFL-1.1' }

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

test('every package of this repository is Apache-2.0', () => {
  const manifests = ['package.json', ...globSync('packages/*/package.json')]
  expect(manifests.length).toBeGreaterThan(1)
  for (const path of manifests) expect([path, read(path).license]).toEqual([path, 'Apache-2.0'])
  expect(readFileSync('LICENSE', 'utf8')).toContain('Apache License')
})

test('every dependency has an accepted licence', () => {
  const locked = Object.entries<{ link?: boolean; license?: string; optional?: boolean }>(
    read('package-lock.json').packages,
  ).filter(([path, { link }]) => path.includes('node_modules/') && !link)
  expect(locked.length).toBeGreaterThan(50)
  const refused = locked.filter(([path, locked]) => !isAccepted(licenceOf(path, locked)))
  expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
})

test('a licence that is not accepted is refused', () => {
  expect(isAccepted('AGPL-3.0-only')).toBe(false)
  expect(isAccepted(undefined)).toBe(false)
  expect(isAccepted('(MIT OR GPL-3.0-only)')).toBe(true)
  expect(isAccepted('(MIT AND GPL-3.0-only)')).toBe(false)
})

function licenceOf(path: string, { license }: { license?: string }): string | undefined {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  if (readByUs[name]) return readByUs[name]
  return license ?? (existsSync(`${path}/package.json`) ? read(`${path}/package.json`).license : undefined)
}

/** A choice (OR) needs one accepted licence, a sum (AND) all; anything more nested is left to a person. */
function isAccepted(licence: string | undefined): boolean {
  if (!licence) return false
  const terms = licence.replace(/^\(|\)$/g, '').split(/ (OR|AND) /)
  const names = terms.filter((_, i) => i % 2 === 0)
  return terms[1] === 'OR'
    ? names.some(name => accepted.includes(name))
    : names.every(name => accepted.includes(name))
}
