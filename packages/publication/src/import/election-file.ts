import {
  type Area,
  type Ballot,
  type Definition,
  kinds,
  type Name,
  ok,
  type Result,
  refuse,
} from '@countersign/election'
import { z } from 'zod'

/** What a body of an archive is before the record gives it its key. */
export interface Archive {
  readonly id: string
  readonly name: Name
}

/** What people write of a definition: the record's own origin, keys and mode are added when it is made. */
export type WrittenDefinition = Omit<Definition, 'kind' | 'round' | 'origin' | 'vkey' | 'bodies' | 'mode'>
export type WrittenBallot = Pick<Ballot, 'round' | 'candidates'>

/** An election whose published figures are imported: what its tables do not say. */
export interface ElectionFile {
  readonly id: string
  /** Who keeps the archive; not who published the figures. */
  readonly archive: Archive
  readonly definition: WrittenDefinition
  readonly ballots: readonly WrittenBallot[]
  /** The tree from the top: the areas themselves, or the name of a CSV file beside this one. */
  readonly areas: readonly Area[] | string
  /** The tables that ship with it, each with its map, as names of files beside this one. */
  readonly tables: readonly { readonly table: string; readonly map: string }[]
}

const notWritten = ['origin', 'vkey', 'bodies', 'mode']

export const electionFile: z.ZodType<ElectionFile> = z
  .strictObject({
    $schema: z.string().optional(),
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,31}$/)
      .describe('the election, in small letters, digits and hyphens; its record’s origin is made from it'),
    archive: z
      .strictObject({ id: z.string(), name: fieldOf('definition', 'name') as z.ZodType<Name> })
      .default({ id: 'archive', name: { en: 'The archive', fa: 'بایگانی' } }),
    definition: z.strictObject(
      Object.fromEntries(
        Object.keys(fieldsOf('definition'))
          .filter(name => !notWritten.includes(name))
          .map(name => [name, fieldOf('definition', name)]),
      ),
    ),
    ballots: z
      .array(z.strictObject({ round: z.int().min(1), candidates: fieldOf('ballot', 'candidates') }))
      .min(1)
      .describe('each round’s list; a candidate has one number in all of them'),
    areas: z
      .union([fieldOf('areas', 'areas'), z.string().regex(/^[^/\\]+\.csv$/)])
      .describe('the tree from the top: areas, or the name of a CSV file beside this one'),
    tables: z
      .array(z.strictObject({ table: z.string().min(1), map: z.string().min(1) }))
      .default([])
      .describe('the tables that ship with the election, each with its map'),
  })
  .superRefine(({ ballots }, context) => {
    const twice = numberedTwice(ballots as unknown as readonly WrittenBallot[])
    if (twice !== undefined)
      context.addIssue({ code: 'custom', path: ['ballots'], message: `${twice} has two numbers` })
  }) as unknown as z.ZodType<ElectionFile>

/** Refusal `election-file`: names the first place that is not as the format says. */
export function parseElectionFile(json: unknown): Result<ElectionFile> {
  return parse(electionFile, json, 'election-file')
}

/** The value that a schema reads, or a refusal that names each place that is not as the format says. */
export function parse<T>(schema: z.ZodType<T>, json: unknown, code: string): Result<T> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const places = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  )
  return refuse(code, places.join('; '))
}

function fieldsOf(
  name: string,
): Readonly<Record<string, { type: { schema: z.ZodType }; optional: boolean }>> {
  return kinds.find(kind => kind.name === name)!.fields
}

function fieldOf(kind: string, name: string): z.ZodType {
  const { type, optional } = fieldsOf(kind)[name]!
  return optional ? z.exactOptional(type.schema) : type.schema
}

/** A candidate who has different numbers in two rounds: a table's column could not say which is meant. */
function numberedTwice(ballots: readonly WrittenBallot[]): string | undefined {
  const numbers = new Map<string, number>()
  for (const { id, number } of ballots.flatMap(({ candidates }) => candidates)) {
    if ((numbers.get(id) ?? number) !== number) return id
    numbers.set(id, number)
  }
  return undefined
}
