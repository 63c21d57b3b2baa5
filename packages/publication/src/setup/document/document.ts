import { type Area, type Definition, kinds, type Name, ok, type Result } from '@countersign/election'
import { z } from 'zod'
import { parse } from '../../import/election-file.ts'

/** A body before all its keys are known: each is made on a device of its own and comes in later. */
export interface SetupBody {
  readonly id: string
  readonly role: Definition['bodies'][number]['role']
  readonly name: Name
  readonly keys: readonly {
    /** Ed25519 public key, 32 bytes in hexadecimal. */
    readonly key?: string
    readonly card: string
  }[]
}

/** A round as people write it: its hours are those of the clock on the wall (`utcOffset`). */
export interface SetupRound {
  readonly number: number
  readonly date?: string
  readonly rule: Definition['rounds'][number]['rule']
  readonly of: Definition['rounds'][number]['of']
  /** `08:00` */
  readonly opens?: string
  /** `18:00`; midnight at the end of the day is `24:00`. */
  readonly closes?: string
}

/** A day that somebody has decided, rather than a calendar rule. */
export interface SetupDate {
  readonly round: number
  readonly id: string
  readonly date: string
  readonly time?: string
}

/** Where a default comes from. `U`, not verified, ships as a default and never as law. */
export interface Source {
  /** The path of the field in this document. */
  readonly field: string
  readonly mark: 'L' | 'P' | 'U'
  readonly says: Name
}

/** What a template leaves open is absent; `problems` says what is still missing. */
export type SetupDefinition = Partial<
  Omit<Definition, 'kind' | 'round' | 'mode' | 'origin' | 'vkey' | 'bodies' | 'rounds' | 'publishedBy'>
>

/** An election before its definition is signed: what its authority writes, beside the tables of places and people. */
export interface SetupDocument {
  readonly definition: SetupDefinition
  readonly bodies: readonly SetupBody[]
  readonly rounds: readonly SetupRound[]
  /** Of the polling places' clocks, `+03:30`. */
  readonly utcOffset: string
  /** The day from which the calendar's rules count, such as that of a vacancy. */
  readonly trigger?: string
  readonly dates: readonly SetupDate[]
  /** Areas above those of the tables, such as the country itself. */
  readonly areas: readonly Area[]
  /** Whether one list of boxes serves every round, or each round has its own, with its own serials. */
  readonly lists: 'once' | 'eachRound'
  readonly sources: readonly Source[]
}

const definitionFields = fieldsOf('definition')
const bodyFields = definitionFields.bodies!.type.parts!
const roundFields = definitionFields.rounds!.type.parts!
const bodyKeyFields = bodyFields.keys!.type.parts!
const writtenElsewhere = [
  'kind',
  'round',
  'mode',
  'origin',
  'vkey',
  'bodies',
  'rounds',
  'publishedBy',
  'boxes',
]

const date = roundFields.date!.type.schema
const hour = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected: an hour such as 08:00')
const round = z.int().min(0).max(16)
const most = 64

/** The JSON form of a setup document. Everything that is given is well formed; much may still be absent. */
export const setupDocument: z.ZodType<SetupDocument> = z.strictObject({
  $schema: z.string().optional(),
  definition: z.strictObject(
    Object.fromEntries(
      Object.entries(definitionFields)
        .filter(([name]) => !writtenElsewhere.includes(name))
        .map(([name, { type }]) => [name, z.exactOptional(type.schema)]),
    ),
  ),
  bodies: z
    .array(
      z.strictObject({
        id: bodyFields.id!.type.schema,
        role: bodyFields.role!.type.schema,
        name: bodyFields.name!.type.schema,
        keys: z
          .array(
            z.strictObject({
              key: z.exactOptional(bodyKeyFields.key!.type.schema),
              card: bodyKeyFields.card!.type.schema,
            }),
          )
          .max(most),
      }),
    )
    .max(most),
  rounds: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(16),
        date: z.exactOptional(date),
        rule: roundFields.rule!.type.schema,
        of: roundFields.of!.type.schema,
        opens: z.exactOptional(hour),
        closes: z.exactOptional(hour),
      }),
    )
    .max(16),
  utcOffset: z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'expected: an offset such as +03:30'),
  trigger: z.exactOptional(date),
  dates: z
    .array(z.strictObject({ round, id: bodyFields.id!.type.schema, date, time: z.exactOptional(hour) }))
    .max(256),
  areas: fieldsOf('areas').areas!.type.parts
    ? z.array((fieldsOf('areas').areas!.type.schema as z.ZodArray).element).max(most)
    : z.never(),
  lists: z.enum(['once', 'eachRound']),
  sources: z
    .array(
      z.strictObject({
        field: z.string().max(100),
        mark: z.enum(['L', 'P', 'U']),
        says: bodyFields.name!.type.schema,
      }),
    )
    .max(256),
}) as unknown as z.ZodType<SetupDocument>

/** Refusal `setup-document`: names each place that is not as the format says. */
export function parseSetupDocument(json: unknown): Result<SetupDocument> {
  const parsed = parse(setupDocument, json, 'setup-document')
  return parsed.ok ? ok(parsed.value) : parsed
}

function fieldsOf(kind: string) {
  return kinds.find(({ name }) => name === kind)!.fields
}
