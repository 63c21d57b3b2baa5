/** What the places tell during the day, and what the authority signs of it. */
import { encodeEnvelope, readEntry, signPayload } from '@countersign/record'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyNamed, type MadeUp, unwrap } from '../fixtures/election.ts'
import { aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
let election: MadeUp
beforeAll(async () => {
  ;({ server, election } = await aMorning({}, 3))
})
afterAll(() => server.end())

const noon = 1_900_000_000
const hour = 3_600

test('the sum of a region is that of the last counts; a closed box counts with its closing', async () => {
  const tell = async (box: string, who: string, ...counts: readonly (readonly [number, number])[]) => {
    const json = { round: 1, counts: counts.map(([at, checkIns]) => ({ at, checkIns })) }
    return (await server.as(`${box} ${who}`))(`/places/${box}/counts`, { method: 'PUT', json })
  }
  const authority = await server.as('authority')
  const day = async (at: number) => (await authority(`/day?at=${at}`)).body
  expect(await day(noon)).toMatchObject({ boxes: 3, opened: 0, told: 0, checkIns: 0, payload: null })
  // b1 and b3 lie in the east, b2 in the west.
  expect((await tell('b1', 'leader', [noon, 120], [noon + hour, 160])).body).toEqual({ counts: 2 })
  await tell('b3', 'official 1', [noon + hour, 40])
  await tell('b2', 'leader', [noon, 90])
  expect(await day(noon)).toMatchObject({ told: 2, checkIns: 210 })
  // A count that was mistyped is corrected: the list takes the place of the one before.
  await tell('b1', 'official 2', [noon, 120], [noon + hour, 150])
  const opened = await election.entry({ kind: 'open', box: 'b2', inBox: 0 }, ...election.staff('b2'))
  const closing = { kind: 'close-poll', box: 'b2', checkInsByComputer: 200, checkInsOnPaper: 11 } as const
  await server.send(opened, await election.entry(closing, ...election.staff('b2')))
  const evening = await day(noon + hour)
  expect(evening).toMatchObject({
    boxes: 3,
    opened: 1,
    closed: 1,
    told: 3,
    checkIns: 401,
    released: false,
    areas: [
      { area: 'east', boxes: 2, told: 2, checkIns: 190 },
      { area: 'west', boxes: 1, told: 1, checkIns: 211 },
    ],
  })

  const payload = new Uint8Array(Buffer.from(evening.payload, 'base64'))
  const signatures = await signPayload(payload, [keyNamed('authority')])
  const entry = unwrap(encodeEnvelope({ payload, signatures }))
  expect(unwrap(readEntry(entry)).statement).toMatchObject({
    kind: 'turnout',
    at: noon + hour,
    areas: [
      { area: 'east', checkIns: 190, boxes: 2 },
      { area: 'west', checkIns: 211, boxes: 1 },
    ],
  })
  expect((await server.send(entry)).status).toBe(200)
})

test('a key tells the counts of its own box alone, and of a round that has a list', async () => {
  const leader = await server.as('b1 leader')
  const put = (box: string, round: number) =>
    leader(`/places/${box}/counts`, { method: 'PUT', json: { round, counts: [{ at: noon, checkIns: 1 }] } })
  expect((await put('b2', 1)).body).toMatchObject({ code: 'not-yours', where: { box: 'b2' } })
  expect((await put('b1', 2)).status).toBe(404)
  const agent = await server.as('b1 agent of anna')
  expect((await agent('/places/b1/counts', { method: 'PUT', json: { counts: [] } })).status).toBe(403)
})
