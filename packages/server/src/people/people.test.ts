import { afterAll, beforeAll, expect, test } from 'vitest'
import { candidates, kidNamed, type MadeUp } from '../fixtures/election.ts'
import { aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
let election: MadeUp

beforeAll(async () => {
  ;({ server, election } = await aMorning())
})
afterAll(() => server.end())

test('whose keys are on the record, page by page, with what became of them', async () => {
  const { body: leaders } = await server.ask('/people?role=leader')
  expect(leaders).toEqual(
    ['b1', 'b2'].map(box => ({
      kid: kidNamed(`${box} leader`),
      side: 'ministry',
      role: 'leader',
      card: `${box}-leader`,
      box,
      revoked: false,
      refused: false,
    })),
  )
  const { body: all } = await server.ask('/people?box=b1')
  const { body: first } = await server.ask('/people?box=b1&limit=5')
  const { body: rest } = await server.ask(`/people?box=b1&after=${first.at(-1).kid}`)
  expect([...first, ...rest]).toEqual(all)
  expect((await server.ask('/people?limit=0')).status).toBe(400)
})

test('a refused agent and a revoked key are told', async () => {
  const agent = kidNamed('b1 agent of anna')
  const decisions = [{ key: agent, decision: 'refused', ground: 'Is on the staff.' }] as const
  const supervisor = kidNamed('b1 supervisor 1')
  await server.send(
    await election.entry({ kind: 'accredit', round: 0, decisions }, 'authority'),
    await election.entry({ kind: 'revoke', round: 0, keys: [supervisor], reason: 'Lost.' }, 'council'),
  )
  const { body: people } = await server.ask('/people?box=b1')
  const said = (kid: string) => people.find((person: { readonly kid: string }) => person.kid === kid)
  expect(said(agent)).toMatchObject({ refused: true, revoked: false })
  expect(said(supervisor)).toMatchObject({ refused: false, revoked: true })
})

test('who stands, and what was decided of it', async () => {
  const { body } = await server.ask('/candidacies')
  expect(body).toEqual(
    candidates.map(candidate => ({
      candidate,
      name: { en: candidate },
      card: '1',
      steps: [{ step: 'approved', ground: 'Fit.' }],
    })),
  )
})
