import { type Answer, refusalOf, serverAddress, unreachable } from './api.ts'

/** Asks the server to print something: a PDF. @param body what is printed, where it is not on the record; sent as JSON */
export async function askPdf(path: string, body?: unknown): Promise<Answer<Blob>> {
  const response = await fetch(new URL(path, serverAddress()), {
    credentials: 'same-origin',
    ...(body !== undefined && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  }).catch(() => undefined)
  if (response === undefined) return unreachable
  if (response.ok) return { ok: true, value: await response.blob(), status: response.status }
  return refusalOf(response, await response.json().catch(() => undefined))
}

/** Hands a file to the browser, to be kept or opened. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
