import type { AddressInfo } from 'node:net'
import { ok, type Result, refuse } from '@countersign/tlog'
import { openWitness, type WitnessAnswer, type WitnessOptions } from '@countersign/tlog/node'
import { createAdaptorServer } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

export type RunningWitness = {
  readonly address: string
  readonly name: string
  /** For the policies of those who trust it. */
  readonly vkey: string
  close(): Promise<void>
}

/** Answers logs that ask for cosignatures (C2SP tlog-witness). Refusals: `port`, and those of `openWitness`. */
export async function serveWitness(
  dir: string,
  { port = 0, host, ...options }: WitnessOptions & { readonly port?: number; readonly host?: string },
): Promise<Result<RunningWitness>> {
  const opened = await openWitness(dir, options)
  if (!opened.ok) return opened
  const witness = opened.value
  const app = new Hono()
  const give = (c: Context, { status, body, type = 'text/plain; charset=utf-8' }: WitnessAnswer) =>
    c.body(body, status as 200, { 'Content-Type': type })
  app.post('/add-checkpoint', bodyLimit({ maxSize: 64 << 10 }), async c =>
    give(c, await witness.add(new Uint8Array(await c.req.arrayBuffer()))),
  )
  app.get('/:log/checkpoint', async c => {
    c.header('Access-Control-Allow-Origin', '*')
    return give(c, await witness.checkpoint(c.req.param('log')))
  })
  app.get('/', c => c.text(`${witness.name}\n${witness.vkey}\n`))
  const server = createAdaptorServer({ fetch: app.fetch })
  const error = await new Promise<NodeJS.ErrnoException | undefined>(done => {
    server.once('error', done)
    const listening = () => done(undefined)
    if (host === undefined) server.listen(port, listening)
    else server.listen(port, host, listening)
  })
  if (error) return refuse('port', `Port ${port} cannot be used (${error.code}). Choose another.`, { port })
  return ok({
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    name: witness.name,
    vkey: witness.vkey,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  })
}
