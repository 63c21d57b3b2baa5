import { parseStatement } from '@countersign/election'
import { ok, type Result, refuse } from '@countersign/tlog'
import type { Copy } from './compare.ts'

/**
 * Copies typed from paper, as JSON: `{box, round, figures, serial, code, photograph}` or a list of these; the round is
 * 1 where absent. A figure that is left out is not compared. Refusal: `no-copy`, with what is not as it should be.
 */
export function typedCopies(json: unknown): Result<readonly Copy[]> {
  const copies: Copy[] = []
  for (const one of Array.isArray(json) ? json : [json]) {
    const copy = typedCopy(one as Record<string, unknown> | null)
    if (!copy.ok) return copy
    copies.push(copy.value)
  }
  return ok(copies)
}

/** What may be typed is what a transcript may state. */
function typedCopy(json: Record<string, unknown> | null): Result<Copy> {
  const { round = 1, ...given } = json ?? {}
  const draft = { kind: 'transcript', definition: '00'.repeat(32), copy: 'own', round, ...given }
  const parsed = parseStatement(draft)
  if (!parsed.ok || parsed.value.kind !== 'transcript') {
    const why = parsed.ok ? 'it is a statement' : parsed.refusal.message
    return refuse('no-copy', `${why}. A typed copy is {box, round, figures}.`)
  }
  const { box, figures, serial, code, photograph } = parsed.value
  return ok({
    ...{ sort: 'typed', box, round: parsed.value.round, figures },
    ...(serial !== undefined && { serial }),
    ...(code !== undefined && { code }),
    ...(photograph !== undefined && { photograph }),
  })
}
