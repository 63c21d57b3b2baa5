import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
beforeAll(async () => {
  ;({ server } = await aMorning())
})
afterAll(() => server.end())

const path = '/drafts/1.b1.form'

test('two people save the same entry: both stay, and the second is told of the first', async () => {
  const [leader, official] = [await server.as('b1 leader'), await server.as('b1 official 1')]
  const put = { method: 'PUT' }
  expect((await leader(path, { ...put, json: { version: 0, body: { taken: 610 } } })).body).toEqual({
    version: 1,
  })
  const other = await official(path, { ...put, json: { version: 0, body: { taken: 601 } } })
  expect(other.status).toBe(409)
  expect(other.body).toMatchObject({
    code: 'other-version',
    version: 2,
    current: { version: 1, body: { taken: 610 } },
  })
  // They look at the paper together, and save what is right.
  expect(
    (await official(path, { ...put, json: { version: 1, body: { taken: 610, valid: 600 } } })).body,
  ).toEqual({ version: 3 })
  expect((await leader(path)).body).toMatchObject({
    version: 3,
    parent: 1,
    follows: true,
    body: { taken: 610, valid: 600 },
  })
  const versions = (await leader(`${path}/versions`)).body as {
    version: number
    follows: boolean
    body: object
  }[]
  expect(versions.map(({ version, follows, body }) => [version, follows, body])).toEqual([
    [1, true, { taken: 610 }],
    [2, false, { taken: 601 }],
    [3, true, { taken: 610, valid: 600 }],
  ])
})

test('what is sent twice because the answer was lost is kept once', async () => {
  const leader = await server.as('b1 leader')
  const send = () =>
    leader('/drafts/1.b1.open', { method: 'PUT', json: { version: 0, body: { seal: 'A-1' } } })
  expect([(await send()).body, (await send()).body]).toEqual([{ version: 1 }, { version: 1 }])
})

test('of many that save at the same moment, one is followed and none is lost', async () => {
  const leader = await server.as('b1 leader')
  const bodies = Array.from({ length: 8 }, (_, i) => ({ device: i }))
  const answers = await Promise.all(
    bodies.map(body => leader('/drafts/1.b1.count', { method: 'PUT', json: { version: 0, body } })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
  const versions = (await leader('/drafts/1.b1.count/versions')).body as { body: { device: number } }[]
  expect(versions.map(({ body }) => body.device).sort()).toEqual(bodies.map(({ device }) => device))
})

test('a draft is its box’s, or its own author’s', async () => {
  const other = await server.as('b2 leader')
  expect((await other('/drafts/1.b2.north.form')).body).toMatchObject({ where: { box: 'b2.north' } })
  expect((await other(path)).body.code).toBe('not-yours')
  const agent = await server.as('b1 agent of anna')
  expect((await agent(path)).body.code).toBe('not-found')
  await agent(path, { method: 'PUT', json: { version: 0, body: 'my own copy' } })
  expect((await agent(path)).body.body).toBe('my own copy')
  expect((await (await server.as('b1 agent of boris'))(path)).body.code).toBe('not-found')
  expect((await (await server.as('b1 leader'))(path)).body.body).not.toBe('my own copy')
})
