import { z } from 'zod'
import { electionFile } from './election-file.ts'
import { tableMap } from './map.ts'

/** The JSON Schemas of the two formats that people write, by the name of their file under docs/schema/. */
export function importSchemas(): Readonly<Record<string, unknown>> {
  return {
    'table-map.json': titled('A map: how a published table is read', tableMap),
    'election-file.json': titled('An election whose published figures are imported', electionFile),
  }
}

function titled(title: string, schema: z.ZodType): unknown {
  return { title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' }) }
}
