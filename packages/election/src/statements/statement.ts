import { z } from 'zod'
import { ok, type Result, refuse } from '../result.ts'
import { accredit } from './accredit.ts'
import { amend } from './amend.ts'
import { announce } from './announce.ts'
import { areas } from './areas.ts'
import { attach } from './attach.ts'
import { audit } from './audit.ts'
import { ballot } from './ballot.ts'
import { boxes } from './boxes.ts'
import { calendar } from './calendar.ts'
import { candidacy } from './candidacy.ts'
import { certify } from './certify.ts'
import { close } from './close.ts'
import { closePoll } from './close-poll.ts'
import { commit } from './commit.ts'
import { complaint } from './complaint.ts'
import { confirm } from './confirm.ts'
import { correct } from './correct.ts'
import { countersign } from './countersign.ts'
import { custody } from './custody.ts'
import { declare } from './declare.ts'
import { definition } from './definition.ts'
import { destroy } from './destroy.ts'
import { enrol } from './enrol.ts'
import { event } from './event.ts'
import { extend } from './extend.ts'
import { form } from './form.ts'
import { importKind } from './import.ts'
import { incident } from './incident.ts'
import { issued } from './issued.ts'
import { type Kind, kindKey, type StatementOf } from './kind.ts'
import { merge } from './merge.ts'
import { object } from './object.ts'
import { office } from './office.ts'
import { open } from './open.ts'
import { policy } from './policy.ts'
import { poll } from './poll.ts'
import { recount } from './recount.ts'
import { release } from './release.ts'
import { revoke } from './revoke.ts'
import { ruling } from './ruling.ts'
import { seal } from './seal.ts'
import { software } from './software.ts'
import { supply } from './supply.ts'
import { tally } from './tally.ts'
import { time } from './time.ts'
import { transcript } from './transcript.ts'
import { turnout } from './turnout.ts'
import type { WireMap } from './wire.ts'

/** Every kind of statement. A number, once given, is never another kind's. */
export const kinds = [
  definition,
  areas,
  boxes,
  seal,
  amend,
  calendar,
  extend,
  release,
  supply,
  incident,
  event,
  poll,
  time,
  policy,
  software,
  enrol,
  accredit,
  issued,
  revoke,
  candidacy,
  ballot,
  open,
  turnout,
  closePoll,
  commit,
  form,
  transcript,
  attach,
  countersign,
  object,
  custody,
  merge,
  tally,
  announce,
  complaint,
  ruling,
  recount,
  correct,
  audit,
  declare,
  certify,
  confirm,
  office,
  importKind,
  destroy,
  close,
] as const

/** One signed fact. */
export type Statement = StatementOf<(typeof kinds)[number]>
export type KindName = Statement['kind']
export type StatementNamed<N extends KindName> = Extract<Statement, { readonly kind: N }>

// Each kind's functions take its own statements; the tables below lead each statement to its own kind.
type AnyKind = Kind<Statement>
const byName = new Map<string, AnyKind>(kinds.map(kind => [kind.name, kind as unknown as AnyKind]))
const byNumber = new Map<unknown, AnyKind>(kinds.map(kind => [kind.number, kind as unknown as AnyKind]))

/** The kind of that name. */
export function kindNamed(name: KindName): AnyKind {
  return byName.get(name)!
}

/** The statement as its CBOR map carries it, keys ascending. */
export function toWire(statement: Statement): WireMap {
  return byName.get(statement.kind)!.toWire(statement)
}

/**
 * The statement that a decoded payload states. Text is taken as the strict decoder left it.
 * Refusals: `newer-version` (a kind, key or word of a later program), `statement-schema`.
 */
export function fromWire(map: WireMap): Result<Statement> {
  const number = map.get(kindKey)
  const kind = byNumber.get(number)
  if (kind) return kind.fromWire(map)
  return typeof number === 'number'
    ? refuse('newer-version', `kind ${number} was written by a newer version; update this program`, 'kind')
    : refuse('statement-schema', 'a statement begins with its kind (key 0, a number)', 'kind')
}

/** A statement in its JSON form. */
export const statementSchema = z.discriminatedUnion(
  'kind',
  kinds.map(kind => kind.schema) as never,
) as unknown as z.ZodType<Statement>

/** Refusal `statement-schema`: names the first field that is not as the kind says. */
export function parseStatement(json: unknown): Result<Statement> {
  const name = (json as { readonly kind?: unknown } | null)?.kind
  const kind = typeof name === 'string' ? byName.get(name) : undefined
  if (!kind)
    return refuse('statement-schema', `there is no kind of statement called ${JSON.stringify(name)}`, 'kind')
  const parsed = kind.schema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]!
  const where = issue.path.join('.')
  return refuse(
    'statement-schema',
    `${kind.name}: ${where === '' ? '' : `${where}: `}${issue.message}`,
    where,
  )
}
