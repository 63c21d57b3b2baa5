import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '@countersign/election'
import { expect, it } from 'vitest'
import { annotated } from './annotate.ts'
import { decodeEnvelope, kidOf, statementId } from './envelope.ts'
import { anArchive, importOf, keyNamed, unwrap } from './fixtures/archive.ts'
import { sign } from './sign.ts'

const path = join(import.meta.dirname, '../../../docs/record.md')

/** `npx vitest run packages/record/src/document.test.ts -u` writes the example in it anew. */
it('the example in docs/record.md is what the code makes', async () => {
  const document = readFileSync(path, 'utf8')
  const example = /(<!-- example -->\n)[\s\S]*?(<!-- \/example -->)/
  expect(document).toMatch(example)
  const made = await exampleEntry()
  await expect(document.replace(example, (_, start, end) => `${start}${made}\n${end}`)).toMatchFileSnapshot(
    path,
  )
})

async function exampleEntry(): Promise<string> {
  const { definitionId, archivist } = await anArchive()
  const statement = importOf(definitionId, 'IR-26', 0)
  const entry = unwrap(await sign(statement, [archivist, await keyNamed('second archivist')]))
  const { payload, signatures } = unwrap(decodeEnvelope(entry))
  expect(signatures.map(({ kid }) => kid)).toContain(kidOf(archivist.publicKey))
  return [
    '```json',
    JSON.stringify(statement, null, 2),
    '```',
    `The payload, ${payload.length} bytes, which is what is hashed and signed:`,
    '```',
    ...(toHex(payload).match(/.{1,96}/g) ?? []),
    '```',
    `Its statement ID is \`${statementId(payload)}\`. Signed by two keys, the entry of ${entry.length} bytes:`,
    '```',
    ...annotated(entry),
    '```',
  ].join('\n')
}

it('an annotated entry leaves no byte out', async () => {
  const { entries } = await anArchive({ provinces: 30 })
  for (const entry of entries) {
    const lines = annotated(entry)
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.every(line => /^ *[0-9a-f]{2}( [0-9a-f]{2})*( …)? +\S/.test(line))).toBe(true)
  }
})
