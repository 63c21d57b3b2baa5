import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aServer, type TestServer } from './fixtures/server.ts'
import { operations } from './operations.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.end())

test('packages/server/openapi.json is what the server says of itself; web’s client is made from it', async () => {
  const { body } = await server.ask('/openapi.json')
  const path = join(resolve(import.meta.dirname, '..'), 'openapi.json')
  await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot(path)
})

test('every operation says what it is, and how it refuses', async () => {
  const { body } = await server.ask('/openapi.json')
  const described = Object.values(
    body.paths as Record<
      string,
      Record<string, { operationId: string; summary?: string; responses: object }>
    >,
  )
  const all = described.flatMap(methods => Object.values(methods))
  expect(all).toHaveLength(Object.keys(operations).length)
  const plain = ['readElection', 'readHealth', 'readMetrics', 'readEvents']
  for (const { operationId, summary, responses } of all) {
    expect([operationId, summary !== undefined]).toEqual([operationId, true])
    if (!plain.includes(operationId))
      expect([operationId, 'default' in responses]).toEqual([operationId, true])
  }
})
