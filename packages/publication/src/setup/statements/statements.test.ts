import { apply, type Effect, start, toHex } from '@countersign/election'
import { kidOf, payloadOf, statementId } from '@countersign/record'
import { sha256 } from '@countersign/tlog'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problems } from '../check/problems.ts'
import { definitionOf } from '../document/definition.ts'
import { aDocument, aSetup, publicKeyOf } from '../made-up.ts'
import { readSetup, type Setup } from '../tables/tables.ts'
import { chunks } from './chunks.ts'
import { enrolmentOf, filingOf, issuedOf, nameHashOf } from './people.ts'
import { type Known, payloadsOf, type SetupStep, statementsOf, type ToSign } from './statements.ts'

const log = { origin: 'example.org/setup', vkey: 'example.org/setup+00000000+AAAA' }

function unwrap<T>(result: { ok: true; value: T } | { ok: false; refusal: { message: string } }): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

function steps(setup: Setup, names: readonly SetupStep[], known: Partial<Known> = {}): readonly ToSign[] {
  return names.flatMap(step => unwrap(statementsOf(setup, step, { log, ...known })))
}

/** What each statement does, signed by the first key of the body that it is for. */
async function replayed(setup: Setup, toSign: readonly ToSign[]) {
  const definition = unwrap(definitionOf(setup.document, log))
  const definitionId = statementId(unwrap(payloadOf(definition)))
  const election = start(definition, definitionId, sha256)
  const effects: Effect[] = []
  for (const [index, { by, statement }] of toSign.entries()) {
    const id = statementId(unwrap(payloadOf(statement)))
    const signers = [kidOf(await publicKeyOf(by))]
    effects.push(apply(election, { index, id, statement, signers, again: false }))
  }
  return { election, effects, definitionId }
}

async function filings(setup: Setup, definition: string): Promise<readonly ToSign[]> {
  return Promise.all(
    setup.candidates.map(async ({ candidate: { id, name } }) => {
      const key = toHex(await publicKeyOf(id))
      return { by: id, statement: filingOf(definition, { candidate: id, name, key, card: '1' }) }
    }),
  )
}

test('every statement of a setup has force, in the order of the steps', async () => {
  const setup = await aSetup()
  const { definitionId } = await replayed(setup, [])
  const people = setup.people.map(async ({ side, role, card, box, area }) => ({
    side,
    key: toHex(await publicKeyOf(`${side} ${card}`)),
    role,
    card,
    ...(box !== undefined && { box }),
    ...(area !== undefined && { area }),
  }))
  const bySide = Map.groupBy(await Promise.all(people), ({ side }) => side)
  const enrolments = [...bySide].flatMap(([side, keys]) =>
    enrolmentOf(definitionId, side, keys).map(statement => ({ by: side, statement })),
  )
  const all = [
    ...steps(setup, ['definition', 'areas', 'boxes', 'seal']),
    ...(await filings(setup, definitionId)),
    ...steps(setup, ['candidacies', 'ballot', 'calendar']),
    ...enrolments,
  ]
  // The list of the template is one for each round.
  const second = ['boxes', 'seal'].flatMap(step => steps(setup, [step as SetupStep], { round: 2 }))
  const { election, effects } = await replayed(setup, [...all, ...second])
  expect(effects.filter(({ force }) => !force)).toEqual([])
  expect(election.rounds.get(1)!.boxes.size).toBe(4)
  expect(election.areas.get('E-1')!.path).toEqual(['E-1', 'E', 'IR', ''])
  expect(election.rounds.get(1)!.ballot.statement.candidates.map(({ spellings }) => spellings)).toEqual([
    ['Ana Andersen', 'Anna Anderson'],
    undefined,
  ])
  expect(election.lists.get(1)!.sealed).toBeDefined()
  expect(election.lists.get(2)!.sealed).toBeDefined()
  // 6 June 2031 in Iran: forms are due at midnight after two days, complaints after three.
  expect(election.dates.get(1)!.get('forms')).toBe(Date.parse('2031-06-09T00:00:00+03:30') / 1000)
  expect(election.definition.rounds[0]!.closes).toBe(Date.parse('2031-06-06T18:00:00+03:30') / 1000)
  expect(election.people.size).toBe(4 + 2 + setup.people.length)
})

test('a run-off’s list keeps each candidate’s number', async () => {
  const [{ statement }] = steps(await aSetup(), ['ballot'], { round: 2, standing: ['boris'] }) as [ToSign]
  expect(statement).toMatchObject({ round: 2, candidates: [{ number: 2, id: 'boris' }] })
})

test('what a setup lacks is refused where somebody would sign it all the same', async () => {
  const { bodies, ...document } = await aDocument()
  const lone = { ...document, bodies: bodies.filter(({ role }) => role !== 'supervisingBody') }
  expect(statementsOf(readSetup(lone, {}), 'candidacies', { log })).toMatchObject({
    ok: false,
    refusal: { code: 'no-such-body' },
  })
  const nameless = { ...document, bodies, definition: {} }
  expect(statementsOf(readSetup(nameless, {}), 'areas', { log })).toMatchObject({
    ok: false,
    refusal: { code: 'statement-schema', message: expect.stringContaining('name') },
  })
})

describe('chunks stand alone', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/)
  const box = fc.record(
    {
      id: word,
      area: word,
      place: word,
      name: fc.constantFrom({ en: 'x'.repeat(200), fa: 'م'.repeat(100) }, { fa: 'مدرسه' }),
      form: word,
      firstStub: fc.nat(),
      lastStub: fc.nat(),
      delivered: fc.nat(),
    },
    { requiredKeys: ['id', 'area'] },
  )

  test('none is too long, none is empty, none is lost', () => {
    const definition = 'ab'.repeat(32)
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (some, times) => {
        const boxes = Array.from({ length: times }, () => some).flat()
        const parts = chunks('boxes', boxes)
        expect(parts.flat()).toEqual(boxes)
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0)
          const payload = unwrap(payloadOf({ kind: 'boxes', definition, round: 1, boxes: part }))
          expect(payload.length).toBeLessThanOrEqual(60_000)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('seeds and enrolments are at most 500 in one', () => {
    const seeds = Array.from({ length: 1001 }, (_, i) => ({ serial: `S-${i}`, key: 'b3'.repeat(32) }))
    expect(
      issuedOf('ab'.repeat(32), 'council', seeds).map(each => 'seeds' in each && each.seeds.length),
    ).toEqual([500, 500, 1])
    const people = seeds.map(({ key, serial }) => ({ key, role: 'agent' as const, card: serial, box: 'B' }))
    expect(enrolmentOf('ab'.repeat(32), 'anna', people)).toHaveLength(3)
  })
})

test('sixty thousand boxes are read, looked through and made ready for their signatures', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => {
    const county = Math.floor(i / 150)
    const province = Math.floor(county / 13)
    const stub = 1 + 1000 * i
    return `P${province},Province ${province},استان ${province},P${province}-${county},County ${county},شهرستان ${county},Q${i},School ${i},مدرسهٔ ${i},fixed,B${i},F${i},${stub},${stub + 999},1000`
  })
  const header =
    'province,province_name_en,province_name_fa,county,county_name_en,county_name_fa,place,name_en,name_fa,sort,box,form,first_stub,last_stub,delivered'
  const began = process.cpuUsage()
  const setup = readSetup(await aDocument(), {
    places: [header, ...rows].join('\n'),
    candidates: 'candidate,number,name_en\nanna,1,Anna\nboris,2,Boris\n',
  })
  expect(problems(setup)).toEqual([])
  expect(setup.boxes).toHaveLength(60_000)
  const payloads = ['areas', 'boxes', 'seal'].flatMap(step =>
    unwrap(payloadsOf(setup, step as SetupStep, { log })),
  )
  const { user } = process.cpuUsage(began)
  expect(payloads.every(({ payload }) => payload.length <= 60_000)).toBe(true)
  expect(payloads.length).toBeGreaterThan(60)
  expect(user / 1e6, 'seconds of one core').toBeLessThan(20)
})

test('a name’s hash is of its salt and its composed form', () => {
  const salt = new Uint8Array(16).fill(7)
  expect(nameHashOf('Ame\u0301lie', salt)).toBe(nameHashOf('Am\u00E9lie', salt))
  expect(nameHashOf('Amélie', salt)).not.toBe(nameHashOf('Amélie', new Uint8Array(16)))
})
