import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inThisThread, verify } from '@countersign/record'
import { fromFiles, sodiumNative } from '@countersign/tlog/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '../database/open.ts'
import { formOf, type MadeUp, unwrap } from '../fixtures/election.ts'
import { aMorning, emptyPglite, type TestServer } from '../fixtures/server.ts'
import { backUp, restoreBackup } from './backup.ts'
import { readTables } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'countersign-backup-'))
const backup = join(folder, 'backup')
let server: TestServer
let election: MadeUp
let database: OpenDatabase
beforeAll(async () => {
  database = unwrap(await openDatabase({ pglite: await emptyPglite() }))
  ;({ server, election } = await aMorning({ database }, 30))
})
afterAll(async () => {
  await server.end()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const recordOf = (data: string) => join(data, 'record')
async function settled(): Promise<number> {
  await expect.poll(() => server.record.published, { timeout: 8000 }).toBe(server.record.size)
  return server.record.size
}

// threat: restore
test('a backup of a running server, restored: the drafts are there, and the log goes on from what is published', async () => {
  const leader = await server.as('b1 leader')
  await leader('/drafts/1.b1.form', { method: 'PUT', json: { version: 0, body: { taken: 610 } } })
  const before = await settled()
  const made = unwrap(await backUp(server.data, backup, { database }))
  expect(made.size).toBe(before)
  expect(made.rows).toBeGreaterThan(0)
  expect(statSync(join(backup, 'record/keys')).mode & 0o077).toBe(0)

  // The election goes on, and the public sees it; then the machine is lost.
  unwrap((await server.record.take([await election.entry({ kind: 'release' }, 'authority')]))[0]!)
  unwrap((await server.record.take([await election.entry(formOf('b1'), ...election.staff('b1'))]))[0]!)
  const after = await settled()

  const unasked = await restoreBackup(backup, join(folder, 'blind'), { published: [] })
  expect(!unasked.ok && unasked.refusal.code).toBe('unasked')
  const data = join(folder, 'restored')
  const opened = unwrap(await openDatabase({ pglite: await emptyPglite() }))
  const restored = unwrap(
    await restoreBackup(backup, data, { published: [fromFiles(recordOf(server.data))], database: opened }),
  )
  expect(restored).toEqual({ size: after, copied: after - before, rows: made.rows })
  const verified = unwrap(
    await verify(fromFiles(recordOf(data)), { checker: inThisThread(sodiumNative), engine: sodiumNative }),
  )
  expect([verified.report.intact, verified.report.entries]).toEqual([true, after])
  const again = await restoreBackup(backup, data, { published: [], unasked: true })
  expect(!again.ok && again.refusal.code).toBe('exists')
  const drafts = await opened.database.selectFrom('drafts').selectAll().execute()
  expect(drafts).toMatchObject([{ owner: 'box:b1', version: 1, body: '{"taken":610}' }])
  expect(drafts[0]!.at).toBeInstanceOf(Date)
  const twice = await readTables(opened.database, join(backup, 'database.jsonl'))
  expect(!twice.ok && twice.refusal.code).toBe('not-empty')
  await opened.close()
})

test('a backup while entries come in as fast as they can is of one checkpoint, whole', async () => {
  let going = true
  const flood = (async () => {
    for (const box of election.boxes.slice(1)) {
      if (!going) return
      await server.record.take([
        await election.entry({ kind: 'open', box, inBox: 0 }, ...election.staff(box)),
      ])
    }
  })()
  const to = join(folder, 'busy')
  for (let i = 0; i < 3; i++) unwrap(await backUp(server.data, to, {}))
  going = false
  await flood
  const { report } = unwrap(
    await verify(fromFiles(join(to, 'record')), {
      checker: inThisThread(sodiumNative),
      engine: sodiumNative,
    }),
  )
  expect(report.failures.filter(({ code }) => code !== 'old-partial')).toEqual([])
  expect(report.entries).toBeGreaterThan(100)
})

test('a damaged backup is refused, and nothing is left behind', async () => {
  const path = join(
    backup,
    'record/tile/entries/000.p',
    readFileSync(join(backup, 'record/checkpoint'), 'utf8').split('\n')[1]!,
  )
  const bytes = readFileSync(path)
  const whole = Buffer.from(bytes)
  bytes[100]! ^= 1
  writeFileSync(path, bytes)
  const data = join(folder, 'damaged')
  const refused = await restoreBackup(backup, data, { published: [], unasked: true })
  expect(!refused.ok && refused.refusal.code).toMatch(/entry-differs|bad-bundle/)
  expect(existsSync(recordOf(data))).toBe(false)
  writeFileSync(path, whole)
})
