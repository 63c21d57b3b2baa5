import type { Definition, PersonRole } from '@countersign/election'
import { type BoxLife, boxEvents, boxLives, boxStateOf } from '@countersign/election/made-up'
import { sha256 } from '@countersign/tlog'
import { afterAll, expect, test } from 'vitest'
import { type Draft, kidNamed, type MadeUp, madeUpElection, publicKeyOf } from '../fixtures/election.ts'
import { aServer, type TestServer } from '../fixtures/server.ts'

/** A clock that stands still where the events' deadlines are past, and those that are put off are to come. */
const now = () => 500_000_000
const lives = boxLives(sha256)
const servers: TestServer[] = []
afterAll(() => Promise.all(servers.map(server => server.end())))

test('every step of a box’s life, through the server: the state that the replay alone comes to', async () => {
  expect(lives.length).toBeGreaterThan(80)
  for (const direct of [undefined, true] as const) {
    const ways = lives.filter(life => life.direct === direct)
    const { server, election, boxes } = await aDay(ways, direct ? ['direct'] : ['direct', 'centre'])
    for (const [i, life] of ways.entries()) {
      const states = await live(server, election, life, boxes[i]!)
      expect(states, `${life.box}: ${life.events.join(', ')}`).toEqual(life.states)
    }
  }
})

/** A server with a box of its own for each life; those of boxes that nobody has listed have their people all the same. */
async function aDay(ways: readonly BoxLife[], sources: NonNullable<Definition['sources']>) {
  const server = await aServer({ now })
  servers.push(server)
  const listed = ways.filter(({ box }) => box === 'b1').length
  const changes = { merging: 'allowed', sources } as const
  const election = await madeUpElection(server.record, { boxes: 2 * listed + 4, changes })
  const { body } = await server.send(...election.entries)
  if (!body.results || body.results.some(({ refusal }) => refusal)) throw new Error(JSON.stringify(body))
  // Boxes of one area, but the second of it, into which others are emptied.
  const east = election.boxes.filter((_, i) => i % 2 === 0 && i !== 2)
  let next = 0
  const boxes = ways.map(({ box }, i) => (box === 'b1' ? east[next++]! : `x${i}`))
  for (const box of boxes.filter(id => id.startsWith('x'))) await enrolAt(server, election, box)
  const clerks = ['east clerk 1', 'east clerk 2'].map((whose, i) => ({
    ...{ key: publicKeyOf(whose), role: 'clerk' as const, card: `k${i}`, area: 'east' },
  }))
  await server.send(
    await election.entry({ kind: 'enrol', round: 0, side: 'ministry', keys: clerks }, 'authority'),
    await election.entry({ kind: 'release' }, 'authority'),
  )
  return { server, election, boxes }
}

async function enrolAt(server: TestServer, { entry, staff }: MadeUp, box: string): Promise<void> {
  const people = staff(box).map(whose => {
    const who = whose.slice(box.length + 1)
    const role = who.startsWith('agent') ? 'agent' : (who.split(' ')[0] as PersonRole)
    const side = role === 'supervisor' ? 'council' : role === 'agent' ? who.split(' ')[2]! : 'ministry'
    return { side, key: { key: publicKeyOf(whose), role, card: whose.replaceAll(' ', '-'), box } }
  })
  for (const [side, of] of Map.groupBy(people, ({ side }) => side)) {
    const keys = of.map(({ key }) => key)
    const by = side === 'ministry' ? 'authority' : side
    await server.send(await entry({ kind: 'enrol', round: 0, side, keys }, by))
  }
}

async function live(server: TestServer, election: MadeUp, life: BoxLife, box: string) {
  const ids = new Map<string, string[]>()
  const drafts = new Map<string, Draft>()
  const states = [boxStateOf(server.record.election!, box)]
  for (const event of life.events) {
    const heard = {
      box,
      beside: 'b3',
      staff: election.staff(box),
      kidOf: kidNamed,
      ids,
      drafts,
      all: server.record.size,
    }
    for (const { draft, by } of boxEvents[event](heard) ?? []) {
      // The operator's clock is the server's own.
      if (by.includes('operator')) continue
      const id = await say(server, election, draft, by)
      ids.set(event, [...(ids.get(event) ?? []), id])
      drafts.set(id, draft)
    }
    states.push(boxStateOf(server.record.election!, box))
  }
  if (life.events.includes('the deadline for forms passes'))
    for (const { draft, by } of boxEvents['the deadline is put off']({
      ...{ box, beside: 'b3', staff: [], kidOf: kidNamed, ids, drafts, all: server.record.size },
    })!)
      await say(server, election, draft, by)
  return states
}

async function say(
  server: TestServer,
  { entry }: MadeUp,
  draft: Draft,
  by: readonly string[],
): Promise<string> {
  const { status, body } = await server.send(await entry(draft, ...by))
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.results![0]!.id
}
