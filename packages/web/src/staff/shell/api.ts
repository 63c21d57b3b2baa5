import { type Refusal, refuse } from '@countersign/election'
import createClient from 'openapi-fetch'
import type { components, paths } from './api-types.ts'

/** What the server answered; `status` 0 and the code `offline` where nothing did. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly status: number }
  | {
      readonly ok: false
      readonly refusal: Refusal
      readonly status: number
      /** Seconds after which the server wants to be asked again. */
      readonly retryAfter?: number
    }

export type ElectionNow = components['schemas']['Election']
export type PlacePack = components['schemas']['PlacePack']
export type Placed = components['schemas']['Placed']

/** The server, its paths, questions and answers as its own description has them: `answered(server.GET('/election'))`. */
export const server = createClient<paths>({
  baseUrl: globalThis.document ? serverAddress().href.replace(/\/$/, '') : '',
  credentials: 'same-origin',
})

/** Where the server is: these pages are below its root, in `staff/`. */
export function serverAddress(): URL {
  return new URL('..', document.baseURI)
}

/** An answer or a refusal; a server that cannot be reached is a refusal, too. */
export async function answered<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<Answer<T>> {
  const heard = await asked.catch(() => undefined)
  if (heard === undefined) return unreachable
  const { data, error, response } = heard
  if (response.ok) return { ok: true, value: data as T, status: response.status }
  return refusalOf(response, error)
}

export const unreachable = {
  ...refuse('offline', 'The server could not be reached; it is tried again.'),
  status: 0,
} as const

/** Sends one entry to the record. */
export async function sendEntry(entry: Uint8Array): Promise<Answer<Placed>> {
  const answer = await answered(
    server.POST('/statements', {
      // The description says binary; what is sent are the bytes themselves.
      body: entry as never,
      bodySerializer: bytes => (bytes as unknown as Uint8Array).slice(),
      headers: { 'Content-Type': 'application/cose' },
    }),
  )
  if (!answer.ok) return answer
  const [result] = answer.value.results
  if (result !== undefined && 'index' in result) return { ...answer, value: result }
  const { code, message } = result?.refusal ?? { code: 'malformed', message: 'The server gave no answer.' }
  return { ...refuse(code, message), status: 422 }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Asks by a path that is put together; `body` is sent as JSON. Where the path is known, `server` knows its types. */
export function ask<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
  return request(path, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  })
}

/** Sends a table as it is, in CSV. */
export function putTable(path: string, csv: string): Promise<Answer<unknown>> {
  return request(path, { method: 'PUT', body: csv, headers: { 'Content-Type': 'text/csv; charset=utf-8' } })
}

async function request<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const asked = fetch(new URL(path, serverAddress()), { credentials: 'same-origin', ...init })
  const response = await asked.catch(() => undefined)
  if (response === undefined) return unreachable
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
  const value = isJson ? await response.json().catch(() => undefined) : await response.text()
  return response.ok ? { ok: true, value: value as T, status: response.status } : refusalOf(response, value)
}

/** The bytes of one of the record's files; undefined where they could not be had. */
export async function askBytes(path: string): Promise<Uint8Array | undefined> {
  const response = await fetch(new URL(path, serverAddress())).catch(() => undefined)
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
}

/** A refusal as RFC 9457 writes it. */
export function refusalOf(response: Response, problem: unknown): Answer<never> {
  const { status, statusText, headers } = response
  const { code = `http-${status}`, detail = statusText, where } = (problem ?? {}) as Partial<Problem>
  const wait = Number(headers.get('Retry-After') ?? Number.NaN)
  return {
    ...refuse(code, detail, where && Object.values(where).join(', ')),
    status,
    ...(Number.isFinite(wait) && { retryAfter: wait }),
  }
}

type Problem = components['schemas']['Problem']
