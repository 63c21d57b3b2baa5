import { z } from 'zod'
import { fromHex } from '../hex.ts'
import { type FieldType, Misfit } from './field.ts'
import { repeatedHex, repeatedNumbers, repeatedText } from './repeated.ts'
import type { Wire, WireMap } from './wire.ts'

/** A whole number of things: 0 to 2^53 − 1. */
export const count: FieldType<number> = {
  words: 'whole number',
  schema: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  write: value => value,
  read: wire => (typeof wire === 'number' && wire >= 0 ? wire : new Misfit('', 'a whole number')),
}

/**
 * The largest figure of a form or row. Two million rows of it still add up exactly in a double, so that no
 * signed figure, however wrong, can spoil a sum that it is later taken out of.
 */
export const largestFigure = 2 ** 32 - 1

/** A figure: 0 to 2^32 − 1. */
export const figure: FieldType<number> = {
  words: 'figure',
  schema: z.number().int().min(0).max(largestFigure),
  write: value => value,
  read: wire => (isFigure(wire) ? wire : new Misfit('', 'a figure, at most 4,294,967,295')),
}

function isFigure(wire: Wire): wire is number {
  return typeof wire === 'number' && wire >= 0 && wire <= largestFigure
}

/** A moment: seconds since 1970 in UTC. */
export const seconds: FieldType<number> = { ...count, words: 'UTC seconds' }

const identifierPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/
/** A name for machines; it becomes a path and a part of a URL. */
export const identifier: FieldType<string> = patterned('identifier', identifierPattern)
/** A day, as ISO 8601 writes it. */
export const date: FieldType<string> = patterned(
  'date (YYYY-MM-DD)',
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
)
/** A language tag of BCP 47. */
const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

function patterned(words: string, pattern: RegExp): FieldType<string> {
  return {
    words,
    schema: z.string().regex(pattern, `expected: ${words}`),
    write: value => value,
    read: wire => (typeof wire === 'string' && pattern.test(wire) ? wire : new Misfit('', words)),
  }
}

/** Text for people: NFC, no control or bidirectional-control characters, at most `most` bytes of UTF-8. */
export function text(most: number): FieldType<string> {
  const isShort = fits(most)
  const once = repeatedText()
  return {
    words: `text, at most ${most} bytes`,
    schema: z
      .string()
      .refine(isShort, `expected: at most ${most} bytes of text`)
      .refine(plain, 'expected: text in NFC without control characters'),
    write: value => value,
    read: wire =>
      typeof wire === 'string' && isShort(wire)
        ? once(wire)
        : new Misfit('', `text of at most ${most} bytes`),
  }
}

function fits(most: number): (value: string) => boolean {
  return value => value.length * 3 <= most || new TextEncoder().encode(value).length <= most
}

function plain(value: string): boolean {
  return value.isWellFormed() && value === value.normalize('NFC') && !controls.test(value)
}
const controls = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** Exactly `length` bytes; lowercase hexadecimal in JSON. */
export function bytes(length: number): FieldType<string> {
  const words = `${length} bytes, hexadecimal in JSON`
  const hexOf = repeatedHex()
  return {
    words,
    schema: z.string().regex(new RegExp(`^[0-9a-f]{${2 * length}}$`), `expected: ${words}`),
    write: fromHex,
    read: wire =>
      wire instanceof Uint8Array && wire.length === length ? hexOf(wire) : new Misfit('', words),
  }
}

/**
 * Bytes that are the same in one statement after the other: made once as long as they do not change. Of a million
 * statements one text is kept, not a million.
 */
export function sameAgain(type: FieldType<string>): FieldType<string> {
  let text = ''
  let known = new Uint8Array()
  const remember = (hex: string, bytes: Uint8Array<ArrayBuffer>) => {
    text = hex
    known = bytes
  }
  return {
    ...type,
    write: hex => {
      if (hex !== text) remember(hex, type.write(hex) as Uint8Array<ArrayBuffer>)
      return known
    },
    read: wire => {
      if (wire instanceof Uint8Array && equal(wire, known)) return text
      const hex = type.read(wire)
      if (!(hex instanceof Misfit)) remember(hex, new Uint8Array(wire as Uint8Array))
      return hex
    },
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length || a.length === 0) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

export const hash = bytes(32)
export const publicKey = bytes(32)
/** The name of a key: SHA256(public key), its first 8 bytes. */
export const kid = bytes(8)

/** One of a fixed set of words; an unsigned integer on the wire, never reused. */
export function oneOf<const W extends Readonly<Record<string, number>>>(
  numbers: W,
): FieldType<keyof W & string> {
  const names = Object.keys(numbers) as (keyof W & string)[]
  const byNumber = new Map(names.map(name => [numbers[name]!, name]))
  return {
    words: names.map(name => `${name} = ${numbers[name]}`).join(', '),
    schema: z.enum(names) as unknown as z.ZodType<keyof W & string>,
    write: name => numbers[name]!,
    read: wire =>
      byNumber.get(wire as number) ??
      new Misfit('', `one of ${names.join(', ')}`, typeof wire === 'number' && wire >= 0),
  }
}

/** Always this word, which is `number` on the wire. */
export function constant<const W extends string>(word: W, number: number): FieldType<W> {
  return {
    words: `${word} = ${number}`,
    schema: z.literal(word) as unknown as z.ZodType<W>,
    write: () => number,
    read: wire => (wire === number ? word : new Misfit('', String(number))),
  }
}

/** Between `least` and `most` values, in the order given. */
export function list<T>(of: FieldType<T>, most: number, least = 0): FieldType<readonly T[]> {
  const words = `list of ${of.words}`
  return {
    words: of.parts ? 'list' : words,
    schema: z.array(of.schema).min(least).max(most) as unknown as z.ZodType<readonly T[]>,
    write: values => values.map(of.write),
    read: wire => {
      if (!Array.isArray(wire) || wire.length < least || wire.length > most)
        return new Misfit('', `a list of ${least} to ${most}`)
      const values: T[] = []
      for (let i = 0; i < wire.length; i++) {
        const value = of.read(wire[i] as Wire)
        if (value instanceof Misfit) return value.under(String(i))
        values.push(value)
      }
      return values
    },
    ...(of.parts && { parts: of.parts }),
  }
}

/** A number for each number: votes by candidate, ballots by ground. What is not given is absent. */
export const byNumber: FieldType<Readonly<Record<number, number>>> = {
  words: 'figure for each number',
  schema: z.record(z.string().regex(/^(0|[1-9]\d{0,8})$/), figure.schema) as unknown as z.ZodType<
    Readonly<Record<number, number>>
  >,
  write: values => {
    const map = new Map<number, number>()
    // An object gives its integer-like names in ascending order, which is the wire's order.
    for (const name in values) map.set(+name, values[name]!)
    return map
  },
  read: wire => {
    if (!(wire instanceof Map)) return new Misfit('', 'a map of figures')
    const values = repeatedNumbers((wire as WireMap).keys())
    for (const [key, value] of wire as WireMap) {
      if (!isFigure(value) || key > 999_999_999) return new Misfit(String(key), 'a figure')
      values[key] = value
    }
    return values
  },
}

/** A name in one or more languages, by BCP 47 tag; pairs in the tags' order on the wire. */
export type Name = Readonly<Record<string, string>>
const nameText = text(200)
export const name: FieldType<Name> = {
  words: 'name in one or more languages',
  schema: z
    .record(z.string().regex(languagePattern), nameText.schema)
    .refine(given => Object.keys(given).length > 0, 'expected: a name in at least one language'),
  write: given =>
    Object.keys(given)
      .sort()
      .map(tag => [tag, given[tag]!]),
  read: wire => {
    const misfit = new Misfit('', 'pairs of language and name, in the order of the languages')
    if (!Array.isArray(wire) || wire.length === 0) return misfit
    const given: Record<string, string> = {}
    let last = ''
    for (const pair of wire as readonly Wire[]) {
      if (!Array.isArray(pair) || pair.length !== 2) return misfit
      const [tag, value] = pair as readonly Wire[]
      if (typeof tag !== 'string' || !languagePattern.test(tag) || tag <= last) return misfit
      const spelt = nameText.read(value!)
      if (spelt instanceof Misfit) return spelt.under(tag)
      given[tag] = spelt
      last = tag
    }
    return given
  },
}
