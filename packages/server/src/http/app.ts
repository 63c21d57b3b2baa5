import { refuse } from '@countersign/tlog'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { SessionPerson } from '../sessions/person.ts'
import { problem } from './problem.ts'

/** What a request has been found to carry. */
export type Asked = {
  Variables: {
    session: { readonly person: SessionPerson; readonly expires: number }
    /** The address that it comes from. */
    from: string
  }
}

export type App = OpenAPIHono<Asked>

/** An application without routes, whose refusals of malformed requests are like all others. */
export function emptyApp(): App {
  return new OpenAPIHono<Asked>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const [issue] = result.error.issues
      const field = issue?.path.join('.') ?? ''
      const message = `${field === '' ? 'The request' : field}: ${issue?.message ?? 'malformed'}. /openapi.json says what is expected.`
      return problem(c, refuse('malformed', message, { field }).refusal)
    },
  })
}
