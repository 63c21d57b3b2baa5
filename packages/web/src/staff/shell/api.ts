import type { Refusal } from '@countersign/election'
import { refuse } from '@countersign/election'

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

/** `GET /election`. */
export interface ElectionNow {
  readonly id: string | null
  readonly origin: string
  readonly vkey: string
  readonly rehearsal: boolean
  /** By language; empty until the definition is recorded. */
  readonly name: Readonly<Record<string, string>>
  readonly rounds: readonly { readonly number: number; readonly date: string }[]
  /** By round: whether its votes are public. */
  readonly released: Readonly<Record<number, boolean>>
  readonly size: number
  /** Entries under the checkpoint. */
  readonly checkpointed: number
  readonly time: number
}

/** One statement's answer of `POST /statements`. */
export interface Sent {
  readonly id?: string
  readonly index?: number
  readonly again?: boolean
  readonly refusal?: { readonly code: string; readonly message: string }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Asks the server that served these pages. `body` is sent as JSON. */
export function ask<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
  return request(path, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  })
}

/** Sends one entry to the record. */
export function sendEntry(entry: Uint8Array): Promise<Answer<{ readonly results: readonly Sent[] }>> {
  return request('statements', {
    method: 'POST',
    body: entry.slice(),
    headers: { 'Content-Type': 'application/cose' },
  })
}

/** Sends a table as it is, in CSV. */
export function putTable(path: string, csv: string): Promise<Answer<unknown>> {
  return request(path, { method: 'PUT', body: csv, headers: { 'Content-Type': 'text/csv; charset=utf-8' } })
}

/** The bytes of one of the record's files; undefined where they could not be had. */
export async function askBytes(path: string): Promise<Uint8Array | undefined> {
  const response = await fetch(new URL(path, serverAddress())).catch(() => undefined)
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
}

/** Where the server is: these pages are below its root, in `staff/`. */
export const serverAddress = () => new URL('..', document.baseURI)

async function request<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(new URL(path, serverAddress()), { credentials: 'same-origin', ...init })
  } catch {
    return { ...refuse('offline', 'The server could not be reached; it is tried again.'), status: 0 }
  }
  const { status } = response
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
  const value = isJson ? await response.json().catch(() => undefined) : await response.text()
  if (response.ok) return { ok: true, value: value as T, status }
  const { code = `http-${status}`, detail = response.statusText, where } = (value ?? {}) as Problem
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return {
    ...refuse(code, detail, where && Object.values(where).join(', ')),
    status,
    ...(Number.isFinite(wait) && { retryAfter: wait }),
  }
}

/** A refusal as RFC 9457 writes it. */
interface Problem {
  readonly code?: string
  readonly detail?: string
  readonly where?: Readonly<Record<string, string | number>>
}
