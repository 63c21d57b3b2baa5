import { parseStatement } from '@countersign/election'
import { payloadOf } from '@countersign/record'
import { expect, test } from 'vitest'
import { secondsOf } from '../shell/time.ts'
import { closeOf, formDraftOf, formOf, knownOf, openOf, type Typed, typedOr } from './compose.ts'
import type { Pack, Signer } from './pack.ts'

const signers: readonly Signer[] = [
  ['agent', 'anna', 'A-1'],
  ['official', 'ministry', 'O-10'],
  ['official', 'ministry', 'O-2'],
  ['leader', 'ministry', 'L-1'],
  ['supervisor', 'council', 'S-1'],
].map(([role, side, card], i) => ({
  kid: `${i}`.repeat(16),
  publicKey: `${i}`.repeat(64),
  role: role!,
  side: side!,
  card: card!,
  revoked: false,
}))

const name = { en: 'x' }
const pack = {
  definitionId: 'd0'.repeat(32),
  definition: {
    invalidGrounds: [{ number: 1, id: 'blank', name }],
    notTakenGrounds: [],
    voting: 'anywhere',
  },
  ballot: { candidates: [1, 2].map(number => ({ number, id: `c${number}`, name })) },
  box: { id: 'b1', area: 'a', form: 'F-b1', delivered: 300 },
  keys: signers,
  round: 1,
  areas: [],
  released: false,
  at: 0,
} as unknown as Pack

const typing =
  (fields: Readonly<Record<string, string>>): Typed =>
  field =>
    fields[field]
const nothing = typing({})
const blind = '0f'.repeat(16)

test('a form is what was typed, in either digits; what was not given is absent, and zero is zero', () => {
  const typed = typing({
    serial: 'F-b1',
    'figures.taken': '۲۱۰',
    'figures.votes.1': '200',
    'figures.votes.2': '0',
    'figures.invalidBy.1': ' ',
    closedAt: '2031-06-06T18:00',
  })
  const form = formOf(typed, pack, blind)
  expect(form).toMatchObject({
    ok: true,
    value: {
      box: 'b1',
      serial: 'F-b1',
      figures: { taken: 210, votes: { 1: 200, 2: 0 } },
      closedAt: secondsOf('2031-06-06T18:00'),
    },
  })
  const value = form.ok ? form.value : undefined
  expect(Object.keys(value!.figures).sort()).toEqual(['taken', 'votes'])
  expect(payloadOf(parsed(value!)).ok).toBe(true)
})

test('a figure that cannot be read is refused with its line, and never left out silently', () => {
  expect(formOf(typing({ serial: 'F', 'figures.taken': '21o' }), pack, blind)).toMatchObject({
    ok: false,
    refusal: { code: 'not-a-count', where: 'figures.taken' },
  })
  expect(closeOf(typing({ issued: '-1' }), pack)).toMatchObject({ refusal: { where: 'issued' } })
  expect(openOf(nothing, pack)).toMatchObject({ refusal: { where: 'inBox' } })
})

test('what is known from the box’s list, opening and closing stands on the form until something else is typed', () => {
  const known = knownOf(
    pack,
    typing({ at: '2031-06-06T08:00' }),
    typing({ issued: '212', at: '2031-06-06T18:00' }),
  )
  const form = formDraftOf(typedOr(typing({ 'figures.issued': '211' }), known), pack)
  expect(form).toMatchObject({
    serial: 'F-b1',
    figures: { delivered: 300, issued: 211 },
    openedAt: secondsOf('2031-06-06T08:00'),
  })
})

test('people stand in the order of the form; a refusal with its ground; of whom nothing was said, nothing', () => {
  const [agent, ten, two, leader, supervisor] = signers.map(({ kid }) => kid)
  const typed = typing({
    inBox: '0',
    [`people.${agent}`]: 'signed',
    [`people.${ten}`]: 'absent',
    [`people.${leader}`]: 'signed',
    [`people.${supervisor}`]: 'refused',
    [`people.${supervisor}.ground`]: ' Not seen. ',
    'people.added': '1',
    'people.added0': 'signed',
    'people.added0.role': 'police',
  })
  expect(two).toBeDefined()
  expect(openOf(typed, pack)).toMatchObject({
    ok: true,
    value: {
      people: [
        { role: 'leader', side: 'ministry', ink: 'signed' },
        { role: 'official', side: 'ministry', ink: 'absent' },
        { role: 'supervisor', side: 'council', ink: 'refused', ground: 'Not seen.' },
        { role: 'agent', side: 'anna', ink: 'signed' },
        { role: 'police', ink: 'signed' },
      ],
    },
  })
})

function parsed(statement: object) {
  const read = parseStatement(statement)
  if (!read.ok) throw new Error(read.refusal.message)
  return read.value
}
