import { type Definition, parseStatement, type Result } from '@countersign/election'
import { secondsOf } from './calendar.ts'
import type { SetupDocument } from './document.ts'

/** The log that a definition names: its own, and no other. */
export interface NamedLog {
  readonly origin: string
  readonly vkey: string
}

/**
 * The definition that a document makes. Call it when `problems` lets it be signed.
 * Refusal `statement-schema`: names the field that is still missing or wrong.
 */
export function definitionOf(document: SetupDocument, { origin, vkey }: NamedLog): Result<Definition> {
  const { definition, bodies, rounds, utcOffset } = document
  const parsed = parseStatement({
    kind: 'definition',
    round: 0,
    mode: 'live',
    origin,
    vkey,
    ...definition,
    bodies: bodies.map(({ id, role, name, keys }) => ({ id, role, name, keys })),
    rounds: rounds.map(({ number, date, rule, of, opens, closes }) => ({
      number,
      date,
      rule,
      of,
      ...(opens !== undefined && date !== undefined && { opens: secondsOf(date, opens, utcOffset) }),
      ...(closes !== undefined && date !== undefined && { closes: secondsOf(date, closes, utcOffset) }),
    })),
  })
  return parsed as Result<Definition>
}
