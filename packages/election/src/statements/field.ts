import { z } from 'zod'
import type { Wire } from './wire.ts'

/** What stands in the way of reading a wire value: where in the statement, and what was expected there. */
export class Misfit {
  readonly path: string
  readonly expected: string
  /** A key or number that this version does not know, rather than a wrong one. */
  readonly newer: boolean

  constructor(path: string, expected: string, newer = false) {
    this.path = path
    this.expected = expected
    this.newer = newer
  }

  under(name: string): Misfit {
    return new Misfit(this.path === '' ? name : `${name}.${this.path}`, this.expected, this.newer)
  }
}

/** One sort of value in a statement: its JSON form as a schema, and the two ways between that and the wire. */
export interface FieldType<T> {
  readonly words: string
  readonly schema: z.ZodType<T>
  readonly write: (value: T) => Wire
  readonly read: (wire: Wire) => T | Misfit
  /** The parts, of a type that has some; the documentation lists them. */
  readonly parts?: Fields
}

/** A place in a map: its integer key, never reused; what stands there; whether it may be absent. */
export interface Field<T, O extends boolean = boolean> {
  readonly key: number
  readonly type: FieldType<T>
  readonly optional: O
  readonly says: string
}

// biome-ignore lint/suspicious/noExplicitAny: a table of fields holds values of every type
export type Fields = Readonly<Record<string, Field<any>>>
type ValueOf<F> = F extends Field<infer T> ? T : never
type Simplify<T> = { readonly [K in keyof T]: T[K] }
/** The plain object that a table of fields describes. */
export type Given<F extends Fields> = Simplify<
  { readonly [K in keyof F as F[K]['optional'] extends true ? never : K]: ValueOf<F[K]> } & {
    readonly [K in keyof F as F[K]['optional'] extends true ? K : never]?: ValueOf<F[K]>
  }
>

/** A field that must be there. */
export function at<T>(key: number, type: FieldType<T>, says: string): Field<T, false> {
  return { key, type, optional: false, says }
}

/** A field that may be absent: absent is unknown, and zero is zero. */
export function maybe<T>(key: number, type: FieldType<T>, says: string): Field<T, true> {
  return { key, type, optional: true, says }
}

/** A map with fixed keys. Its reader and writer are made once, from the table. */
export function struct<F extends Fields>(fields: F): FieldType<Given<F>> {
  const ordered = Object.entries(fields).sort(([, a], [, b]) => a.key - b.key)
  return {
    words: 'map',
    schema: z.strictObject(
      Object.fromEntries(
        ordered.map(([name, { type, optional }]) => [
          name,
          optional ? z.exactOptional(type.schema) : type.schema,
        ]),
      ),
    ) as unknown as z.ZodType<Given<F>>,
    write: structWriter(ordered) as (value: Given<F>) => Wire,
    read: structReader(ordered) as (wire: Wire) => Given<F> | Misfit,
    parts: fields,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a table of fields holds values of every type
type Ordered = readonly (readonly [string, Field<any>])[]

function structWriter(fields: Ordered): (value: Readonly<Record<string, unknown>>) => Map<number, Wire> {
  const parts = fields.map(([name, { key, type }]) => ({ name, key, write: type.write }))
  return value => {
    const map = new Map<number, Wire>()
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!
      const given = value[part.name]
      if (given !== undefined) map.set(part.key, part.write(given))
    }
    return map
  }
}

function structReader(fields: Ordered): (wire: Wire) => Record<string, unknown> | Misfit {
  const parts = fields.map(([name, { key, type, optional }]) => ({ name, key, optional, read: type.read }))
  const known = new Set(fields.map(([, { key }]) => key))
  return wire => {
    if (!(wire instanceof Map)) return new Misfit('', 'a map')
    const value: Record<string, unknown> = {}
    let found = 0
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!
      const given = wire.get(part.key) as Wire | undefined
      if (given === undefined) {
        if (!part.optional) return new Misfit(part.name, 'to be given')
        continue
      }
      const read = part.read(given)
      if (read instanceof Misfit) return read.under(part.name)
      value[part.name] = read
      found++
    }
    if (found === wire.size) return value
    const unknown = [...wire.keys()].find(key => !known.has(key as number))
    return new Misfit(`key ${unknown}`, 'a key of this version', true)
  }
}
