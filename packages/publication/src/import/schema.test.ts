import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { electionFile } from './election-file.ts'
import { tableMap } from './map.ts'
import { importSchemas } from './schema.ts'

const root = resolve(import.meta.dirname, '../../../..')

test('docs/schema/ holds the schemas that the importer reads by (UPDATE=1 writes them)', () => {
  for (const [name, schema] of Object.entries(importSchemas())) {
    const path = join(root, 'docs/schema', name)
    const text = `${JSON.stringify(schema, null, 2)}\n`
    if (process.env.UPDATE) writeFileSync(path, text)
    expect(JSON.parse(readFileSync(path, 'utf8')), `run UPDATE=1 npx vitest run ${name}`).toEqual(
      JSON.parse(text),
    )
  }
})

test('every map and election that ships is as the schemas say', () => {
  const read = (path: string) => JSON.parse(readFileSync(join(root, 'elections', path), 'utf8'))
  const maps = globSync('**/*.map.json', { cwd: join(root, 'elections') })
  expect(maps.length).toBeGreaterThan(6)
  for (const path of maps) expect(tableMap.safeParse(read(path)).error, path).toBeUndefined()
  const files = globSync('**/*election.json', { cwd: join(root, 'elections') })
  expect(files.length).toBeGreaterThan(2)
  for (const path of files) expect(electionFile.safeParse(read(path)).error, path).toBeUndefined()
})

test('the example in docs/import.md is a map', () => {
  const text = readFileSync(join(root, 'docs/import.md'), 'utf8')
  const [example] = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(match => JSON.parse(match[1]!))
  expect(tableMap.safeParse(example).error).toBeUndefined()
})
