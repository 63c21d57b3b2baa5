import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresOf, formOf, type MadeUp } from '../fixtures/election.ts'
import { type Answered, aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
let election: MadeUp
let desk: (query?: string) => Promise<Answered['body']>
beforeAll(async () => {
  ;({ server, election } = await aMorning({}, 3))
  await server.send(await election.entry({ kind: 'release' }, 'authority'))
  const authority = await server.as('authority')
  desk = async (query = '') => (await authority(`/desk${query}`)).body
})
afterAll(() => server.end())

async function report(box: string, figures: object): Promise<void> {
  const form = { ...formOf(box), figures: { ...figuresOf(90, 70, 30, 10), ...figures } }
  const { body } = await server.send(await election.entry(form, ...election.staff(box)))
  expect(body.results![0]!.refusal).toBeUndefined()
}

test('boxes in dispute weigh what was delivered to them: whether they alone can change the outcome is said', async () => {
  const [first, second] = election.boxes
  await report(first!, {})
  expect((await desk()).weight).toMatchObject({ boxes: 0, ballots: 0 })
  await report(second!, { taken: 201 })
  const { weight, preliminary, treeSize } = await desk()
  expect(weight).toMatchObject({ boxes: 1, canChange: { outstanding: weight.ballots } })
  expect(weight.canChange.finalists.settled).toBe(false)
  expect(preliminary.asItStands).toMatchObject({ state: 'runOff', between: ['anna', 'boris'] })
  const ruling = {
    kind: 'ruling',
    box: second!,
    decision: 'accept',
    explanation: 'A slip of the pen.',
  } as const
  await server.send(await election.entry(ruling, 'authority', 'council'))
  const after = await desk()
  expect(after.treeSize).toBeGreaterThan(treeSize)
  expect(after.weight).toMatchObject({ boxes: 0, canChange: { finalists: { settled: true } } })
})

test('the way down to an area, and its parts; of one that has no parts none', async () => {
  expect((await desk()).path).toEqual([])
  const east = await desk('?area=east')
  expect(east.path).toMatchObject([{ area: 'east' }])
  expect(east.areas).toEqual([])
})
