import { encodeEnvelope, pageCode, readEntry, signPayload } from '@countersign/record'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyNamed, type MadeUp, publicKeyOf, unwrap } from '../fixtures/election.ts'
import { aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
let election: MadeUp
let clerk: Awaited<ReturnType<TestServer['as']>>
beforeAll(async () => {
  ;({ server, election } = await aMorning({}, 4))
  const key = { key: publicKeyOf('clerk'), role: 'clerk' as const, card: 'k', area: 'east' }
  await server.send(
    await election.entry({ kind: 'enrol', round: 0, side: 'ministry', keys: [key] }, 'authority'),
  )
  clerk = await server.as('clerk')
})
afterAll(() => server.end())

// threat: opened-on-its-way
test('a packet that was sent and never came is seen, until it is scanned in; the second side signs the same bytes', async () => {
  const handing = {
    kind: 'custody',
    packet: '3',
    from: 'polling place',
    to: 'centre',
    seals: ['A-1'],
  } as const
  const sent = await election.entry({ ...handing, box: 'b1' }, 'b1 leader')
  await server.send(sent, await election.entry({ ...handing, box: 'b2' }, 'b2 leader'))
  const { body: awaited } = await clerk('/centres/awaited')
  expect(awaited).toMatchObject([{ box: 'b1', packet: '3', signed: [expect.any(String)] }])
  const { body: waiting } = await server.ask('/statements?kind=custody&waiting=true&box=b1')
  expect(waiting).toMatchObject([{ kind: 'custody', force: { code: 'quorum' } }])
  expect((await server.ask('/centres/progress')).body).toMatchObject([{ area: 'east', sent: 1 }])

  const payload = unwrap(readEntry(sent)).payload
  const signatures = await signPayload(payload, [keyNamed('clerk')])
  await server.send(unwrap(encodeEnvelope({ payload, signatures })))
  expect((await server.ask('/statements?kind=custody&waiting=true&box=b1')).body).toEqual([])
  const { body: box } = await server.ask('/boxes/b1')
  expect(box.entries).toMatchObject([
    { kind: 'custody', by: [{ role: 'leader' }] },
    { kind: 'custody', by: [{ role: 'clerk', card: 'k' }] },
  ])
  expect((await clerk('/centres/awaited')).body).toHaveLength(1)

  const page = { definition: election.definition, round: 1, copy: 3, page: 1, box: 'b1', serial: 'F-b1' }
  await clerk('/centres/packets', { json: { code: pageCode(page), seals: ['A-1'] } })
  expect((await clerk('/centres/awaited')).body).toEqual([])
  const [packet] = (await clerk('/centres/packets')).body
  const { body: history } = await clerk(`/centres/packets/${packet.id}/history`)
  expect(history.events.map(({ what }: { what: string }) => what)).toEqual(['taken in', 'custody'])
})
