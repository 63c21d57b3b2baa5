import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRehearsal, type Statement, toHex } from '@countersign/election'
import {
  type AnsweredPerson,
  enrolmentOf,
  filingOf,
  issuedOf,
  maySign,
  type NamedLog,
  problems,
  type Setup,
  type SetupBody,
  statementsOf,
  type ToSign,
} from '@countersign/publication/setup'
import { payloadOf, sign, statementId } from '@countersign/record'
import { ok, parseVkey, type Result, refuse } from '@countersign/tlog'
import { makeLog, type Sequencer } from '@countersign/tlog/node'
import { makeWhole } from '../import/unfinished.ts'
import { keyMaker, type MadeKey, seedTable } from './seeds.ts'

/** A record that was made for a trial. */
export interface Sealed {
  readonly origin: string
  readonly vkey: string
  readonly definition: string
  readonly treeSize: number
  readonly boxes: number
  readonly keys: number
  readonly rehearsal: boolean
}

export type Heard = (done: number, total: number) => void

/**
 * Makes a trial's record in `<dir>/record`, up to its sealed list and everyone's enrolment, with every key made here
 * and kept in `<dir>/keys/seeds.csv`, which its owner alone can read. In a real election each key is made on the device
 * of whoever holds it, and nothing of this is used.
 * Refusals: `keys-known`, `setup-problems`, `exists`, those of the log and of the encoding.
 */
export async function sealTrial(
  dir: string,
  setup: Setup,
  { origin, heard = () => {} }: { readonly origin: string; readonly heard?: Heard },
): Promise<Result<Sealed>> {
  if (
    setup.document.bodies.some(
      ({ role, keys }) => role !== 'operator' && keys.some(({ key }) => key !== undefined),
    )
  )
    return refuse(
      'keys-known',
      'The setup has keys that were made on devices, so it is no trial: it is signed there. Take the keys out of a copy to try it.',
    )
  const keys = await keysFor(setup)
  // Looked through before a log is made: its operator's key is the only one that is not there yet.
  const stand = await keyMaker().make({ side: 'operator', role: 'operator', card: '1' })
  if (!maySign(problems(withKeys(setup, keys.bodies, stand.publicKey))))
    return refuse('setup-problems', 'The setup cannot be signed yet.')
  const made = await makeWhole(join(dir, 'record'), folder => makeRecord(folder, setup, keys, origin, heard))
  if (!made.ok) return made
  const rehearsal = isRehearsal(origin)
  return ok({ origin, ...made.value, boxes: setup.boxes.length, keys: keys.all.length, rehearsal })
}

async function makeRecord(
  folder: string,
  setup: Setup,
  keys: Keys,
  origin: string,
  heard: Heard,
): Promise<Result<Pick<Sealed, 'vkey' | 'definition' | 'treeSize'>>> {
  const log = await makeLog(folder, { origin, ...seldom, unasked: true })
  if (!log.ok) return log
  const { vkey } = log.value
  const operator = parseVkey(vkey)
  if (!operator.ok) return operator
  const keyed = withKeys(setup, keys.bodies, toHex(operator.value.publicKey))
  const logged = await logAll(log.value, statementsFor(keyed, keys, { origin, vkey }), keys, heard)
  const closed = await log.value.close()
  if (!logged.ok) return logged
  if (!closed.ok) return closed
  await writeSeeds(dirname(folder), keys)
  return ok({ vkey, definition: logged.value, treeSize: log.value.size })
}

/** Nobody waits for a checkpoint while the record is being made. */
const seldom = { interval: 60_000, entries: 16_384 }
const batch = 500

interface Keys {
  readonly bodies: readonly MadeKey[]
  readonly candidates: readonly MadeKey[]
  readonly people: readonly MadeKey[]
  readonly all: readonly MadeKey[]
}

/** A key for each person of a body, each candidate, and everyone on the roster. */
async function keysFor({ document, candidates, people }: Setup): Promise<Keys> {
  const { make } = keyMaker()
  const bodies: MadeKey[] = []
  for (const { id, role, keys } of document.bodies)
    for (const { card } of role === 'operator' ? [] : keys) bodies.push(await make({ side: id, role, card }))
  const standing: MadeKey[] = []
  for (const { candidate } of candidates)
    standing.push(await make({ side: candidate.id, role: 'candidate', card: 'candidate' }))
  const enrolled: MadeKey[] = []
  for (const { line: _, name: __, ...person } of people) enrolled.push(await make(person))
  return { bodies, candidates: standing, people: enrolled, all: [...bodies, ...standing, ...enrolled] }
}

/** The setup with the keys that were made; the operator's is the log's own. */
function withKeys(setup: Setup, made: readonly MadeKey[], operator: string): Setup {
  const keyed = (body: SetupBody) => ({
    ...body,
    keys:
      body.role === 'operator'
        ? [{ key: operator, card: body.keys[0]?.card ?? '1' }]
        : made.filter(({ side }) => side === body.id).map(({ card, publicKey: key }) => ({ card, key })),
  })
  return { ...setup, document: { ...setup.document, bodies: setup.document.bodies.map(keyed) } }
}

/** Signs and logs every statement by the key of its side. @returns the definition's ID */
async function logAll(
  log: Sequencer,
  made: ReturnType<typeof statementsFor>,
  { bodies, candidates }: Keys,
  heard: Heard,
): Promise<Result<string>> {
  if (!made.ok) return made
  const { statements, definition } = made.value
  const signers = new Map([...bodies, ...candidates].map(({ side, signing }) => [side, signing]))
  for (let done = 0; done < statements.length; done += batch) {
    const entries: Uint8Array[] = []
    for (const { by, statement } of statements.slice(done, done + batch)) {
      const entry = await sign(statement, [signers.get(by)!])
      if (!entry.ok) return entry
      entries.push(entry.value)
    }
    const added = await log.add(entries)
    if (!added.ok) return added
    heard(done + entries.length, statements.length)
  }
  return ok(definition)
}

function statementsFor(
  setup: Setup,
  keys: Keys,
  log: NamedLog,
): Result<{ readonly statements: readonly ToSign[]; readonly definition: string }> {
  const first = statementsOf(setup, 'definition', { log })
  if (!first.ok) return first
  const payload = payloadOf(first.value[0]!.statement)
  if (!payload.ok) return payload
  const definition = statementId(payload.value)
  const statements: ToSign[] = [...first.value]
  const rounds = setup.document.lists === 'once' ? [1] : setup.document.rounds.map(({ number }) => number)
  const steps = [
    ['areas', [1]],
    ['boxes', rounds],
    ['seal', rounds],
    ['filings', [1]],
    ['candidacies', [1]],
    ['ballot', [1]],
    ['calendar', setup.document.rounds.map(({ number }) => number)],
  ] as const
  for (const [step, of] of steps)
    for (const round of of) {
      const made =
        step === 'filings' ? ok(filings(setup, keys, definition)) : statementsOf(setup, step, { log, round })
      if (!made.ok) return made
      statements.push(...made.value)
    }
  return ok({ statements: [...statements, ...enrolments(keys, definition)], definition })
}

function filings({ candidates }: Setup, keys: Keys, definition: string): readonly ToSign[] {
  return candidates.map(({ candidate: { id, name } }) => {
    const { publicKey: key, card } = keys.candidates.find(({ side }) => side === id)!
    return { by: id, statement: filingOf(definition, { candidate: id, name, key, card }) }
  })
}

/** Each side enrols its people, and says that their seeds were made for them. */
function enrolments({ people }: Keys, definition: string): readonly ToSign[] {
  return [...Map.groupBy(people, ({ side }) => side)].flatMap(([side, all]) => {
    const answered = all.map(({ publicKey: key, role, card, box, area }) => ({
      key,
      role: role as AnsweredPerson['role'],
      card,
      ...(box !== undefined && { box }),
      ...(area !== undefined && { area }),
    }))
    const seeds = all.map(({ serial, publicKey: key }) => ({ serial, key }))
    const statements: readonly Statement[] = [
      ...enrolmentOf(definition, side, answered),
      ...issuedOf(definition, side, seeds),
    ]
    return statements.map(statement => ({ by: side, statement }))
  })
}

async function writeSeeds(dir: string, { all }: Keys): Promise<void> {
  await mkdir(join(dir, 'keys'), { recursive: true, mode: 0o700 })
  await writeFile(join(dir, 'keys', 'seeds.csv'), seedTable(all), { mode: 0o600 })
}
