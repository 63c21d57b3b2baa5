import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { utf8 } from '../../text.ts'
import { makeLog } from './make.ts'
import { openLog } from './open.ts'

const folders: string[] = []
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'log-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true })
})
const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

test('entries get their indexes, once, and again after reopening', async () => {
  const dir = join(await folder(), 'log')
  const log = value(await makeLog(dir, { origin: 'example.com/log' }))
  expect(value(await log.add([utf8('a'), utf8('b'), utf8('a')]))).toEqual([0, 1, 0])
  expect(value(await log.add(Array.from({ length: 600 }, (_, i) => utf8(`e${i}`)))).at(-1)).toBe(601)
  expect(value(await log.checkpoint()).size).toBe(602)
  value(await log.close())
  const again = value(await openLog(dir))
  expect(again.size).toBe(602)
  expect(value(await again.add([utf8('e599'), utf8('e0'), utf8('new')]))).toEqual([601, 2, 602])
  value(await again.close())
})
