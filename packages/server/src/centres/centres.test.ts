import { encodeEnvelope, pageCode, readEntry, signPayload } from '@countersign/record'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresOf, formOf, keyNamed, type MadeUp, publicKeyOf, unwrap } from '../fixtures/election.ts'
import { type Answered, aMorning, type TestServer } from '../fixtures/server.ts'

let server: TestServer
let election: MadeUp
type Ask = Awaited<ReturnType<TestServer['as']>>
const clerks: Record<string, Ask> = {}

beforeAll(async () => {
  ;({ server, election } = await aMorning({}, 4))
  const people = ['ada', 'ben', 'cyrus', 'head', 'stranger']
  const keys = people.map((name, i) => ({
    key: publicKeyOf(`east ${name}`),
    role: name === 'head' ? ('centreHead' as const) : ('clerk' as const),
    card: `c${i}`,
    area: name === 'stranger' ? 'west' : 'east',
  }))
  const enrolled = await election.entry({ kind: 'enrol', round: 0, side: 'ministry', keys }, 'authority')
  const release = await election.entry({ kind: 'release' }, 'authority')
  const forms = await Promise.all(
    election.boxes.map(box => election.entry(formOf(box), ...election.staff(box))),
  )
  await server.send(enrolled, release, ...forms)
  for (const name of people) clerks[name] = await server.as(`east ${name}`)
})
afterAll(() => server.end())

const scan = (name: string, box: string, more: object = {}) =>
  clerks[name]!('/centres/packets', {
    json: {
      code: pageCode({
        definition: election.definition,
        round: 1,
        copy: 3,
        page: 1,
        box,
        serial: `F-${box}`,
      }),
      ...more,
    },
  })
const figures = figuresOf(90, 70, 30, 10)
const { votes, ...single } = figures
/** Every line of the paper, by path. */
const paper = {
  ...Object.fromEntries(Object.entries(single).map(([name, value]) => [`figures.${name}`, value])),
  ...Object.fromEntries(Object.entries(votes!).map(([number, value]) => [`figures.votes.${number}`, value])),
  'figures.checkInsOnPaper': null,
} as Record<string, number | null>
const step = (name: string, id: string, what: string, keyed: object = {}) =>
  clerks[name]!(`/centres/packets/${id}/steps`, { json: { step: what, figures: keyed } })

async function keyIn(name: string, id: string, keyed: object): Promise<Answered> {
  const begun = await step(name, id, 'begin')
  if (begun.status !== 200) return begun
  await step(name, id, 'key', keyed)
  return step(name, id, 'finish')
}

test('a packet is scanned in; the same again, and one of another centre, are kept and asked about', async () => {
  const first = await scan('ada', 'b1', { seals: ['S-1'] })
  expect([first.status, first.body]).toMatchObject([201, { arrival: 'taken in', state: 'empty', box: 'b1' }])
  expect((await scan('ben', 'b1')).body.arrival).toBe('again')
  const foreign = await scan('ada', 'b2')
  expect(foreign.body.arrival).toBe('foreign')
  const explained = await clerks.ada!(`/centres/packets/${foreign.body.id}/explanation`, {
    json: { explanation: 'Brought here by mistake; sent on.' },
  })
  expect(explained.body.explanation).toMatch('sent on')
  const other = await clerks.ada!('/centres/packets', {
    json: {
      code: pageCode({ definition: 'ab'.repeat(32), round: 1, copy: 3, page: 1, box: 'b1', serial: 'F-b1' }),
    },
  })
  expect([other.status, other.body.code]).toEqual([422, 'other-election'])
  expect((await clerks.ada!('/centres/packets')).body).toHaveLength(3)
  expect((await clerks.stranger!('/centres/packets')).body).toEqual([])
  expect((await clerks.stranger!(`/centres/packets/${first.body.id}`)).status).toBe(404)
})

// threat: misreading
test('keyed in twice: a slip is found, keyed again by a third, and the transcript is signed by two', async () => {
  const { body: packet } = await clerks.ada!('/centres/next', { json: {} })
  expect(packet).toMatchObject({ box: 'b1', state: 'firstInProgress' })
  const slip = { ...paper, 'figures.votes.2': 7 }
  await step('ada', packet.id, 'key', slip)
  expect((await step('ben', packet.id, 'key', { 'figures.votes.2': 70 })).body.code).toBe('not-yours')
  expect((await step('ada', packet.id, 'key', { 'figures.votes.9': 1 })).body.code).toBe('no-such-line')
  // A lost connection: the next packet is still the one before her, with what she keyed.
  expect((await clerks.ada!('/centres/next', { json: {} })).body.keyed).toEqual(slip)
  expect((await step('ada', packet.id, 'finish')).body.state).toBe('firstDone')
  expect((await step('ada', packet.id, 'begin')).body.code).toBe('another-clerk')
  const second = await clerks.ben!('/centres/next', { json: {} })
  expect(second.body).toMatchObject({ id: packet.id, keyed: {} })
  expect(Object.keys(second.body)).not.toEqual(expect.arrayContaining(['figures']))
  expect(JSON.stringify({ ...second.body, id: '', at: 0 })).not.toContain('70')
  await step('ben', packet.id, 'key', paper)
  expect((await step('ben', packet.id, 'finish')).body).toMatchObject({
    state: 'differing',
    fields: ['figures.votes.2'],
  })
  expect((await clerks.ben!(`/centres/packets/${packet.id}/transcript`)).body.code).toBe('not-yet')
  const third = await keyIn('cyrus', packet.id, { 'figures.votes.2': 70 })
  expect(third.body).toMatchObject({ state: 'done', figures: paper })

  const { body: transcript } = await clerks.ben!(`/centres/packets/${packet.id}/transcript`)
  expect(transcript.people).toEqual(['ministry c0', 'ministry c1', 'ministry c2'])
  const payload = new Uint8Array(Buffer.from(transcript.payload, 'base64'))
  for (const name of ['ben', 'cyrus']) {
    const signatures = await signPayload(payload, [keyNamed(`east ${name}`)])
    await server.send(unwrap(encodeEnvelope({ payload, signatures })))
  }
  const box = server.record.election!.rounds.get(1)!.boxes.get('b1')!
  expect(box.transcripts[0]!.statement.figures).toEqual(figures)
  const { body: history } = await clerks.ben!(`/centres/packets/${packet.id}/history`)
  const what = history.events.map(({ what }: { what: string }) => what).join(' ')
  expect(what).toBe('taken in begin finish begin finish begin finish transcript')
  expect(history.events[1]).toMatchObject({ by: [{ role: 'clerk', card: 'c0' }], state: 'firstInProgress' })
  expect(history.readings[0]).toEqual({ by: { role: 'clerk', side: 'ministry', card: 'c0' }, figures: slip })
  expect(history.readings).toHaveLength(3)
  expect((await clerks.stranger!(`/centres/packets/${packet.id}/history`)).status).toBe(404)
})

test('the centre’s sum is signed by its head, and follows from the record', async () => {
  expect((await clerks.ada!('/centres/tally')).status).toBe(403)
  const { body: sum } = await clerks.head!('/centres/tally')
  expect(sum).toMatchObject({ boxes: 2, waiting: 0 })
  const payload = new Uint8Array(Buffer.from(sum.payload, 'base64'))
  const signatures = await signPayload(payload, [keyNamed('east head')])
  const entry = unwrap(encodeEnvelope({ payload, signatures }))
  expect(unwrap(readEntry(entry)).statement).toMatchObject({ kind: 'tally', figures: { taken: 420 } })
  await server.send(entry)
  const round = server.record.election!.rounds.get(1)!
  expect([round.tallies.length, round.findings]).toEqual([1, []])
})

test('the head lays back what a clerk has left, and reads the paper where three have read it differently', async () => {
  const { body: packet } = await scan('ada', 'b3')
  await step('ada', packet.id, 'begin')
  expect((await step('ben', packet.id, 'giveUp')).body.code).toBe('not-yours')
  expect((await step('head', packet.id, 'giveUp')).body.state).toBe('empty')
  const waits = async (name: string) => (await clerks[name]!('/centres/next')).body.waits
  expect([await waits('ada'), await waits('ben')]).toEqual([true, true])
  await keyIn('ada', packet.id, { ...paper, 'figures.votes.1': 91 })
  expect([await waits('ada'), await waits('ben')]).toEqual([false, true])
  await keyIn('ben', packet.id, paper)
  // Nobody sees what was read before reading is over, whoever asks.
  const { body: soFar } = await clerks.head!(`/centres/packets/${packet.id}/history`)
  expect(soFar.readings).toEqual([])
  expect(JSON.stringify(soFar)).not.toContain('91')
  expect((await keyIn('cyrus', packet.id, { 'figures.votes.1': 19 })).body.state).toBe('unresolved')
  expect((await step('ada', packet.id, 'settle', { 'figures.votes.1': 90 })).body.code).toBe('not-your-role')
  const settled = await step('head', packet.id, 'settle', { 'figures.votes.1': 90 })
  expect(settled.body).toMatchObject({ state: 'done', figures: paper })
})

test('how far each centre is, without a session and without a vote', async () => {
  const { body } = await server.ask('/centres/progress')
  expect(body).toMatchObject([
    { area: 'east', packets: { done: 2, again: 1, foreign: 1 } },
    { area: 'west', packets: {} },
  ])
  expect(JSON.stringify(body)).not.toMatch(/votes|candidates/)
})

test('the national desk: both totals, what is held, and an announcement that binds version and totals', async () => {
  const authority = await server.as('authority')
  const { body: desk } = await authority('/desk')
  expect(desk).toMatchObject({
    treeSize: server.record.size,
    preliminary: { taken: 840, candidates: { anna: 360 } },
    reconciled: { taken: 840 },
    held: { quarantined: { boxes: 0 } },
    areas: [
      { area: 'east', taken: 420 },
      { area: 'west', taken: 420 },
    ],
  })
  const { body: said } = await authority('/desk/announcement?area=land')
  const payload = new Uint8Array(Buffer.from(said.payload, 'base64'))
  const signatures = await signPayload(payload, [keyNamed('authority')])
  await server.send(unwrap(encodeEnvelope({ payload, signatures })))
  const { announcements, findings } = server.record.election!.rounds.get(1)!
  expect(announcements[0]!.statement).toMatchObject({ treeSize: said.treeSize, figures: { taken: 840 } })
  expect(findings).toEqual([])
  expect((await clerks.ada!('/desk')).status).toBe(403)
})

test('a box as the record has it, for anyone; statements that others are to sign', async () => {
  const ruling = { kind: 'ruling', box: 'b1', decision: 'accept', explanation: 'So.' } as const
  const complaint = { kind: 'complaint', box: 'b1', ground: 'So.', wants: 'recount' } as const
  await server.send(await election.entry(complaint, 'anna'), await election.entry(ruling, 'authority'))
  const { body: box } = await server.ask('/boxes/b1')
  expect(box).toMatchObject({ state: 'agreed', area: 'east', docket: [{ kind: 'complaint', rulings: [] }] })
  expect(box.entries.map(({ kind }: { kind: string }) => kind)).toEqual(['form', 'transcript', 'transcript'])
  const waiting = await server.ask('/statements?kind=ruling&waiting=true')
  expect(waiting.body).toMatchObject([{ sides: ['ministry'], force: { code: 'quorum' } }])
  await server.send(await election.entry(ruling, 'council'))
  expect((await server.ask('/statements?kind=ruling&waiting=true')).body).toEqual([])
  expect((await server.ask('/boxes/b1')).body.state).toBe('accepted')
  expect((await server.ask('/boxes/b77')).status).toBe(404)
  const enrol = (side: string, by: string, role: 'leader' | 'agent') => {
    const key = { key: publicKeyOf(`b77 ${role}`), role, card: `${role}-b77`, box: 'b77' }
    return election.entry({ kind: 'enrol', round: 0, side, keys: [key] }, by)
  }
  await server.send(await enrol('ministry', 'authority', 'leader'), await enrol('anna', 'anna', 'agent'))
  await server.send(await election.entry(formOf('b77'), 'b77 leader', 'b77 agent'))
  const { body: outside } = await server.ask('/boxes/b77')
  expect(outside).toMatchObject({ state: 'extra', entries: [{ kind: 'form', force: { code: 'B13' } }] })
})
