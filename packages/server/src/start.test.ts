import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok } from '@countersign/tlog'
import { afterEach, expect, test } from 'vitest'
import { formOf } from './fixtures/election.ts'
import { aMorning, aServer, sendTo, type TestServer } from './fixtures/server.ts'
import { startServer } from './start.ts'

const servers: TestServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end()
})
const kept = <S extends TestServer>(server: S): S => {
  servers.push(server)
  return server
}

// threat: flooding
test('limits: a body too large, an address that sends too much, each with what to do', async () => {
  const { server, election } = await aMorning({
    limits: { entries: 200_000, writes: { burst: 3, perSecond: 0.001 } },
  })
  kept(server)
  const large = await fetch(`${server.address}/statements`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/vnd.countersign.entries' },
    body: new Uint8Array(200_001),
  })
  expect([large.status, (await large.json()).code]).toEqual([413, 'too-large'])
  const entry = await election.entry({ kind: 'open', box: 'b1', inBox: 0 }, ...election.staff('b1'))
  expect((await server.send(entry)).status).toBe(200)
  const { status, headers, body } = await sendTo(server.address, [entry])
  expect([status, body.code]).toEqual([429, 'too-many'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(900)
})

test('behind a proxy each sender has an allowance of its own, whatever it claims', async () => {
  const limits = { tries: { burst: 2, perSecond: 0.001 } }
  const server = kept(await aServer({ address: 'https://results.example', limits }))
  expect(server.address).toBe('https://results.example')
  const ask = async (forwarded: string) => {
    const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': forwarded }
    const body = JSON.stringify({ kid: '00'.repeat(8) })
    return (await server.app.request('/sessions/challenges', { method: 'POST', headers, body })).status
  }
  const claims = ['192.0.2.1', '10.9.8.7, 192.0.2.1', '10.1.1.1, 192.0.2.1', '192.0.2.2']
  const statuses: number[] = []
  for (const claim of claims) statuses.push(await ask(claim))
  expect(statuses).toEqual([200, 200, 429, 200])
})

test('a request that cannot be read is refused with what is expected, not with a stack', async () => {
  const { server } = await aMorning()
  kept(server)
  const asked = [
    ['/sessions', { kid: 'x' }],
    ['/sessions/challenges', undefined],
    ['/statements', {}],
    ['/statements/xyz', undefined],
  ] as const
  for (const [path, json] of asked) {
    const { status, headers, body } = await server.ask(path, {
      method: path === '/statements/xyz' ? 'GET' : 'POST',
      json,
    })
    expect([path, status, headers.get('content-type')]).toEqual([path, 400, 'application/problem+json'])
    expect(body).toMatchObject({ type: 'about:blank', status: 400, code: 'malformed' })
  }
  expect((await server.ask('/nothing/here')).body).toMatchObject({ status: 404, code: 'not-found' })
})

test('the record is public at once, its keys and its heads never', async () => {
  const { server } = await aMorning()
  kept(server)
  await expect.poll(() => server.record.published, { timeout: 5000 }).toBe(server.record.size)
  const checkpoint = await server.ask('/record/checkpoint')
  expect(checkpoint.body).toMatch(`${server.record.origin}\n${server.record.size}\n`)
  expect(checkpoint.headers.get('access-control-allow-origin')).toBe('*')
  for (const path of [
    'keys/log.skey',
    'heads/holder',
    '%6beys/log.skey',
    '../record/keys/log.skey',
    'tile/../keys/log.skey',
  ])
    expect([path, (await server.ask(`/record/${path}`)).status]).toEqual([path, 404])
})

test('the site is made when there is something to show, pages are told, and requests do not wait for it', async () => {
  const made: number[] = []
  let finish: () => void = () => {}
  const publisher = async () => {
    const size = server.record.published
    await new Promise<void>(done => {
      finish = done
    })
    made.push(size)
    mkdirSync(join(server.data, 'site/en'), { recursive: true })
    writeFileSync(join(server.data, 'site/en/index.html'), `size ${size}`)
    return ok({ size })
  }
  const { server, election } = await aMorning({ publisher, publishEvery: 50 })
  kept(server)
  const heard: string[] = []
  const ending = new AbortController()
  const listening = listen(`${server.address}/events`, ending.signal, line => heard.push(line))
  await expect.poll(() => server.record.published, { timeout: 5000 }).toBe(server.record.size)
  const entry = await election.entry({ kind: 'open', box: 'b1', inBox: 0 }, ...election.staff('b1'))
  expect((await server.send(entry)).status).toBe(200)
  await expect
    .poll(
      () => {
        finish()
        return made.at(-1)
      },
      { timeout: 8000 },
    )
    .toBe(server.record.size)
  const { size } = server.record
  await expect
    .poll(() => heard.join(''), { timeout: 5000 })
    .toContain(`event: published\ndata: {"size":${size}}`)
  expect(heard.join('')).toContain('event: checkpoint')
  expect((await server.ask('/en/')).body).toBe(`size ${size}`)
  ending.abort()
  await listening
})

async function listen(url: string, signal: AbortSignal, hear: (text: string) => void): Promise<void> {
  try {
    const response = await fetch(url, { signal })
    for await (const chunk of response.body!) hear(new TextDecoder().decode(chunk))
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

test('a rehearsal and a real election are not served for one another', async () => {
  const rehearsal = kept(await aServer({ rehearsal: true }))
  const about = (await rehearsal.ask('/election')).body
  expect(about).toMatchObject({ rehearsal: true, origin: 'rehearsal.example', id: null, size: 0 })
  await rehearsal.close()
  const asReal = await startServer({ data: rehearsal.data, unasked: true })
  expect(!asReal.ok && asReal.refusal.code).toBe('rehearsal')
  const named = await startServer({ data: rehearsal.data, origin: 'election.example', rehearsal: true })
  expect(!named.ok && named.refusal.code).toBe('not-a-rehearsal')
})

test('health, metrics and a log of one list', async () => {
  const lines: string[] = []
  const { server, election } = await aMorning({ write: line => lines.push(line) })
  kept(server)
  await server.send(await election.entry(formOf('b1'), ...election.staff('b1')))
  expect((await server.ask('/health')).body).toMatchObject({
    ok: true,
    database: true,
    record: { waiting: 0 },
  })
  const { body } = await server.ask('/metrics')
  expect(body).toContain(`countersign_record_size ${server.record.size}`)
  expect(body).toContain('countersign_entries_refused_total{code="not-before-release"} 1')
  const said = lines.map(line => JSON.parse(line))
  expect(said[0]).toMatchObject({ level: 'info', event: 'started', origin: server.record.origin })
  expect(said.find(({ event }) => event === 'refused')).toMatchObject({
    level: 'warning',
    code: 'not-before-release',
  })
  expect(lines.join('')).not.toMatch(/session=|"votes"/)
})

test('while it stops it finishes what it took; what comes later is told to come again', async () => {
  const { server, election } = await aMorning()
  kept(server)
  const entries = await Promise.all(
    ['b1', 'b2'].map(box => election.entry({ kind: 'open', box, inBox: 0 }, ...election.staff(box))),
  )
  const sent = server.record.take(entries)
  const closing = server.record.close()
  const late = await server.record.take(entries.slice(0, 1))
  expect((await sent).map(result => result.ok)).toEqual([true, true])
  expect(late[0]).toMatchObject({ ok: false, refusal: { code: 'stopping' } })
  expect((await closing).ok).toBe(true)
  expect(server.record.published).toBe(server.record.size)
})

test('over TLS, and its cookie is then sent over nothing else', async ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-tls-'))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ed25519',
        '-nodes',
        '-subj',
        '/CN=localhost',
        '-keyout',
        key,
        '-out',
        cert,
        '-days',
        '1',
      ],
      { stdio: 'ignore' },
    )
  } catch {
    skip('no openssl on this machine, to make a certificate')
  }
  const server = kept(await aServer({ tls: { cert, key } }))
  expect(server.address).toMatch(/^https:/)
  const status = await new Promise((done, fail) => {
    request(`${server.address}/health`, { ca: readFileSync(cert) }, response => done(response.statusCode))
      .on('error', fail)
      .end()
  })
  expect(status).toBe(200)
  const missing = await startServer({ data: folder, tls: { cert: join(folder, 'none'), key } })
  expect(!missing.ok && missing.refusal.code).toBe('tls')
  rmSync(folder, { recursive: true })
})
