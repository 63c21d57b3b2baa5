import { type Outcome, type RoundTally, tally } from '@countersign/election'
import { payloadOf } from '@countersign/record'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot, round } from '../rounds/round.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/desk/declaration',
    operationId: 'readDeclaration',
    tags: ['desk'],
    summary: 'The result of a round as the record has it, as the statement that the authority signs.',
    middleware: needs('readDeclaration', parts),
    request: {
      query: z.object({ round, total: z.enum(['preliminary', 'reconciled']).default('reconciled') }),
    },
    responses: {
      200: {
        description: 'the statement: version of the record, totals, outcome',
        content: {
          'application/json': {
            schema: z
              .object({
                payload: z.string().openapi({ format: 'byte' }),
                outcome: z.string(),
                candidates: z.array(z.string()),
                boxes: z.record(z.string(), z.number().int()).openapi({ description: 'by state' }),
                treeSize: z.number().int(),
              })
              .openapi('DeclarationToSign'),
          },
        },
      },
      ...problems,
    },
  })

export function readDeclaration(app: App, parts: Parts): void {
  app.openapi(route(parts), c => {
    const { round: number, total } = c.req.valid('query')
    const election = parts.record.election
    const ballot = election?.rounds.get(number)?.ballot.statement
    if (!election || !ballot) return problem(c, noBallot(number))
    const counted = tally(election, { round: number, total }).rounds[0]!
    const treeSize = election.size
    const outcome = statedOutcome(counted.outcome)
    const votes = Object.fromEntries(
      ballot.candidates.map(({ id, number }) => [number, counted.candidates[id] ?? 0]),
    )
    const figures = { ...wholeFigures(counted), votes }
    const payload = payloadOf({
      ...{
        kind: 'declare',
        definition: election.definitionId,
        round: number,
        treeSize,
        figures,
        outcome,
        total,
      },
    })
    if (!payload.ok) return problem(c, payload.refusal)
    const { state, candidates } = outcome
    return c.json(
      {
        payload: toBase64(payload.value),
        outcome: state,
        candidates: [...candidates],
        boxes: { ...counted.boxes },
        treeSize,
      },
      200,
    )
  })
}

function wholeFigures({ taken, invalid, valid, issued }: RoundTally) {
  const given = Object.entries({ taken, invalid, valid, issued }).filter(([, figure]) => figure !== null)
  return Object.fromEntries(given) as Readonly<Record<string, number>>
}

/** Nobody is named where nobody is elected and nobody goes on. */
function statedOutcome(outcome: Outcome | null): {
  readonly state: Outcome['state']
  readonly candidates: readonly string[]
} {
  if (outcome?.state === 'elected') return { state: 'elected', candidates: [outcome.candidate] }
  if (outcome?.state === 'runOff') return { state: 'runOff', candidates: outcome.between }
  return { state: outcome?.state ?? 'undecided', candidates: [] }
}
