import type { z } from 'zod'
import { ok, type Result, refuse } from '../result.ts'
import { at, type Fields, type Given, Misfit, struct } from './field.ts'
import type { Quorum } from './roles.ts'
import { constant, count, hash, sameAgain } from './values.ts'
import type { WireMap } from './wire.ts'

/** The keys that every statement begins with; a kind's own begin at 3. */
export const kindKey = 0
const definitionKey = 1
const roundKey = 2

/** What a kind's file says about it. */
interface Description<N extends string, F extends Fields> {
  /** From the table; never reused. */
  readonly number: number
  readonly name: N
  /** What it states, in a sentence. */
  readonly states: string
  /** Any one of these gives it force. */
  readonly force: readonly Quorum[]
  readonly fields: F
  readonly example: Given<F> & { readonly round?: number }
  /** What the schema of each field cannot see; says what is wrong, or nothing. */
  readonly rule?: (given: Given<F>) => string | undefined
}

/** The common part of a statement in the domain and in JSON. */
export interface Common<N extends string> {
  readonly kind: N
  /** The definition's statement ID. */
  readonly definition: string
  /** 0 where the statement belongs to no round. */
  readonly round: number
}

export interface Kind<S extends { readonly kind: string }> {
  readonly number: number
  readonly name: S['kind']
  readonly states: string
  readonly force: readonly Quorum[]
  readonly fields: Fields
  readonly schema: z.ZodType<S>
  readonly example: S
  readonly toWire: (statement: S) => WireMap
  readonly fromWire: (map: WireMap) => Result<S>
}

/** The statement that a kind describes. */
export type StatementOf<K> = K extends Kind<infer S> ? S : never

/** A kind of statement, its codec made once from its table of fields. */
export function kind<const N extends string, F extends Fields>(
  description: Description<N, F>,
): Kind<Common<N> & Given<F>> {
  return build(description, true) as Kind<Common<N> & Given<F>>
}

/** The one kind that cannot name a definition, being it. */
export function definitionKind<const N extends string, F extends Fields>(
  description: Description<N, F>,
): Kind<Omit<Common<N>, 'definition'> & Given<F>> {
  return build(description, false) as unknown as Kind<Omit<Common<N>, 'definition'> & Given<F>>
}

const exampleDefinition = '5e'.repeat(32)

function build<N extends string, F extends Fields>(
  description: Description<N, F>,
  belongs: boolean,
): unknown {
  const { number, name, example } = description
  const common = {
    kind: at(kindKey, constant(name, number), 'the kind'),
    ...(belongs && { definition: at(definitionKey, sameAgain(hash), 'the definition’s statement ID') }),
    round: at(roundKey, count, 'the round; 0 where none'),
  }
  const statement = struct({ ...common, ...description.fields })
  return {
    ...description,
    example: { kind: name, ...(belongs && { definition: exampleDefinition }), round: 0, ...example },
    schema: ruled(statement.schema, description.rule as ((given: unknown) => string | undefined) | undefined),
    toWire: statement.write,
    fromWire: (map: WireMap) => {
      const given = statement.read(map)
      if (given instanceof Misfit) return misfit(name, given)
      const wrong = description.rule?.(given as unknown as Given<F>)
      return wrong === undefined ? ok(given) : refuse('statement-schema', `${name}: ${wrong}`)
    },
  }
}

function ruled(schema: z.ZodType, rule: ((given: unknown) => string | undefined) | undefined): z.ZodType {
  if (rule === undefined) return schema
  return schema.superRefine((given, context) => {
    const wrong = rule(given)
    if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong })
  })
}

function misfit(name: string, { path, expected, newer }: Misfit): Result<never> {
  return newer
    ? refuse('newer-version', `${name}: ${path} was written by a newer version; update this program`, path)
    : refuse('statement-schema', `${name}: ${path} was expected to be ${expected}`, path)
}
