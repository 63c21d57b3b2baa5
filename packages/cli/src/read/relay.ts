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

/** Sends statements to a server. Refusals: `unreachable`, and the server’s own. */
export async function relay(
  server: string,
  entries: readonly Uint8Array[],
): Promise<Result<readonly Relayed[]>> {
  const url = `${server.replace(/\/$/, '')}/statements`
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
    return refuse(body.code ?? 'refused', body.detail ?? `${url} answered ${response.status}.`)
  } catch (error) {
    return refuse(
      'unreachable',
      `${url} cannot be reached: ${(error as Error).message}. Keep the file, and send it again.`,
    )
  }
}
