import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { App } from '../http/app.ts'
import type { Parts } from '../parts.ts'

const route = createRoute({
  method: 'get',
  path: '/events',
  operationId: 'readEvents',
  tags: ['election'],
  summary: 'Checkpoints and publications as they come (server-sent events).',
  description: 'Events `checkpoint` {size} and `published` {size}; the first tells where the record is now.',
  responses: { 200: { description: 'never ends', content: { 'text/event-stream': { schema: z.string() } } } },
})

/** So often a comment is sent, so that nothing between takes the connection for dead: milliseconds. */
const beat = 25_000

export function readEvents(app: App, { record, events }: Parts): void {
  app.openapi(route, c => {
    // Some proxies keep an answer until it ends.
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async stream => {
      const send = (event: string, data: object) => stream.writeSSE({ event, data: JSON.stringify(data) })
      const leave = events.hear(({ name, ...data }) => void send(name, data))
      stream.onAbort(leave)
      await send('checkpoint', { size: record.published })
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(beat)
        await stream.write(': still here\n\n')
      }
    }) as never
  })
}
