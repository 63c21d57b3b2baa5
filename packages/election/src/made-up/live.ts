import type { BoxState } from '../boxes/life.ts'
import { toHex } from '../hex.ts'
import type { Sha256 } from '../people/person.ts'
import type { Effect } from '../replay.ts'
import type { Definition } from '../statements/definition.ts'
import type { Figures } from '../statements/figures.ts'
import type { Form } from '../statements/form.ts'
import type { PersonRole } from '../statements/roles.ts'
import { type Draft, type Log, logOf } from './log.ts'

/** Six boxes in two provinces, four candidates, eighteen people to a form: a live election for tests. */
export interface Live {
  readonly log: Log
  /** A public key by whose it is: `authority`, `b1 leader`, `anna`, `b1 agent of anna`. */
  readonly key: (whose: string) => string
  /** Everyone who signs a form of this box: leader, eleven officials, two supervisors, an agent a candidate. */
  readonly staff: (box: string) => readonly string[]
  /** Records a statement signed by these people. Returns its ID. */
  readonly say: (draft: Draft, ...whose: readonly string[]) => string
  /** Another election that goes on from here. */
  readonly fork: () => Live
}

export const boxIds = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'] as const
export const candidateIds = ['anna', 'boris', 'clara', 'dario'] as const

const candidateNames = {
  anna: { en: 'Anna Rivers', fa: 'آنا رودی' },
  boris: { en: 'Boris Hill', fa: 'بوریس تپه‌ای' },
  clara: { en: 'Clara Field', fa: 'کلارا دشتی' },
  dario: { en: 'Dario Stone', fa: 'داریو سنگی' },
} as const

const officials = Array.from({ length: 11 }, (_, i) => `official ${i + 1}`)
const supervisors = ['supervisor 1', 'supervisor 2']

/** Up to the morning of the first round: tree, sealed list, candidates, ballot, everyone's keys. */
export function aLiveElection(sha256: Sha256, changes: Partial<Definition> = {}): Live {
  const key = (whose: string) => toHex(sha256(new TextEncoder().encode(whose)))
  const live = onLog(logOf({ ...definitionWith(key), ...changes }, sha256), key)
  listPlaces(live, sha256)
  nominate(live)
  enrolAll(live)
  return live
}

function onLog(log: Log, key: Live['key']): Live {
  const say = (draft: Draft, ...whose: readonly string[]) => log.add(draft, ...whose.map(key))
  return { log, key, say, staff: staffOf, fork: () => onLog(log.fork(), key) }
}

function staffOf(box: string): readonly string[] {
  const agents = candidateIds.map(id => `agent of ${id}`)
  return ['leader', ...officials, ...supervisors, ...agents].map(role => `${box} ${role}`)
}

function listPlaces({ say }: Live, sha256: Sha256): void {
  const areas = [
    { id: 'land', level: 'country', name: { en: 'The land', fa: 'سرزمین' } },
    { id: 'east', level: 'province', parent: 'land', name: { en: 'East', fa: 'خاور' } },
    { id: 'west', level: 'province', parent: 'land', name: { en: 'West', fa: 'باختر' } },
  ]
  say({ kind: 'areas', areas }, 'authority')
  const boxes = boxIds.map((id, i) => ({
    id,
    area: i < 3 ? 'east' : 'west',
    name: schoolName(id),
    form: `F-${id}`,
    delivered: 300,
  }))
  say({ kind: 'boxes', boxes }, 'authority')
  const digest = toHex(sha256(new TextEncoder().encode(boxIds.map(id => `${id}\n`).join(''))))
  say({ kind: 'seal', boxes: boxIds.length, digest }, 'authority')
}

/** The name of the place where a box stands. */
export function schoolName(box: string): { readonly en: string; readonly fa: string } {
  const number = box.replace(/\D/g, '')
  return { en: `School ${number}`, fa: `دبستان ${Number(number).toLocaleString('fa')}` }
}

function nominate({ say, key }: Live): void {
  for (const id of candidateIds) {
    const filing = {
      candidate: id,
      step: 'filed',
      name: candidateNames[id],
      key: key(id),
      card: '1',
    } as const
    say({ kind: 'candidacy', ...filing }, id)
    say({ kind: 'candidacy', candidate: id, step: 'approved', ground: 'Meets the conditions.' }, 'council')
  }
  say(ballotOf(1, candidateIds), 'authority')
}

/** A round's list: each candidate with the same number in every round. */
export function ballotOf(round: number, ids: readonly string[]): Draft {
  const candidates = ids.map(id => ({
    number: numberOf(id),
    id,
    name: candidateNames[id as keyof typeof candidateNames] ?? { en: id },
  }))
  return { kind: 'ballot', round, candidates: candidates.sort((a, b) => a.number - b.number) }
}

function numberOf(id: string): number {
  return candidateIds.indexOf(id as (typeof candidateIds)[number]) + 1
}

function enrolAll(live: Live): void {
  for (const box of boxIds) enrolStaffOf(live, box)
  for (const area of ['east', 'west'])
    enrol(live, 'ministry', 'authority', [
      [`${area} clerk 1`, 'clerk', { area }],
      [`${area} clerk 2`, 'clerk', { area }],
      [`${area} head`, 'centreHead', { area }],
    ])
}

/** Each side enrols its own people of a box. */
export function enrolStaffOf(live: Live, box: string): void {
  const here = (roles: readonly string[], role: PersonRole) =>
    roles.map(name => [`${box} ${name}`, role, { box }] as const)
  enrol(live, 'ministry', 'authority', [...here(['leader'], 'leader'), ...here(officials, 'official')])
  enrol(live, 'council', 'council', here(supervisors, 'supervisor'))
  for (const id of candidateIds) enrol(live, id, id, here([`agent of ${id}`], 'agent'))
}

function enrol(
  { say, key }: Live,
  side: string,
  by: string,
  people: readonly (readonly [string, PersonRole, object])[],
): void {
  const keys = people.map(([whose, role, scope]) => ({
    key: key(whose),
    role,
    card: whose.replaceAll(' ', '-'),
    ...scope,
  }))
  say({ kind: 'enrol', side, keys }, by)
}

/** A box's figures for tests: they add up, whatever the votes. */
export function aForm(
  ...votes: readonly number[]
): Figures & { readonly with: (changes: Partial<Figures>) => Figures } {
  const valid = votes.reduce((sum, of) => sum + of, 0)
  const taken = valid + 10
  const figures: Figures = {
    delivered: 300,
    issued: taken + 1,
    unused: 299 - taken,
    spoiled: 0,
    checkInsByComputer: taken + 1,
    inBox: taken,
    excessDrawn: 0,
    notTaken: 0,
    taken,
    invalid: 10,
    valid,
    votes: Object.fromEntries(votes.map((of, i) => [i + 1, of])),
  }
  const withChanges = (changes: Partial<Figures>): Figures => ({ ...figures, ...changes })
  return Object.defineProperty({ ...figures, with: withChanges }, 'with', { enumerable: false })
}

/** The same where every stub used is a ballot taken. */
export function figuresOf(...votes: readonly number[]): Figures {
  const figures = aForm(...votes)
  const { taken } = figures
  return figures.with({ issued: taken!, unused: 300 - taken!, checkInsByComputer: taken! })
}

/** The statements of one box's day. */
export interface BoxDay {
  readonly round?: number
  readonly figures: Figures
  readonly form?: Partial<Form>
  readonly signers?: readonly string[]
}

/** Opens a box, everyone signing. */
export function open({ say, staff }: Live, box: string, round = 1): void {
  say({ kind: 'open', round, box, inBox: 0 }, ...staff(box))
}

/** Closes a box, everyone signing. */
export function closePoll({ say, staff }: Live, box: string, round = 1): void {
  say({ kind: 'close-poll', round, box }, ...staff(box))
}

/** Records the box's form, signed by everyone unless `signers` says otherwise. Returns its ID. */
export function report({ say, staff }: Live, box: string, day: BoxDay): string {
  const { round = 1, figures, form = {}, signers = staff(box) } = day
  const people = [
    { role: 'leader', ink: 'signed' } as const,
    ...officials.map(() => ({ role: 'official', ink: 'signed' }) as const),
  ]
  const draft = { round, box, serial: `F-${box}-${round}`, blind: '0f'.repeat(16), figures, people, ...form }
  return say({ ...draft, kind: 'form' } as Draft, ...signers)
}

/** The centre's copy, keyed in by its two clerks. */
export function transcribe({ say }: Live, box: string, figures: Figures, round = 1): string {
  const area = boxIds.indexOf(box as (typeof boxIds)[number]) < 3 ? 'east' : 'west'
  return say({ kind: 'transcript', round, box, copy: '3', figures }, `${area} clerk 1`, `${area} clerk 2`)
}

/** The first round up to the release: every box opened and closed. */
export function anEvening(sha256: Sha256, changes: Partial<Definition> = {}): Live {
  const live = aLiveElection(sha256, changes)
  for (const box of boxIds) open(live, box)
  for (const box of boxIds) closePoll(live, box)
  live.say({ kind: 'release', round: 1 }, 'authority')
  return live
}

/** And every box reported and transcribed: nobody over half. */
export function aNight(sha256: Sha256, changes: Partial<Definition> = {}): Live {
  const live = anEvening(sha256, changes)
  for (const box of boxIds) {
    report(live, box, { figures: aForm(90, 70, 30, 10) })
    transcribe(live, box, aForm(90, 70, 30, 10))
  }
  return live
}

function definitionWith(key: (whose: string) => string): Definition {
  const body = (
    id: string,
    role: Definition['bodies'][number]['role'],
    whose: string,
    en: string,
    fa: string,
  ) => ({ id, role, name: { en, fa }, keys: [{ key: key(whose), card: '1' }] })
  return {
    kind: 'definition',
    round: 0,
    mode: 'live',
    name: { en: 'A made-up election', fa: 'یک انتخابات ساختگی' },
    origin: 'example.org/live',
    vkey: 'example.org/live+00000000+AAAA',
    bodies: [
      body('ministry', 'authority', 'authority', 'Ministry of Elections', 'وزارت انتخابات'),
      body('council', 'supervisingBody', 'council', 'Council of Supervisors', 'شورای نظارت'),
      body('court', 'higherAuthority', 'court', 'High Court', 'دادگاه عالی'),
      body('auditors', 'auditBoard', 'auditors', 'Board of Auditors', 'هیئت حسابرسی'),
      body('operator', 'operator', 'operator', 'Operator of the record', 'گردانندهٔ دفتر'),
    ],
    rounds: [
      { number: 1, date: '2031-06-06', rule: 'majority', of: 'taken' },
      { number: 2, date: '2031-06-13', rule: 'plurality', of: 'taken' },
    ],
    denominators: ['taken', 'valid'],
    levels: [
      { id: 'country', name: { en: 'Country', fa: 'کشور' } },
      { id: 'province', name: { en: 'Province', fa: 'استان' } },
    ],
    countedLevel: 'box',
    sources: ['direct', 'centre'],
    staff: 12,
  }
}

/** A box's state, by the judgement of the record so far. */
export function stateOf({ log }: Live, box: string, round = 1): BoxState {
  return log.replay().rounds.get(round)!.boxes.get(box)!.judgement.state
}

/** What is found of a box, as `B02 taken`. */
export function codesOf({ log }: Live, box: string, round = 1): readonly string[] {
  const { findings } = log.replay().rounds.get(round)!.boxes.get(box)!.judgement
  return findings.map(({ code, part }) => `${code} ${part}`)
}

/** What an entry did; the last, unless another is asked for. */
export function effectOf({ log }: Live, index = -1): Effect | undefined {
  return log.effects().at(index)
}
