import { type Candidate, type Statement, toHex } from '@countersign/election'
import { payloadOf, statementId } from '@countersign/record'
import { ok, type Result, refuse, sha256 } from '@countersign/tlog'
import { datesOf } from '../document/calendar.ts'
import { definitionOf, type NamedLog } from '../document/definition.ts'
import type { Setup } from '../tables/tables.ts'
import { chunks } from './chunks.ts'

/** What is signed on the way to the morning of the vote, in this order. People are enrolled along the way. */
export const setupSteps = [
  'definition',
  'areas',
  'boxes',
  'seal',
  'candidacies',
  'ballot',
  'calendar',
] as const
export type SetupStep = (typeof setupSteps)[number]

/** A statement and whose key signs it: the ID of a body. */
export interface ToSign {
  readonly by: string
  readonly statement: Statement
}

/** What a step needs besides the setup. */
export interface Known {
  readonly log: NamedLog
  /** The round; 1 unless given. A list that serves every round is of round 0 whatever is given. */
  readonly round?: number
  /** In a round after the first: who stands, by ID. Everyone unless given. */
  readonly standing?: readonly string[]
}

/**
 * The statements of one step, ready for their signatures, in order. `candidacies` are the approvals by the supervising
 * body; each filing is the candidate's own. Call it when `problems` lets the setup be signed.
 * Refusals: `statement-schema`, `no-such-body`.
 */
export function statementsOf(setup: Setup, step: SetupStep, known: Known): Result<readonly ToSign[]> {
  const { bodies } = setup.document
  const definition = definitionOf(setup.document, known.log)
  if (!definition.ok) return refuse(definition.refusal.code, definition.refusal.message)
  const payload = payloadOf(definition.value)
  if (!payload.ok) return payload
  const role = step === 'candidacies' ? 'supervisingBody' : 'authority'
  const body = bodies.find(each => each.role === role)
  if (!body) return refuse('no-such-body', `There is no body whose role is ${role}; add one to the setup.`)
  const by = body.id
  if (step === 'definition') return ok([{ by, statement: definition.value }])
  const bound = { definition: statementId(payload.value), round: 0 }
  return ok(makers[step](setup, bound, known).map(statement => ({ by, statement })))
}

/** The payloads of one step: what the device shows, signs and sends. Refusals: as `statementsOf`, and the encoding's. */
export function payloadsOf(
  setup: Setup,
  step: SetupStep,
  known: Known,
): Result<readonly (ToSign & { readonly payload: Uint8Array })[]> {
  const statements = statementsOf(setup, step, known)
  if (!statements.ok) return statements
  const all: (ToSign & { payload: Uint8Array })[] = []
  for (const toSign of statements.value) {
    const payload = payloadOf(toSign.statement)
    if (!payload.ok) return payload
    all.push({ ...toSign, payload: payload.value })
  }
  return ok(all)
}

interface Bound {
  readonly definition: string
  readonly round: number
}

type Maker = (setup: Setup, bound: Bound, known: Known) => readonly Statement[]

const makers: Readonly<Record<Exclude<SetupStep, 'definition'>, Maker>> = {
  areas: ({ areas }, bound) => {
    const all = areas.map(({ area }) => area)
    return chunks('areas', all).map(part => ({ kind: 'areas', ...bound, areas: part }))
  },
  boxes: (setup, bound, known) => {
    const round = listRound(setup, known)
    const all = setup.boxes.map(({ box }) => box)
    return chunks('boxes', all).map(part => ({ kind: 'boxes', ...bound, round, boxes: part }))
  },
  seal: (setup, bound, known) => {
    const ids = setup.boxes.map(({ box }) => `${box.id}\n`).sort()
    const digest = toHex(sha256(new TextEncoder().encode(ids.join(''))))
    return [{ kind: 'seal', ...bound, round: listRound(setup, known), boxes: ids.length, digest }]
  },
  candidacies: ({ candidates }, bound) =>
    candidates.map(({ candidate: { id } }) => ({
      kind: 'candidacy',
      ...bound,
      candidate: id,
      step: 'approved',
    })),
  ballot: (setup, bound, { round = 1, standing }) => [
    { kind: 'ballot', ...bound, round, candidates: ballotOf(setup, standing) },
  ],
  calendar: (setup, bound, { round = 1 }) => {
    const dates = [...datesOf(setup.document, round).values()].map(({ id, date, at }) => ({ id, date, at }))
    return dates.length === 0 ? [] : [{ kind: 'calendar', ...bound, round, dates }]
  },
}

function listRound({ document }: Setup, { round = 1 }: Known): number {
  return document.lists === 'once' ? 0 : round
}

/** A round's list. A candidate keeps the same number in every round. */
function ballotOf({ candidates }: Setup, standing?: readonly string[]): readonly Candidate[] {
  return candidates
    .map(({ candidate }) => candidate)
    .filter(({ id }) => standing?.includes(id) ?? true)
    .sort((a, b) => a.number - b.number)
}
