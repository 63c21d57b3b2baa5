import { join, resolve } from 'node:path'
import type { PersonRole } from '@countersign/election'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyNamed, madeUpElection, publicKeyOf, unwrap } from './fixtures/election.ts'
import { type Answered, type Asking, aServer, origin, signedBy, type TestServer } from './fixtures/server.ts'
import { type Actor, mayAsk, type Operation, operations } from './operations.ts'
import { actors, rolesDocument } from './roles.ts'

const root = resolve(import.meta.dirname, '../../..')

test('docs/roles.md is what the table of operations says', async () => {
  await expect(rolesDocument()).toMatchFileSnapshot(join(root, 'docs/roles.md'))
})

type Ask = (path: string, init?: Asking) => Promise<Answered>
let server: TestServer
let openapi: { paths: Record<string, Record<string, { operationId: string }>> }
/** Each role’s way to ask; the founder’s is of a server of its own. */
const asks = new Map<Actor | undefined, Ask>()

beforeAll(async () => {
  server = await aServer({ limits: { tries: { burst: 1e6, perSecond: 1 } } })
  const { body } = await server.ask('/openapi.json')
  openapi = body
  const election = await madeUpElection(server.record, { boxes: 1, changes: await everyBody() })
  const { body: sent } = await server.send(...election.entries)
  expect(sent.results!.filter(result => result.refusal)).toEqual([])
  await enrolEveryRole(election)
  asks.set(undefined, server.ask)
  for (const actor of actors) if (actor !== 'founder') asks.set(actor, await server.as(holderOf(actor)))
})
afterAll(() => server.end())

/** Whose key has a role. */
function holderOf(actor: Actor): string {
  const held: Partial<Record<Actor, string>> = {
    supervisingBody: 'council',
    higherAuthority: 'court',
    auditBoard: 'auditors',
    candidate: 'anna',
    leader: 'b1 leader',
    official: 'b1 official 1',
    supervisor: 'b1 supervisor 1',
    agent: 'b1 agent of anna',
  }
  return held[actor] ?? actor
}

async function everyBody() {
  const body = (
    id: string,
    role: 'higherAuthority' | 'auditBoard' | 'operator' | 'authority' | 'supervisingBody',
    ...keys: string[]
  ) => ({
    id,
    role,
    name: { en: id },
    keys: keys.map((key, i) => ({ key, card: String(i + 1) })),
  })
  return {
    bodies: [
      body('ministry', 'authority', publicKeyOf('authority')),
      body('council', 'supervisingBody', publicKeyOf('council')),
      body('court', 'higherAuthority', publicKeyOf('court')),
      body('auditors', 'auditBoard', publicKeyOf('auditors')),
      body('operator', 'operator', server.record.operator, publicKeyOf('operator')),
    ],
  }
}

async function enrolEveryRole({ entry }: Awaited<ReturnType<typeof madeUpElection>>): Promise<void> {
  const enrol = (side: string, by: string, role: PersonRole, scope: object = {}) =>
    entry(
      {
        kind: 'enrol',
        round: 0,
        side,
        keys: [{ key: publicKeyOf(role), role, card: `c-${role}`, ...scope }],
      },
      by,
    )
  const { body } = await server.send(
    await enrol('ministry', 'authority', 'police', { box: 'b1' }),
    await enrol('ministry', 'authority', 'clerk', { area: 'east' }),
    await enrol('ministry', 'authority', 'centreHead', { area: 'east' }),
    await enrol('ministry', 'authority', 'desk'),
    await enrol('ministry', 'authority', 'archivist'),
    await enrol('council', 'council', 'representative', { area: 'east' }),
    await enrol('auditors', 'auditors', 'auditor'),
  )
  expect(body.results!.filter(result => result.refusal)).toEqual([])
}

/** The request of each operation: its path, and what its body must hold to be read. */
const requests: Readonly<Partial<Record<Operation, unknown>>> = {
  createInvitations: [{ role: 'agent', card: 'x', box: 'b1' }],
  putDraft: { version: 0, body: 1 },
  putSetup: { version: 0, body: {} },
  putSetupTable: 'a table',
  createSetupPayloads: { step: 'areas' },
  putCounts: { counts: [] },
  printCards: [{ role: 'agent', card: 'x', link: 'https://e.example/', code: 'x' }],
}

function pathOf(operation: Operation): { readonly method: string; readonly path: string } {
  for (const [path, methods] of Object.entries(openapi.paths))
    for (const [method, { operationId }] of Object.entries(methods))
      if (operationId === operation)
        return {
          method: method.toUpperCase(),
          path: path
            .replace('{key}', '1.b1.form')
            .replace('{box}', 'b1')
            .replace('{table}', 'places')
            .replace('{kind}', 'poster')
            .replace(/\{.*?\}/, 'x'),
        }
  throw new Error(`${operation} is not in /openapi.json`)
}

test('every operation of the interface is in the table, and every one of the table in the interface', () => {
  const ids = Object.values(openapi.paths).flatMap(methods =>
    Object.values(methods).map(({ operationId }) => operationId),
  )
  expect(ids.sort()).toEqual(Object.keys(operations).sort())
})

test('no role can ask for what is another’s: every role on every operation', async () => {
  const tried: string[] = []
  for (const [actor, ask] of asks)
    for (const operation of Object.keys(operations) as Operation[]) {
      // Events never end, and to end a session would end the test’s.
      if (operation === 'readEvents' || operation === 'endSession') continue
      const { method, path } = pathOf(operation)
      const json = requests[operation] ?? (method === 'GET' || method === 'DELETE' ? undefined : {})
      const { status, body } = await ask(path, { method, json })
      const refusedAs = body?.code === 'no-session' || body?.code === 'not-your-role' ? body.code : undefined
      const expected = mayAsk(operation, actor)
        ? undefined
        : actor === undefined
          ? 'no-session'
          : 'not-your-role'
      expect([actor, operation, refusedAs]).toEqual([actor, operation, expected])
      if (expected) expect(status).toBe(actor === undefined ? 401 : 403)
      tried.push(`${actor} ${operation}`)
    }
  expect(tried.length).toBe(asks.size * (Object.keys(operations).length - 2))
})

test('the founder has the setup and nothing else, once, and until there is a definition', async () => {
  const other = await aServer()
  const code = other.setupCode!
  const first = { code, publicKey: Buffer.from(keyNamed('authority').publicKey).toString('base64') }
  const wrong = await other.ask('/sessions/first', {
    json: { ...first, signature: signedBy('boris', 'first', origin, code) },
  })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'bad-signature'])
  const signature = signedBy('authority', 'first', origin, code)
  const begun = await other.ask('/sessions/first', { json: { ...first, signature } })
  expect([begun.status, begun.body.person.role]).toEqual([201, 'founder'])
  expect((await other.ask('/sessions/first', { json: { ...first, signature } })).body.code).toBe('bad-code')
  const founder = await other.as('authority')
  for (const operation of Object.keys(operations) as Operation[]) {
    if (operation === 'readEvents' || operation === 'endSession' || operations[operation].by === 'anyone')
      continue
    const { method, path } = pathOf(operation)
    const { body } = await founder(path, { method, json: requests[operation] })
    expect([operation, body.code === 'not-your-role']).toEqual([operation, !mayAsk(operation, 'founder')])
  }
  const { entries } = await madeUpElection(other.record, { boxes: 1 })
  unwrap((await other.record.take(entries))[0]!)
  expect((await founder('/sessions/current')).body.person.role).toBe('authority')
  await other.end()
})
