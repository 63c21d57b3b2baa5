import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const documents = globSync([
  '*.md',
  'docs/**/*.md',
  'packages/*/README.md',
  'elections/**/*.md',
  'verifiers/**/*.md',
])

test('every link in a document to a file of this repository leads somewhere', () => {
  expect(documents.length).toBeGreaterThan(5)
  const dead = documents.flatMap(document =>
    [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter(target => !existsSync(join(dirname(document), target)))
      .map(target => `${document}: ${target}`),
  )
  expect(dead).toEqual([])
})
