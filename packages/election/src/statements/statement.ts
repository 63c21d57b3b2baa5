import { z } from 'zod'
import { ok, type Result, refuse } from '../result.ts'
import { announce } from './announce.ts'
import { areas } from './areas.ts'
import { ballot } from './ballot.ts'
import { boxes } from './boxes.ts'
import { definition } from './definition.ts'
import { enrol } from './enrol.ts'
import { importKind } from './import.ts'
import { type Kind, kindKey, type StatementOf } from './kind.ts'
import type { WireMap } from './wire.ts'

/** Every kind of statement. A number, once given, is never another kind's. */
export const kinds = [definition, areas, boxes, enrol, ballot, announce, importKind] as const

/** One signed fact. */
export type Statement = StatementOf<(typeof kinds)[number]>
export type KindName = Statement['kind']
export type StatementNamed<N extends KindName> = Extract<Statement, { readonly kind: N }>

// Each kind's functions take its own statements; the tables below lead each statement to its own kind.
type AnyKind = Kind<Statement>
const byName = new Map<string, AnyKind>(kinds.map(kind => [kind.name, kind as unknown as AnyKind]))
const byNumber = new Map<unknown, AnyKind>(kinds.map(kind => [kind.number, kind as unknown as AnyKind]))

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
