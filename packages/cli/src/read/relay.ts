import { ok, type Result, refuse } from '@countersign/tlog'

/** What a server said of one statement. */
export type Relayed =
  | { readonly id: string; readonly index: number; readonly again: boolean }
  | { readonly refusal: { readonly code: string; readonly message: string } }

/** Entries one after the other, each with its length before it, as tiles and relays hold them. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap(entry => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]),
  )
}

/** Entries that are sent at once: a server takes no endless request. */
const together = 64

/**
 * Sends statements to a server. One that the server refuses is an answer like others. Refusals: `unreachable`, and the
 * server’s own of a whole request.
 */
export async function relay(
  server: string,
  entries: readonly Uint8Array[],
): Promise<Result<readonly Relayed[]>> {
  const url = `${server.replace(/\/$/, '')}/statements`
  const relayed: Relayed[] = []
  for (let at = 0; at < entries.length; at += together) {
    const sent = await send(url, entries.slice(at, at + together))
    if (!sent.ok) return sent
    relayed.push(...sent.value)
  }
  return ok(relayed)
}

async function send(url: string, entries: readonly Uint8Array[]): Promise<Result<readonly Relayed[]>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.countersign.entries' },
      body: new Uint8Array(bundleOf(entries)),
    })
    const body = (await response.json()) as Partial<{
      results: readonly Relayed[]
      code: string
      detail: string
    }>
    if (body.results) return ok(body.results)
    const { code = 'refused', detail: message = `${url} answered ${response.status}.` } = body
    return entries.length === 1 && response.status < 429
      ? ok([{ refusal: { code, message } }])
      : refuse(code, message)
  } catch (error) {
    const { message } = error as Error
    return refuse(
      'unreachable',
      `${url} cannot be reached: ${message}. Keep the statements with --out, and send them again.`,
    )
  }
}
