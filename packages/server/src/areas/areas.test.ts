import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresOf, formOf, type MadeUp } from '../fixtures/election.ts'
import { aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
let election: MadeUp
beforeAll(async () => {
  ;({ server, election } = await aMorning({}, 3))
  await server.send(await election.entry({ kind: 'release' }, 'authority'))
})
afterAll(() => server.end())

const boxesOf = async (area: string, query = '') => (await server.ask(`/areas/${area}/boxes?${query}`)).body

test('the areas, with their boxes and about how much it is to keep them', async () => {
  const { body } = await server.ask('/areas')
  expect(body.areas).toHaveLength(2)
  expect(body.candidates[0]).toMatchObject({ id: 'anna', number: 1 })
  expect(body.areas[0]).toMatchObject({ area: 'east', reported: 0 })
  expect(body.areas[0].boxes + body.areas[1].boxes).toBe(3)
  expect(body.areas[0].bytes).toBeGreaterThan(50)
})

test('the boxes of an area as published; then only what has changed since', async () => {
  const before = await boxesOf('land')
  expect(before.boxes).toHaveLength(3)
  expect(before.boxes[0]).toMatchObject({ state: 'expected', forms: [], in: [] })
  const [first] = election.boxes
  const staff = election.staff(first!)
  await server.send(await election.entry(formOf(first!), ...staff.slice(0, -1)))
  const since = await boxesOf('land', `since=${before.treeSize}`)
  expect(since.boxes).toMatchObject([
    {
      box: first,
      in: ['preliminary', 'reconciled'],
      forms: [{ figures: { votes: { 1: expect.any(Number) } } }],
    },
  ])
  expect(since.boxes[0].forms[0].kids).toHaveLength(staff.length - 1)
  // A signature that comes later is a change, too.
  await server.send(await election.entry(formOf(first!), staff.at(-1)!))
  const later = await boxesOf('land', `since=${since.treeSize}`)
  expect(later.boxes[0].forms[0].kids).toHaveLength(staff.length)
  expect((await boxesOf('land', `since=${later.treeSize}`)).boxes).toEqual([])
})

test('figures of a recount are given beside those of the form', async () => {
  const [, box] = election.boxes
  await server.send(await election.entry(formOf(box!), ...election.staff(box!)))
  const rule = { kind: 'ruling', box: box!, decision: 'recount', explanation: 'So.' } as const
  const sent = await server.send(await election.entry(rule, 'authority', 'council'))
  const ruling = sent.body.results![0]!.id
  const figures = figuresOf(85, 75, 30, 10)
  await server.send(
    await election.entry({ kind: 'recount', box: box!, ruling, figures }, 'authority', 'council'),
  )
  const now = (await boxesOf('land')).boxes.find((each: { readonly box: string }) => each.box === box)
  expect(now).toMatchObject({ state: 'accepted', in: ['preliminary', 'reconciled'], figures })
  expect(now.forms[0].figures).not.toEqual(figures)
})

test('an area that there is not, is said', async () => {
  expect((await server.ask('/areas/atlantis/boxes')).body).toMatchObject({ code: 'not-found' })
})

test('the keys of a form’s signers, to check a copy with; those that nobody knows are left out', async () => {
  const [box] = election.boxes
  const { kids } = (await boxesOf('land')).boxes.find((each: { readonly box: string }) => each.box === box)
    .forms[0]
  const { body } = await server.ask(`/keys?kids=${[...kids, '00'.repeat(8)].join(',')}`)
  expect(body).toHaveLength(kids.length)
  expect(body).toContainEqual(expect.objectContaining({ role: 'leader', box, revoked: false }))
  expect((await server.ask('/keys?kids=x')).status).toBe(400)
})
