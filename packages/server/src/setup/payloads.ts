import {
  maySign,
  payloadsOf,
  problems as problemsOf,
  type Setup,
  setupSteps,
  type ToSign,
} from '@countersign/publication/setup'
import { statementId } from '@countersign/record'
import { ok, type Result, refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import type { LiveRecord } from '../record/live-record.ts'
import { currentSetup } from './store.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/setup/payloads',
    operationId: 'createSetupPayloads',
    tags: ['setup'],
    summary:
      'The statements of a step of the setup, to be signed on one’s own device and sent, in this order.',
    middleware: needs('createSetupPayloads', parts),
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.object({
              step: z.enum(setupSteps),
              round: z.number().int().min(1).optional(),
              standing: z
                .array(z.string())
                .optional()
                .openapi({ description: 'in a later round: who stands, by ID; everyone unless given' }),
            }),
          },
        },
      },
    },
    responses: {
      200: {
        description: 'their bytes',
        content: {
          'application/json': {
            schema: z.object({
              payloads: z.array(z.string().openapi({ format: 'byte' })),
              by: z.array(z.string()).openapi({ description: 'of each, the body whose key signs it' }),
            }),
          },
        },
      },
      ...problems,
    },
  })

export function createSetupPayloads(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const { step, round, standing } = c.req.valid('json')
    const setup = await currentSetup(parts)
    if (!setup.ok) return problem(c, setup.refusal)
    const { origin, vkey } = parts.record
    const known = {
      log: { origin, vkey },
      ...(round !== undefined && { round }),
      ...(standing && { standing }),
    }
    const ready = isReady(setup.value, parts.record)
    const made = ready.ok ? payloadsOf(setup.value, step, known) : ready
    if (!made.ok) return problem(c, made.refusal)
    const payloads = made.value as readonly (ToSign & { readonly payload: Uint8Array })[]
    return c.json(
      { payloads: payloads.map(({ payload }) => toBase64(payload)), by: payloads.map(({ by }) => by) },
      200,
    )
  })
}

/** Refusals: `setup-problems`, `setup-changed` (the definition on the record is another one), those of `payloadsOf`. */
function isReady(setup: Setup, { origin, vkey, election }: LiveRecord): Result<undefined> {
  if (!maySign(problemsOf(setup)))
    return refuse(
      'setup-problems',
      'Something in the setup keeps it from being signed. /setup/problems lists it.',
    )
  const definition = payloadsOf(setup, 'definition', { log: { origin, vkey } })
  if (!definition.ok) return definition
  if (!election || statementId(definition.value[0]!.payload) === election.definitionId) return ok(undefined)
  return refuse(
    'setup-changed',
    'The definition on the record is not the one that this setup makes: it was changed after it was signed. Save again what was signed.',
  )
}
