/** What canonical JSON is made of. An undefined member is left out. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }

/**
 * The one JSON text of a value: members in the order of their names' UTF-16 code units, no white space, strings as
 * `JSON.stringify` writes them (RFC 8785), numbers whole and at most 2^53 − 1. Any other number is a bug.
 */
export function canonicalJson(value: object | Json): string {
  if (typeof value === 'number') return wholeNumber(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return list(value)
  return map(value as { readonly [name: string]: Json | undefined })
}

/** The same as a file: in UTF-8, with a newline at its end. */
export function canonicalFile(value: object): Uint8Array {
  return utf8.encode(`${canonicalJson(value)}\n`)
}

const utf8 = new TextEncoder()

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`)
  return String(value)
}

function list(values: readonly Json[]): string {
  let text = '['
  for (let i = 0; i < values.length; i++) text += (i === 0 ? '' : ',') + canonicalJson(values[i]!)
  return `${text}]`
}

function map(value: { readonly [name: string]: Json | undefined }): string {
  let text = '{'
  for (const name of inOrder(Object.keys(value))) {
    const member = value[name]
    if (member === undefined) continue
    if (text.length > 1) text += ','
    text += quoted(name) + canonicalJson(member)
  }
  return `${text}}`
}

/** Sorts only what is not in order already, as most is. */
function inOrder(names: string[]): readonly string[] {
  for (let i = 1; i < names.length; i++) if (names[i - 1]! > names[i]!) return names.sort()
  return names
}

const known = new Map<string, string>()

/** A member's name with its colon. The same few hundred names stand before millions of values. */
function quoted(name: string): string {
  const text = known.get(name) ?? `${JSON.stringify(name)}:`
  if (known.size < 1_000) known.set(name, text)
  return text
}
