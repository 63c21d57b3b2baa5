import {
  apply,
  type Definition,
  type Election,
  type PersonRole,
  type Statement,
  start,
  toHex,
} from '@countersign/election'
import { sha256 } from '@countersign/tlog'
import { type Draft, figuresOf, kidNamed, publicKeyOf } from '../../packages/server/src/fixtures/election.ts'

/** A whole country's night in memory, without bytes or signatures. Synthetic. */
export interface Night {
  readonly election: Election
  /** Boxes numbered below this have reported, with all copies. */
  readonly reported: number
  readonly countyOf: (box: number) => string
  /** The form of one more box comes in. */
  readonly form: (box: number) => void
}

const provinces = 31
const counties = 430
const candidates = ['anna', 'boris', 'clara', 'dario'] as const
const id = '5e'.repeat(32)

/** Of each box its form, the centre's copy and an agent's; 99 of 100 have reported, and one in 500 of these differs. */
export function nightOf(boxes: number): Night {
  const election = start(definition, id, sha256)
  const countyOf = (box: number) => `c${box % counties}`
  const say = sayIn(election)
  say(definition, 'authority')
  listPlaces(say, boxes, countyOf)
  enrolAll(say, boxes, countyOf)
  say({ kind: 'release' }, 'authority')
  const form = (box: number) =>
    say(formOf(box), ...['leader', 'supervisor', 'agent'].map(who => `b${box} ${who}`))
  const reported = Math.floor(boxes * 0.99)
  for (let box = 0; box < reported; box++) {
    form(box)
    const figures = figuresOf(box % 500 === 7 ? 80 : 90, 70, 30, 10)
    const copy = { kind: 'transcript', box: `b${box}`, serial: `F-b${box}`, figures } as const
    const county = countyOf(box)
    say({ ...copy, copy: '3' }, `${county} clerk 1`, `${county} clerk 2`)
    say({ ...copy, copy: 'own' }, `b${box} agent`)
  }
  return { election, reported, countyOf, form }
}

type Say = (draft: Draft | Definition, ...whose: readonly string[]) => void

function sayIn(election: Election): Say {
  return (draft, ...whose) => {
    const { size: index } = election
    const statement = { definition: id, round: 1, ...draft } as Statement
    const recorded = {
      ...{ index, statement, again: false, signers: whose.map(kidOf) },
      id: index === 0 ? id : index.toString(16).padStart(64, '0'),
    }
    const effect = apply(election, recorded)
    if (!effect.force) throw new Error(`${statement.kind}: ${effect.why}`)
  }
}

/** Bodies and candidates have a key of the fixtures; of everyone else only its ID matters, and making one is dear. */
const kids = new Map<string, string>(['authority', 'council', ...candidates].map(who => [who, kidNamed(who)]))

function kidOf(whose: string): string {
  let kid = kids.get(whose)
  if (kid === undefined) {
    kid = toHex(sha256(sha256(new TextEncoder().encode(whose)))).slice(0, 16)
    kids.set(whose, kid)
  }
  return kid
}

function keyOf(whose: string): string {
  return toHex(sha256(new TextEncoder().encode(whose)))
}

function listPlaces(say: Say, boxes: number, countyOf: Night['countyOf']): void {
  const named = (id: string, level: string, parent?: string) => ({
    ...{ id, level, name: { en: id } },
    ...(parent !== undefined && { parent }),
  })
  const areas = [
    named('land', 'country'),
    ...Array.from({ length: provinces }, (_, i) => named(`p${i}`, 'province', 'land')),
    ...Array.from({ length: counties }, (_, i) => named(`c${i}`, 'county', `p${i % provinces}`)),
  ]
  say({ kind: 'areas', round: 0, areas }, 'authority')
  const listed = Array.from({ length: boxes }, (_, i) => ({
    ...{ id: `b${i}`, area: countyOf(i), form: `F-b${i}`, delivered: 300 },
  }))
  for (let at = 0; at < boxes; at += 500)
    say({ kind: 'boxes', round: 0, boxes: listed.slice(at, at + 500) }, 'authority')
  const lines = listed.map(({ id }) => `${id}\n`).sort()
  const digest = toHex(sha256(new TextEncoder().encode(lines.join(''))))
  say({ kind: 'seal', round: 0, boxes, digest }, 'authority')
  for (const id of candidates) {
    const filing = {
      candidate: id,
      step: 'filed',
      name: { en: id },
      key: publicKeyOf(id),
      card: '1',
    } as const
    say({ kind: 'candidacy', round: 0, ...filing }, id)
    say({ kind: 'candidacy', round: 0, candidate: id, step: 'approved', ground: 'Fit.' }, 'council')
  }
  const list = candidates.map((id, i) => ({ number: i + 1, id, name: { en: id } }))
  say({ kind: 'ballot', candidates: list }, 'authority')
}

function enrolAll(say: Say, boxes: number, countyOf: Night['countyOf']): void {
  const person = (whose: string, role: PersonRole, where: object) => ({
    ...{ key: keyOf(whose), role, card: whose.replaceAll(' ', '-') },
    ...where,
  })
  const clerks = Array.from({ length: counties * 2 }, (_, i) =>
    person(`${countyOf(i >> 1)} clerk ${(i % 2) + 1}`, 'clerk', { area: countyOf(i >> 1) }),
  )
  const atBoxes = (name: string, role: PersonRole) =>
    Array.from({ length: boxes }, (_, i) => person(`b${i} ${name}`, role, { box: `b${i}` }))
  const enrol = (side: string, by: string, people: readonly ReturnType<typeof person>[]) => {
    for (let at = 0; at < people.length; at += 500)
      say({ kind: 'enrol', round: 0, side, keys: people.slice(at, at + 500) }, by)
  }
  enrol('ministry', 'authority', [...clerks, ...atBoxes('leader', 'leader')])
  enrol('council', 'council', atBoxes('supervisor', 'supervisor'))
  enrol('anna', 'anna', atBoxes('agent', 'agent'))
}

function formOf(box: number): Draft {
  const people = [{ role: 'leader', ink: 'signed' }] as const
  const figures = figuresOf(90, 70, 30, 10)
  return { kind: 'form', box: `b${box}`, serial: `F-b${box}`, blind: '0f'.repeat(16), figures, people }
}

const body = (id: string, role: 'authority' | 'supervisingBody', whose: string) => ({
  ...{ id, role, name: { en: id } },
  keys: [{ key: publicKeyOf(whose), card: '1' }],
})

const definition: Definition = {
  ...{ kind: 'definition', round: 0, mode: 'live', name: { en: 'A benchmark' } },
  ...{ origin: 'bench.example', vkey: 'bench.example+00000000+AQ' },
  bodies: [body('ministry', 'authority', 'authority'), body('council', 'supervisingBody', 'council')],
  rounds: [
    { number: 1, date: '2031-06-06', rule: 'majority', of: 'taken' },
    { number: 2, date: '2031-06-13', rule: 'plurality', of: 'taken' },
  ],
  denominators: ['taken', 'valid'],
  levels: ['country', 'province', 'county'].map(id => ({ id, name: { en: id } })),
  ...{ countedLevel: 'box', sources: ['direct', 'centre'], staff: 1 },
}
