/** What people do with a device in the days before: they are invited, answer with a key, are enrolled, and begin a session. */
import { encodeEnvelope, readEntry, signPayload } from '@countersign/record'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyNamed, kidNamed, type MadeUp, publicKeyOf, unwrap } from './fixtures/election.ts'
import { aMorning, origin, signedBy, type TestServer } from './fixtures/server.ts'

let server: TestServer
let election: MadeUp
beforeAll(async () => {
  ;({ server, election } = await aMorning())
})
afterAll(() => server.end())

const inBase64 = (whose: string) => Buffer.from(keyNamed(whose).publicKey).toString('base64')

/** Answers an invitation as `whose`. */
function answer(whose: string, code: string, publicKey = inBase64(whose)) {
  const signature = signedBy(whose, 'invitation', origin, code, publicKey)
  return server.ask(`/invitations/${code}/key`, { json: { publicKey, kind: 'webcrypto', signature } })
}

test('from an invitation to a session: nobody types a name or a password', async () => {
  const council = await server.as('council')
  const made = await council('/invitations', { json: [{ role: 'supervisor', card: 'S-9', box: 'b1' }] })
  expect(made.status).toBe(201)
  const [{ code, url, id }] = made.body
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/)
  expect(url).toBe(`${server.address}/staff/#/join/${code}`)

  const typed = code.toLowerCase().replace(/(.{4})/g, '$1-')
  expect((await server.ask(`/invitations/${typed}`)).body).toMatchObject({
    role: 'supervisor',
    side: 'council',
    box: 'b1',
    origin,
    rehearsal: false,
    state: 'open',
  })
  expect((await answer('new supervisor', code)).body).toEqual({ kid: kidNamed('new supervisor') })
  // The answer was lost on the way: the same again is no harm. Another's key is.
  expect((await answer('new supervisor', code)).status).toBe(200)
  expect((await answer('a thief', code)).body.code).toBe('already-answered')

  await expect(server.as('new supervisor')).rejects.toThrow('bad-signature')
  const enrolment = (await council('/invitations/enrolment')).body
  expect(enrolment).toMatchObject({ invitations: [id], left: 0 })
  const payload = new Uint8Array(Buffer.from(enrolment.payload, 'base64'))
  const entry = unwrap(
    encodeEnvelope({ payload, signatures: await signPayload(payload, [keyNamed('council')]) }),
  )
  expect(unwrap(readEntry(entry)).statement).toMatchObject({ kind: 'enrol', side: 'council' })
  expect((await server.send(entry)).status).toBe(200)

  expect((await council('/invitations')).body).toMatchObject([
    { id, state: 'enrolled', kid: kidNamed('new supervisor') },
  ])
  expect((await council('/invitations/enrolment')).status).toBe(404)
  const supervisor = await server.as('new supervisor')
  expect((await supervisor('/sessions/current')).body.person).toEqual({
    kid: kidNamed('new supervisor'),
    role: 'supervisor',
    side: 'council',
    card: 'S-9',
    box: 'b1',
  })
})

test('a side invites its own people only, and to where there is something', async () => {
  const anna = await server.as('anna')
  const invite = async (one: object) => (await anna('/invitations', { json: [{ card: 'x', ...one }] })).body
  expect(await invite({ role: 'leader', box: 'b1' })).toMatchObject({ code: 'not-yours', where: { line: 1 } })
  expect(await invite({ role: 'agent', box: 'b99' })).toMatchObject({ code: 'no-such-box' })
  expect(await invite({ role: 'agent', area: 'south' })).toMatchObject({ code: 'no-such-area' })
  const [{ id, code }] = await invite({ role: 'agent', box: 'b2' })
  const boris = await server.as('boris')
  expect((await boris('/invitations')).body).toEqual([])
  expect((await boris(`/invitations/${id}`, { method: 'DELETE' })).status).toBe(404)
  expect((await anna(`/invitations/${id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await answer('too late', code)).status).toBe(404)
  expect((await server.ask('/invitations/0000000000000000000000000000')).status).toBe(404)
})

test('a challenge is good once, for its key, for two minutes, and the signature is for this origin', async () => {
  const kid = kidNamed('authority')
  const challenge = async () => (await server.ask('/sessions/challenges', { json: { kid } })).body.challenge
  const begin = (challenge: string, signature: string) =>
    server.ask('/sessions', { json: { kid, challenge, signature } })
  const first = await challenge()
  expect((await begin(first, signedBy('authority', 'session', 'other.example', first))).body.code).toBe(
    'bad-signature',
  )
  expect((await begin(first, signedBy('authority', 'session', origin, first))).body.code).toBe(
    'bad-challenge',
  )
  const second = await challenge()
  const begun = await begin(second, signedBy('authority', 'session', origin, second))
  expect(begun.headers.get('set-cookie')).toMatch(
    /^session=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const made = Buffer.alloc(32, 1).toString('base64')
  expect((await begin(made, signedBy('authority', 'session', origin, made))).body.code).toBe('bad-challenge')
})

test('a session ends when it is ended, and when its key is revoked', async () => {
  const official = await server.as('b2 official 3')
  expect((await official('/sessions/current', { method: 'DELETE' })).status).toBe(204)
  expect((await official('/sessions/current')).status).toBe(401)
  const lost = await server.as('b2 official 4')
  const revoke = {
    kind: 'revoke',
    round: 0,
    keys: [kidNamed('b2 official 4')],
    reason: 'A lost device.',
  } as const
  expect((await server.send(await election.entry(revoke, 'authority'))).status).toBe(200)
  expect((await lost('/sessions/current')).status).toBe(401)
  await expect(server.as('b2 official 4')).rejects.toThrow('revoked')
})

test('a pack has all that a device needs, of its own box', async () => {
  const opened = await election.entry({ kind: 'open', box: 'b1', inBox: 0 }, ...election.staff('b1'))
  await server.send(opened)
  const leader = await server.as('b1 leader')
  const { body } = await leader('/places/b1/pack?round=1')
  expect(unwrap(readEntry(Buffer.from(body.entries[0].entry, 'base64'))).statement).toMatchObject({
    kind: 'open',
  })
  expect(body).toMatchObject({ box: { id: 'b1', area: 'east', form: 'F-b1' }, released: false })
  expect(body.areas.map(({ id }: { id: string }) => id)).toEqual(['east', 'land'])
  expect(body.keys).toHaveLength(19)
  expect(body.keys[0]).toMatchObject({
    publicKey: publicKeyOf('b1 leader'),
    role: 'leader',
    side: 'ministry',
    revoked: false,
  })
  expect((await leader('/places/b2/pack')).body.code).toBe('not-yours')
  expect((await leader('/places/b1/pack?round=2')).body.code).toBe('not-found')
})

test('a supervisor of an area gets the packs of its boxes', async () => {
  const keys = [{ key: publicKeyOf('eastern'), role: 'supervisor', card: 'S-east', area: 'east' }] as const
  await server.send(await election.entry({ kind: 'enrol', round: 0, side: 'council', keys }, 'council'))
  const eastern = await server.as('eastern')
  expect((await eastern('/places/b1/pack')).status).toBe(200)
  expect((await eastern('/places/b2/pack')).body).toMatchObject({ code: 'not-yours', where: { box: 'b2' } })
})

test('a key that is revoked once its box is open still counts, and the pack says what became of it', async () => {
  const inPack = async (box: string, whose: string) => {
    const { body } = await (await server.as(`${box} leader`))(`/places/${box}/pack`)
    return body.keys.find(({ kid }: { readonly kid: string }) => kid === kidNamed(whose))
  }
  const revoke = (whose: string, ...bodies: readonly string[]) =>
    election.entry({ kind: 'revoke', round: 0, keys: [kidNamed(whose)], reason: 'Lost.' }, ...bodies)
  // The first box has opened in a test above, the second has not.
  await server.send(
    await revoke('b1 official 5', 'authority', 'council'),
    await revoke('b2 official 5', 'authority'),
  )
  expect(await inPack('b1', 'b1 official 5')).toMatchObject({ revoked: true, counts: true })
  expect(await inPack('b2', 'b2 official 5')).toMatchObject({ revoked: true, counts: false })
})
