import { z } from '@hono/zod-openapi'

/** Bytes in canonical base64; `length` where there is only one. */
export function base64(length?: number) {
  return z
    .string()
    .max(1 << 20)
    .refine(
      text => isBase64(text, length),
      length === undefined ? 'not base64' : `not ${length} bytes in base64`,
    )
    .openapi({ format: 'byte' })
}

function isBase64(text: string, length: number | undefined): boolean {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text && (length === undefined || bytes.length === length)
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
