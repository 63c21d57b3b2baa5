import { fromHex } from '@countersign/election'
import { isStrictPublicKey } from '@countersign/tlog'
import type { SetupBody, SetupDocument } from '../document/document.ts'
import { type Found, found } from './problem.ts'

/** The bodies and their keys. */
export function bodyProblems({ bodies }: SetupDocument): readonly Found[] {
  const ids = bodies.map(({ id }) => id)
  return [
    ...missingRoles(bodies),
    ...bodies.flatMap(({ id }, i) =>
      ids.indexOf(id) < i ? [found('body-twice', `bodies.${i}.id`, { body: id })] : [],
    ),
    ...bodies.flatMap((body, i) => keyProblems(body, `bodies.${i}`)),
    ...sharedKeys(bodies),
  ]
}

function missingRoles(bodies: readonly SetupBody[]): readonly Found[] {
  const roles = new Set(bodies.map(({ role }) => role))
  const missing = (['authority', 'operator'] as const).filter(role => !roles.has(role))
  return [
    ...missing.map(role => found('body-role', 'bodies', { role })),
    ...(roles.has('supervisingBody') ? [] : [found('no-supervising-body', 'bodies')]),
  ]
}

function keyProblems({ name, keys }: SetupBody, where: string): readonly Found[] {
  const cards = keys.map(({ card }) => card)
  return [
    ...(keys.length === 0 ? [found('body-without-key', `${where}.keys`, { body: name })] : []),
    ...keys.flatMap(({ key }, i) => {
      const at = `${where}.keys.${i}.key`
      if (key === undefined) return [found('body-without-key', at, { body: name })]
      return isStrictPublicKey(fromHex(key)) ? [] : [found('key-bad', at, { body: name })]
    }),
    ...cards
      .filter((card, i) => cards.indexOf(card) < i)
      .map(card => found('card-shared', `${where}.keys`, { body: name, card })),
  ]
}

function sharedKeys(bodies: readonly SetupBody[]): readonly Found[] {
  const owners = new Map<string, string>()
  return bodies.flatMap(({ id, keys }, i) =>
    keys.flatMap(({ key }, j) => {
      if (key === undefined) return []
      const other = owners.get(key)
      owners.set(key, id)
      return other === undefined ? [] : [found('key-twice', `bodies.${i}.keys.${j}.key`, { body: id, other })]
    }),
  )
}
