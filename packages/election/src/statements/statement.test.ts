import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromWire, kinds, parseStatement, type Statement, toWire } from './statement.ts'
import type { Wire } from './wire.ts'

describe.each(kinds.map(kind => [kind.name, kind.example as Statement] as const))('%s', (_, example) => {
  test('its example is valid by its schema', () => {
    expect(parseStatement(example)).toEqual({ ok: true, value: example })
  })

  test('its example goes to the wire and back', () => {
    const wire = toWire(example)
    expect([...wire.keys()]).toEqual([...wire.keys()].sort((a, b) => a - b))
    expect(fromWire(wire)).toEqual({ ok: true, value: example })
  })

  test('an unknown key is a newer version’s', () => {
    const wire = new Map(toWire(example)).set(999, 1)
    expect(fromWire(wire)).toMatchObject({ ok: false, refusal: { code: 'newer-version' } })
  })

  test('without any one required key it is refused, and never throws', () => {
    const wire = toWire(example)
    for (const key of wire.keys()) {
      const less = new Map(wire)
      less.delete(key)
      const read = fromWire(less)
      if (read.ok) expect(example).toMatchObject(read.value)
      else expect(read.refusal.code).toBe('statement-schema')
    }
  })

  test('any value in any place is read or refused, never an exception', () => {
    const wire = toWire(example)
    const anything = fc.letrec<{ wire: Wire }>(tie => ({
      wire: fc.oneof(
        { maxDepth: 3 },
        fc.nat(),
        fc.string(),
        fc.uint8Array({ maxLength: 40 }),
        fc.array(tie('wire'), { maxLength: 3 }),
        fc
          .array(fc.tuple(fc.nat({ max: 20 }), tie('wire')), { maxLength: 3 })
          .map(pairs => new Map(pairs) as Wire),
      ),
    })).wire
    fc.assert(
      fc.property(fc.constantFrom(...wire.keys()), anything, (key, value) => {
        const read = fromWire(new Map(wire).set(key, value))
        if (!read.ok) expect(['statement-schema', 'newer-version']).toContain(read.refusal.code)
        else expect(toWire(read.value)).toEqual(new Map(wire).set(key, value))
      }),
      { numRuns: 60 },
    )
  })
})

test('numbers and names are each given once', () => {
  expect(new Set(kinds.map(({ number }) => number)).size).toBe(kinds.length)
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length)
})

test('an unknown kind is a newer version’s', () => {
  expect(fromWire(new Map([[0, 9999]]))).toMatchObject({ ok: false, refusal: { code: 'newer-version' } })
})

test.each([
  ['a control character', 'a\u0007b'],
  ['a bidirectional override', 'a\u202eb'],
  ['text not in NFC', 'e\u0301'],
  ['half a character', '\ud800'],
])('%s in a name is refused', (_, text) => {
  const areas = kinds.find(kind => kind.name === 'areas')!.example as Statement & { kind: 'areas' }
  const spoilt = { ...areas, areas: [{ ...areas.areas[0]!, name: { en: text } }] }
  expect(parseStatement(spoilt)).toMatchObject({
    ok: false,
    refusal: { code: 'statement-schema', where: 'areas.0.name.en' },
  })
})

test('the zero-width non-joiner of Persian stays', () => {
  const areas = kinds.find(kind => kind.name === 'areas')!.example as Statement & { kind: 'areas' }
  const named = { ...areas, areas: [{ ...areas.areas[0]!, name: { fa: 'آذربایجان‌شرقی' } }] }
  expect(parseStatement(named).ok).toBe(true)
})

test('a definition’s quorum is for a kind that there is, once, and can be met', () => {
  const definition = kinds[0].example
  const said = (...quorums: readonly object[]) => {
    const parsed = parseStatement({ ...definition, quorums })
    return parsed.ok ? 'ok' : parsed.refusal.message
  }
  expect(said({ kind: 'ruling', people: 3, sides: 2 })).toBe('ok')
  expect(said({ kind: 'rulings', people: 3, sides: 2 })).toMatch('no kind of statement called rulings')
  expect(said({ kind: 'ruling', people: 2, sides: 3 })).toMatch('2 people of ruling cannot be of 3 sides')
  const ruling = { kind: 'ruling', people: 3, sides: 2 }
  expect(said(ruling, ruling)).toMatch('ruling is given twice')
})
