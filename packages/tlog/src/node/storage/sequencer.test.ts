import { mkdtemp, readFile, rm } from 'node:fs/promises'
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

test('the index answers for entries of every age, in the tree or not yet', async () => {
  const dir = join(await folder(), 'log')
  const log = value(await makeLog(dir, { origin: 'example.com/log', interval: 2 ** 30, entries: 2 ** 30 }))
  const all = Array.from({ length: 3000 }, (_, i) => utf8(`entry ${i}`))
  value(await log.add(all.slice(0, 1000)))
  value(await log.checkpoint())
  value(await log.add(all.slice(1000, 2000)))
  expect(value(await log.add(all.toReversed()))).toEqual(
    // Those that are new are put in the order that they came in.
    [
      ...Array.from({ length: 1000 }, (_, i) => 2000 + i),
      ...Array.from({ length: 2000 }, (_, i) => 1999 - i),
    ],
  )
  value(await log.close())
  const again = value(await openLog(dir))
  expect(value(await again.add(all.slice(0, 2000)))).toEqual(Array.from({ length: 2000 }, (_, i) => i))
  expect(again.size).toBe(3000)
  value(await again.close())
})

test('many who add at once share batches, and each gets its own indexes', async () => {
  const log = value(await makeLog(join(await folder(), 'log'), { origin: 'example.com/log' }))
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) => log.add([utf8(`${i}`), utf8('all'), utf8(`${i} more`)])),
  )
  const indexes = answers.map(value)
  expect(new Set(indexes.map(([, all]) => all)).size).toBe(1)
  expect(new Set(indexes.flat()).size).toBe(401)
  expect(log.size).toBe(401)
  value(await log.close())
})

test('a checkpoint follows by itself: when enough entries are there, or after a while', async () => {
  const dir = join(await folder(), 'log')
  const sizes = async () => Number((await readFile(join(dir, 'checkpoint'), 'utf8')).split('\n')[1])
  const log = value(await makeLog(dir, { origin: 'example.com/log', entries: 10, interval: 2 ** 30 }))
  value(await log.add(Array.from({ length: 9 }, (_, i) => utf8(`${i}`))))
  expect(await sizes()).toBe(0)
  value(await log.add([utf8('tenth')]))
  await expect.poll(sizes).toBe(10)
  value(await log.close())
  const other = value(await openLog(dir, { interval: 20 }))
  value(await other.add([utf8('eleventh')]))
  await expect.poll(sizes).toBe(11)
  value(await other.close())
})

test('an entry that is too long, a log that is open elsewhere, a closed log, a second log: refused', async () => {
  const dir = join(await folder(), 'log')
  const log = value(await makeLog(dir, { origin: 'example.com/log' }))
  expect(await log.add([utf8('fits'), new Uint8Array(65_536)])).toMatchObject({
    ok: false,
    refusal: { code: 'entry-too-long', where: { entry: 1 } },
  })
  expect(value(await log.add([new Uint8Array(65_535), new Uint8Array()]))).toEqual([0, 1])
  expect(await openLog(dir)).toMatchObject({ ok: false, refusal: { code: 'in-use' } })
  value(await log.close())
  expect(await log.add([utf8('late')])).toMatchObject({ ok: false, refusal: { code: 'closed' } })
  expect(await makeLog(dir, { origin: 'example.com/log' })).toMatchObject({ refusal: { code: 'exists' } })
  expect(await makeLog(join(dir, 'b'), { origin: 'no spaces' })).toMatchObject({
    refusal: { code: 'bad-origin' },
  })
})
