import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every dependency has its line in docs/dependencies.md, and every line its dependency', () => {
  const manifests = ['package.json', ...globSync('packages/*/package.json')].map(path =>
    JSON.parse(readFileSync(path, 'utf8')),
  )
  const used = manifests.flatMap(({ dependencies, devDependencies }) =>
    Object.keys({ ...dependencies, ...devDependencies }).filter(name => !name.startsWith('@countersign/')),
  )
  const listed = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(
    match => match[1],
  )
  expect([...new Set(listed)].sort()).toEqual([...new Set(used)].sort())
})
