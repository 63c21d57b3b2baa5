import type { Election } from '@countersign/election'
import { blankForm, cardSheets, filledForm, placesOf, signedForm } from '@countersign/paper'
import { typeset } from '@countersign/paper/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf, type MadeUp, unwrap } from '../fixtures/election.ts'
import { aMorning, type TestServer } from '../fixtures/server.ts'
import { occasionOf } from './pdf.ts'

let server: TestServer
let election: MadeUp
const now = 1_900_000_000
beforeAll(async () => {
  ;({ server, election } = await aMorning({ now: () => now * 1000 }))
})
afterAll(() => server.end())

const occasion = () => occasionOf(server.record, 1, { language: 'fa', timeZone: 'Asia/Tehran' })!
const place = () => placesOf(server.record.election as Election, 1, { box: 'b1' })[0]!
const inPersian = 'language=fa&timeZone=Asia/Tehran'

test('a leader prints the forms of the own box, and of no other', async () => {
  const leader = await server.as('b1 leader')
  const { status, headers, bytes } = await leader(`/print/blank?${inPersian}`)
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(Buffer.from(bytes).equals(typeset([blankForm(occasion(), place())]).pdf(now))).toBe(true)
  expect((await leader('/print/poster?box=b2')).body).toMatchObject({
    code: 'not-yours',
    where: { box: 'b1' },
  })
  expect((await leader('/print/poster?area=east')).body.code).toBe('not-yours')
  expect((await leader('/print/poster?timeZone=Mars')).status).toBe(400)
  const authority = await server.as('authority')
  expect((await authority('/print/count-sheet?area=east')).status).toBe(200)
  expect((await authority('/print/count-sheet?box=b9')).status).toBe(404)
})

test('a form is printed once it is on the record, with all of its signatures', async () => {
  const leader = await server.as('b1 leader')
  expect((await leader('/print/form')).body.code).toBe('not-yet')
  const staff = election.staff('b1')
  const entries = [
    await election.entry({ kind: 'open', box: 'b1', inBox: 0 }, ...staff),
    await election.entry({ kind: 'release' }, 'authority'),
    await election.entry(formOf('b1'), ...staff.slice(0, 3)),
    await election.entry(formOf('b1'), ...staff.slice(3)),
  ]
  expect((await server.send(...entries)).status).toBe(200)
  const { bytes } = await leader(`/print/form?${inPersian}`)
  const { record } = server
  const signed = await signedForm(record.election as Election, index => record.entryAt(index), 1, 'b1')
  const expected = unwrap(filledForm(occasion(), place(), unwrap(signed!)))
  expect(unwrap(signed!).signers).toHaveLength(staff.length)
  expect(Buffer.from(bytes).equals(typeset([expected]).pdf(now))).toBe(true)
})

test('a side prints the cards of those it has invited', async () => {
  const anna = await server.as('anna')
  const [made] = (await anna('/invitations', { json: [{ role: 'agent', card: 'A-9', box: 'b1' }] })).body
  const json = [{ role: 'agent', card: 'A-9', box: 'b1', link: made.url, code: made.code }]
  const { bytes } = await anna(`/print/cards?${inPersian}`, { json })
  const card = { role: 'agent', card: 'A-9', side: 'anna', link: made.url, code: made.code } as const
  const expected = cardSheets(occasion(), [{ ...card, where: '\u2066b1\u2069 · East' }])
  expect(Buffer.from(bytes).equals(typeset([expected]).pdf(now))).toBe(true)
  expect((await anna('/print/cards', { json: [{ ...json[0], link: 'no address' }] })).status).toBe(400)
})
