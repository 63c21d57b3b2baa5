import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { isRehearsal } from '@countersign/election'
import { ok, type Policy, parsePolicy, type Refusal, type Result, refuse } from '@countersign/tlog'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import { type OpenDatabase, openDatabase } from './database/open.ts'
import { events } from './events/events.ts'
import { metrics } from './health/metrics.ts'
import { type Say, sayTo } from './health/say.ts'
import type { App } from './http/app.ts'
import { makeCode } from './invitations/code.ts'
import { type LimitOptions, limitsFrom } from './limits/limits.ts'
import type { Parts } from './parts.ts'
import { type Publisher, publishing } from './publishing/publishing.ts'
import { type LiveRecord, openLiveRecord } from './record/live-record.ts'
import { challenges } from './sessions/challenges.ts'
import { hashOf } from './sessions/session.ts'
import { askWitnesses } from './witness/ask.ts'

export type ServerOptions = {
  /** The data folder: `record/`, `database/` and `site/` are in it, or are made there. */
  readonly data: string
  /** 0, the default, is any that is free. */
  readonly port?: number
  /** Default: every address of the machine. */
  readonly host?: string
  /** Files in PEM. */
  readonly tls?: { readonly cert: string; readonly key: string }
  /** The address at which people reach the server, where a proxy stands before it. */
  readonly address?: string
  /** The name of the log that is to be made where there is no record; of a rehearsal one is made up. */
  readonly origin?: string
  /** Only rehearsals, whose origin begins with `rehearsal.`; without it, only real elections. */
  readonly rehearsal?: boolean
  /** PostgreSQL; without it PGlite in the data folder. */
  readonly databaseUrl?: string | undefined
  /** One that is open already; whoever opened it closes it. */
  readonly database?: OpenDatabase
  /** The folder of the staff applications. */
  readonly staff?: string | undefined
  /** Makes the site; without it nothing is published. */
  readonly publisher?: Publisher | undefined
  /** Milliseconds between two publications. Default a minute. */
  readonly publishEvery?: number
  readonly limits?: LimitOptions
  readonly unasked?: boolean
  readonly takeOver?: boolean
  readonly threads?: number
  /** Milliseconds. */
  readonly now?: () => number
  readonly random?: (bytes: number) => Uint8Array
  /** Hears what the server says of itself: lines of JSON. */
  readonly write?: (line: string) => void
  readonly progress?: (entries: number, of: number) => void
}

export type RunningServer = {
  readonly address: string
  readonly app: App
  readonly record: LiveRecord
  /** The code that begins the first session; undefined where there is a definition. */
  readonly setupCode: string | undefined
  readonly database: { readonly engine: string; readonly durable: boolean }
  /** Resolves with the reason when nothing more can be recorded until the server is started again. */
  readonly halted: Promise<Refusal>
  /** Finishes what was taken, publishes a checkpoint over it, and stops. */
  close(): Promise<Result<undefined>>
}

/**
 * Opens the data folder and answers requests. Refusals: `rehearsal` or `not-a-rehearsal` where the record is of the
 * other sort, `port`, `tls`, those of `openLiveRecord` and of `openDatabase`.
 */
export async function startServer(options: ServerOptions): Promise<Result<RunningServer>> {
  const { now = Date.now, random = bytes => new Uint8Array(randomBytes(bytes)), write = () => {} } = options
  const data = resolve(options.data)
  const say = sayTo(write, now)
  mkdirSync(join(data, 'site'), { recursive: true })
  const tls = readTls(options.tls)
  if (!tls.ok) return tls
  const named = originOf(options, random)
  if (!named.ok) return named
  const halting = Promise.withResolvers<Refusal>()
  let running: LiveRecord | undefined
  const record = await openLiveRecord(join(data, 'record'), {
    now,
    ...(named.value !== undefined && { origin: named.value }),
    ...(options.limits?.quotas && { quotas: options.limits.quotas }),
    ...(options.limits?.waiting !== undefined && { mostWaiting: options.limits.waiting }),
    ...pick(options, 'takeOver', 'unasked', 'threads', 'progress'),
    onRefusal(refusal) {
      say('log-refused', refusal, 'error')
      if (running?.halted) halting.resolve(running.halted)
    },
  })
  if (!record.ok) return record
  running = record.value
  const sort = sortOf(record.value.origin, options.rehearsal === true)
  const opened = sort.ok ? await databaseOf(options, data) : sort
  if (!opened.ok) {
    await record.value.close()
    return opened
  }
  const parts = partsOf({
    options,
    record: record.value,
    opened: opened.value,
    data,
    say,
    now,
    random,
    tls: tls.value,
  })
  const app = createApp(parts.parts)
  const listening = await listen(app, options, tls.value)
  if (!listening.ok) {
    await record.value.close()
    await opened.value.close()
    return listening
  }
  const { server, port } = listening.value
  const address = options.address ?? `${tls.value ? 'https' : 'http'}://localhost:${port}`
  parts.listensAt(address)
  const site = publishing({
    record: record.value,
    publisher: options.publisher,
    every: options.publishEvery ?? 60_000,
    events: parts.parts.events,
    metrics: parts.parts.metrics,
    say,
  })
  const policy = await policyOf(join(data, 'record'))
  const witnesses = policy && askWitnesses({ record: record.value, policy, say })
  say('started', {
    address,
    origin: record.value.origin,
    size: record.value.size,
    database: opened.value.engine,
  })

  return ok({
    address,
    app,
    record: record.value,
    setupCode: parts.setupCode,
    database: { engine: opened.value.engine, durable: opened.value.durable },
    halted: halting.promise,
    async close() {
      say('stopping')
      const ended = new Promise<void>(done => server.close(() => done()))
      await witnesses?.close()
      const closed = await record.value.close()
      await site.close()
      // What is left are connections that wait for events, or for nothing.
      if ('closeAllConnections' in server) server.closeAllConnections()
      await ended
      await opened.value.close()
      say('stopped')
      return closed
    },
  })
}

async function policyOf(folder: string): Promise<Policy | undefined> {
  const text = await readFile(join(folder, 'policy.txt')).catch(() => undefined)
  const policy = text && parsePolicy(text)
  return policy?.ok ? policy.value : undefined
}

async function databaseOf(
  { database, databaseUrl }: ServerOptions,
  data: string,
): Promise<Result<OpenDatabase>> {
  if (database) return ok({ ...database, close: async () => {} })
  return openDatabase({ url: databaseUrl, folder: join(data, 'database') })
}

type Tls = { readonly cert: Buffer; readonly key: Buffer }

function readTls(tls: ServerOptions['tls']): Result<Tls | undefined> {
  if (!tls) return ok(undefined)
  try {
    return ok({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) })
  } catch (error) {
    return refuse(
      'tls',
      `The certificate or its key cannot be read: ${(error as Error).message}. Name both files, in PEM.`,
    )
  }
}

function originOf(
  { origin, rehearsal }: ServerOptions,
  random: (bytes: number) => Uint8Array,
): Result<string | undefined> {
  if (origin === undefined)
    return ok(rehearsal ? `rehearsal.${Buffer.from(random(4)).toString('hex')}.localhost` : undefined)
  const sort = sortOf(origin, rehearsal === true)
  return sort.ok ? ok(origin) : sort
}

/** A rehearsal and a real election are never served by mistake for one another. */
function sortOf(origin: string, rehearsal: boolean): Result<undefined> {
  if (isRehearsal(origin) === rehearsal) return ok(undefined)
  return rehearsal
    ? refuse(
        'not-a-rehearsal',
        `${origin} is the log of a real election. Run it without --rehearsal, or rehearse in another folder.`,
      )
    : refuse('rehearsal', `${origin} is the log of a rehearsal. Run it with --rehearsal.`)
}

type Making = {
  readonly options: ServerOptions
  readonly record: LiveRecord
  readonly opened: OpenDatabase
  readonly data: string
  readonly say: Say
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly tls: Tls | undefined
}

function partsOf({ options, record, opened, data, say, now, random, tls }: Making) {
  let address = ''
  let spent = false
  const setupCode = record.election ? undefined : makeCode(random(28))
  const hash = setupCode && hashOf(setupCode)
  const hub = events()
  const parts: Parts = {
    record,
    database: opened.database,
    now,
    random,
    challenges: challenges(now, random),
    setupCode: () => (spent || record.election ? undefined : hash),
    spendSetupCode() {
      spent = true
    },
    address: () => address,
    secure: tls !== undefined || options.address?.startsWith('https:') === true,
    proxied: options.address !== undefined,
    limits: limitsFrom(options.limits ?? {}, now),
    events: hub,
    metrics: metrics({
      countersign_record_size: ['Entries recorded', () => record.size],
      countersign_checkpoint_size: ['Entries under the published checkpoint', () => record.published],
      countersign_signatures_waiting: ['Signatures that wait to be checked', () => record.waiting],
      countersign_event_listeners: ['Pages that listen to events', () => hub.listeners],
    }),
    say,
    site: join(data, 'site'),
    staff: options.staff,
    sealed: join(data, 'sealed'),
  }
  record.onPublished(size => {
    hub.tell({ name: 'checkpoint', size })
    say('checkpoint', { size })
  })
  const listensAt = (at: string) => {
    address = at
  }
  return { parts, setupCode, listensAt }
}

type Listening = { readonly server: ReturnType<typeof createAdaptorServer>; readonly port: number }

function listen(
  app: App,
  { port = 0, host }: ServerOptions,
  tls: Tls | undefined,
): Promise<Result<Listening>> {
  const server = tls
    ? createAdaptorServer({ fetch: app.fetch, createServer: createTlsServer, serverOptions: { ...tls } })
    : createAdaptorServer({ fetch: app.fetch })
  return new Promise(done => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      done(refuse('port', `Port ${port} cannot be used (${error.code}). Choose another.`, { port })),
    )
    const listening = () => done(ok({ server, port: (server.address() as AddressInfo).port }))
    if (host === undefined) server.listen(port, listening)
    else server.listen(port, host, listening)
  })
}

function pick<T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.flatMap(key => (from[key] === undefined ? [] : [[key, from[key]]]))) as Pick<
    T,
    K
  >
}
