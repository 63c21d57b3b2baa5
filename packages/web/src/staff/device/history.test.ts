import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, draftOf } from './history.ts'

test('a field is what was entered last, and what was there before is still known', () => {
  const changes = [change(1, '211', 0), change(2, '12', 0, 'votes.2'), change(3, '212', 1)]
  expect(draftOf(changes).get('votes.1')).toMatchObject({ value: '212', id: '3', heads: [changes[2]] })
  expect(draftOf(changes).get('votes.2')).toMatchObject({ value: '12', id: '2' })
})

test('two tabs or devices that did not know of each other: both figures are kept, and someone is asked', () => {
  const changes = [change(1, '200', 0), change(2, '210', 1), change(3, '201', 1)]
  expect(
    draftOf(changes)
      .get('votes.1')!
      .heads.map(({ value }) => value),
  ).toEqual(['210', '201'])
  const settled = [...changes, change(4, '210', 2), change(5, '210', 3)]
  expect(draftOf(settled).get('votes.1')).toMatchObject({ value: '210', heads: [{ id: '5' }] })
})

test('two who enter the same agree without being asked', () => {
  expect(draftOf([change(1, '7', 0), change(2, '7', 0)]).get('votes.1')!.heads).toHaveLength(1)
})

test('whoever enters after having seen everything is alone, whatever came before', () => {
  const steps = fc.array(fc.record({ value: fc.integer().map(String), seen: fc.boolean() }), { minLength: 1 })
  fc.assert(
    fc.property(steps, taken => {
      let changes: Change[] = []
      for (const { value, seen } of taken) {
        const last = draftOf(changes).get('votes.1')?.id ?? ''
        changes = [...changes, change(changes.length + 1, value, seen ? last : '')]
      }
      const { heads } = draftOf(changes).get('votes.1')!
      expect(new Set(heads.map(({ value }) => value)).size).toBe(heads.length)
      const settled = heads.map((head, i) => change(changes.length + 1 + i, 'x', head.id))
      expect(draftOf([...changes, ...settled]).get('votes.1')).toMatchObject({ value: 'x', heads: [{}] })
    }),
  )
})

function change(number: number, value: string, after: string | number, field = 'votes.1'): Change {
  return {
    id: String(number),
    draft: '1.b1.form',
    field,
    value,
    at: number,
    after: after === 0 ? '' : String(after),
  }
}
