import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Quorum } from '../statements/roles.ts'
import { kinds } from '../statements/statement.ts'
import { forceOf } from './force.ts'
import type { Person } from './person.ts'

const person = (role: Person['role'], side: string, card: string): Person => ({
  ...{ kid: `${side}${card}${role}`, index: -1, side, role, card },
})

/** The fewest people who meet a quorum, each of another side as far as sides are asked for. */
function fewest({ roles, including = [], people, sides }: Quorum): Person[] {
  const needed = [...including, ...Array.from({ length: people - including.length }, () => roles.at(-1)!)]
  return needed.map((role, i) => person(role, `side ${Math.min(i, sides - 1)}`, `${i}`))
}

const quorums = kinds.flatMap(kind =>
  kind.force.map(quorum => [kind.name, quorum.roles.join(), quorum] as const),
)

describe.each(quorums)('%s by %s', (_, __, quorum) => {
  const enough = fewest(quorum)

  test('the fewest suffice, and none of them can be spared', () => {
    expect(forceOf([quorum], enough)).toBe(true)
    for (const one of enough)
      expect(
        forceOf(
          [quorum],
          enough.filter(other => other !== one),
        ),
      ).toBe(false)
  })

  test('a person’s second key is no second person, and an outsider is nobody', () => {
    const [first, ...others] = enough
    expect(forceOf([quorum], [first!, { ...first!, kid: 'another' }])).toBe(others.length === 0)
    const outsider = person(quorum.roles.includes('auditor') ? 'operator' : 'auditor', 'another side', '9')
    expect(forceOf([quorum], [outsider, ...others])).toBe(false)
  })

  test('more signatures never take force away', () => {
    const anyone = fc.record({
      role: fc.constantFrom<Person['role']>('leader', 'agent', 'clerk', 'candidate', 'operator'),
      side: fc.constantFrom('x', 'y'),
      card: fc.constantFrom('1', '2'),
    })
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 6 }), more => {
        const all = [...more.map(({ role, side, card }) => person(role, side, card)), ...enough]
        expect(forceOf([quorum], all)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

test('a definition can ask for more people and sides, never for fewer', () => {
  const quorum: Quorum = { roles: ['leader', 'agent'], people: 2, sides: 2 }
  const two = [person('leader', 'a', '1'), person('agent', 'b', '1')]
  expect(forceOf([quorum], two, { people: 3, sides: 2 })).toBe(false)
  expect(forceOf([quorum], [...two, person('agent', 'b', '2')], { people: 3, sides: 2 })).toBe(true)
  expect(forceOf([quorum], two.slice(1), { people: 1, sides: 1 })).toBe(false)
})
