/** The same tables and questions on both engines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../../../.ci/test/postgres.ts'
import { saveDraft, versionsOf } from '../drafts/store.ts'
import { unwrap } from '../fixtures/election.ts'
import { aMorning, emptyPglite, type TestServer } from '../fixtures/server.ts'
import { lock } from './lock.ts'
import { type OpenDatabase, openDatabase } from './open.ts'

const found = inject('postgres')
const engines = [
  { name: 'PGlite', missing: undefined },
  { name: 'PostgreSQL', missing: found.missing },
] as const

describe.each(engines)('$name', ({ name, missing }) => {
  let postgres: RunningPostgres | undefined
  let open: OpenDatabase
  let server: TestServer
  beforeAll(async () => {
    if (missing !== undefined) return
    if (name === 'PostgreSQL') postgres = await startPostgres(found.path!)
    open = unwrap(await openDatabase(postgres ? { url: postgres.url } : { pglite: await emptyPglite() }))
    ;({ server } = await aMorning({ database: open }))
  })
  afterAll(async () => {
    await server?.end()
    await open?.close()
    await postgres?.stop()
  })

  test('it says what it is, and whether it waits for the disk', ({ skip }) => {
    skip(missing !== undefined, missing)
    expect([open.engine, open.durable]).toEqual([name, name === 'PostgreSQL'])
  })

  test('of drafts saved at the same moment none is lost, and one is followed', async ({ skip }) => {
    skip(missing !== undefined, missing)
    const at = new Date(1_900_000_000_000)
    const draft = { owner: 'box:b1', key: '1.b1.form', seen: 0, kid: 'k', at }
    const saved = await Promise.all(
      Array.from({ length: 6 }, (_, i) => saveDraft(open.database, { ...draft, body: String(i) })),
    )
    expect(saved.filter(({ follows }) => follows)).toHaveLength(1)
    const versions = await versionsOf(open.database, draft.owner, draft.key)
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6])
    expect(versions.map(({ body }) => body).sort()).toEqual(['0', '1', '2', '3', '4', '5'])
    expect(versions[0]!.at).toEqual(at)
  })

  test('sessions, invitations and drafts through HTTP', async ({ skip }) => {
    skip(missing !== undefined, missing)
    const council = await server.as('council')
    const people = Array.from({ length: 600 }, (_, i) => ({ role: 'supervisor', card: `S-${i}`, box: 'b1' }))
    const made = await council('/invitations', { json: people })
    expect([made.status, made.body.length]).toEqual([201, 600])
    const listed = (await council('/invitations?limit=500')).body
    const rest = (await council(`/invitations?after=${listed.at(-1).id}`)).body
    expect([listed.length, rest.length]).toEqual([500, 100])
    const leader = await server.as('b2 leader')
    const put = { method: 'PUT', json: { version: 0, body: { seal: 'پلمب' } } }
    expect((await leader('/drafts/1.b2.open', put)).body).toEqual({ version: 1 })
    expect((await leader('/drafts/1.b2.open')).body).toMatchObject({ body: { seal: 'پلمب' }, follows: true })
  })

  if (name === 'PostgreSQL')
    test('opened again, its tables are there and are not made anew', async ({ skip }) => {
      skip(missing !== undefined, missing)
      const again = unwrap(await openDatabase({ url: postgres!.url }))
      expect(await versionsOf(again.database, 'box:b1', '1.b1.form')).toHaveLength(6)
      await again.close()
    })
})

test('a database that cannot be reached is a refusal that says where to look', async () => {
  const refused = await openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })
  expect(!refused.ok && [refused.refusal.code, refused.refusal.message.includes('DATABASE_URL')]).toEqual([
    'database',
    true,
  ])
})

test('the embedded database is held by one process; a lock whose process is gone is taken over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-lock-'))
  const path = join(folder, 'lock')
  const release = unwrap(lock(path))
  const second = lock(path)
  expect(!second.ok && second.refusal.code).toBe('in-use')
  release()
  writeFileSync(path, `${hostname()} 999999999\n`)
  unwrap(lock(path))()
  rmSync(folder, { recursive: true })
})
