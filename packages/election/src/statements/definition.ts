import { at, maybe, struct } from './field.ts'
import { definitionKind, type StatementOf } from './kind.ts'
import { kindNames } from './kind-names.ts'
import { bodyRole, one } from './roles.ts'
import { count, date, hash, identifier, list, name, oneOf, publicKey, seconds, text } from './values.ts'

export const denominator = oneOf({ valid: 1, taken: 2, issued: 3, eligible: 4 })
export const severity = oneOf({ quarantines: 1, conflicts: 2, flags: 3, informs: 4 })

const bodyKey = struct({
  key: at(0, publicKey, 'Ed25519 public key'),
  card: at(1, identifier, 'card number of the person who holds it'),
})

const body = struct({
  id: at(0, identifier, 'the body'),
  role: at(1, bodyRole, 'what it is in the election'),
  name: at(2, name, 'its name'),
  keys: at(3, list(bodyKey, 64, 1), 'its own keys, valid from index 0'),
})

const round = struct({
  number: at(0, count, 'from 1'),
  date: at(1, date, 'the voting day'),
  rule: at(
    2,
    oneOf({ majority: 1, plurality: 2, proportional: 3 }),
    'more than half, else a run-off of two; most votes; or seats by shares, which elect nobody by votes alone',
  ),
  of: at(3, denominator, 'what a majority is a majority of'),
  opens: maybe(4, seconds, 'when the places open'),
  closes: maybe(5, seconds, 'the legal hour of closing, before any extension'),
  boxes: maybe(
    6,
    count,
    'in an archive: the boxes that there were; what those not published hold is unknown',
  ),
})

const level = struct({
  id: at(0, identifier, 'the level; `box` is reserved'),
  name: at(1, name, 'its name'),
})

const ground = struct({
  number: at(0, count, 'its number in figures'),
  id: at(1, identifier, 'the ground'),
  name: at(2, name, 'its name'),
})

const copy = struct({
  number: at(0, count, 'the copy'),
  name: at(1, name, 'its destination'),
  body: maybe(2, identifier, 'the body that receives it'),
})

const quorum = struct({
  kind: at(0, text(32), 'the kind of statement'),
  people: at(1, count, 'people who must have signed'),
  sides: at(2, count, 'bodies and candidates that they must come from'),
})

const check = struct({
  code: at(0, identifier, 'the check'),
  severity: at(1, severity, 'what a finding does'),
  most: maybe(2, count, 'tolerance, in whole numbers'),
  perMille: maybe(3, count, 'tolerance, in thousandths'),
})

const rule = struct({
  id: at(0, identifier, 'the date that it fixes'),
  name: at(1, name, 'its name'),
  from: at(2, identifier, 'the date that it is counted from; `trigger` is the start'),
  direction: at(3, oneOf({ after: 1, before: 2 }), 'after or before that date'),
  days: at(4, count, 'days between'),
  law: maybe(5, text(200), 'its source'),
})

/** How the election is run: everything about a country is here, and nothing of it in the code. */
export const definition = definitionKind({
  number: 1,
  name: 'definition',
  states: 'how the election is run: its log, bodies and keys, rounds and their rule, levels, checks',
  force: one('authority'),
  fields: {
    mode: at(3, oneOf({ live: 1, archive: 2 }), 'a count as it happens, or figures as published'),
    name: at(4, name, 'the election'),
    origin: at(5, text(255), 'the log’s origin'),
    vkey: at(6, text(255), 'the log’s verifier key'),
    bodies: at(7, list(body, 64, 1), 'the bodies and their keys'),
    policy: maybe(8, hash, 'digest of the first witness policy'),
    rounds: at(9, list(round, 16, 1), 'the rounds and the rule of each'),
    denominators: at(10, list(denominator, 4, 1), 'what shares are published of'),
    levels: at(11, list(level, 16, 1), 'the levels of the tree of areas, from the top'),
    countedLevel: at(12, identifier, 'the level whose figures make the total; `box` where boxes do'),
    publishedBy: maybe(13, name, 'in an archive: who published the figures'),
    invalidGrounds: maybe(14, list(ground, 64), 'grounds on which a ballot is invalid; invalid is their sum'),
    notTakenGrounds: maybe(15, list(ground, 64), 'grounds on which a ballot is not taken'),
    turnout: maybe(16, list(oneOf({ issued: 1, taken: 2 }), 2), 'numerators of turnout'),
    copies: maybe(17, list(copy, 16), 'the form’s physical copies'),
    paths: maybe(
      18,
      list(oneOf({ centres: 1, direct: 2 }), 2),
      'A: sums by centres; B: each box sent directly',
    ),
    sources: maybe(19, list(oneOf({ direct: 1, centre: 2 }), 2), 'what must agree before a box is agreed'),
    quorums: maybe(20, list(quorum, 64), 'quorums above the least that a kind asks for'),
    checks: maybe(21, list(check, 64), 'severities and tolerances other than the defaults'),
    calendar: maybe(22, list(rule, 64), 'the calendar’s rules'),
    staff: maybe(23, count, 'executive staff of a polling place'),
    voting: maybe(24, oneOf({ anywhere: 1, assigned: 2 }), 'where a person may vote'),
    withdrawn: maybe(25, oneOf({ invalid: 1, counted: 2 }), 'votes for a candidate withdrawn after printing'),
    annulled: maybe(
      27,
      oneOf({ excluded: 1, asPrinted: 2 }),
      'in an archive, what becomes of an annulled row: out of every total, or it counts as printed',
    ),
    merging: maybe(26, oneOf({ never: 1, allowed: 2 }), 'whether small boxes may be merged before counting'),
  },
  rule: given => {
    const levels = given.levels.map(({ id }) => id)
    if (levels.includes('box')) return 'levels: `box` is reserved for ballot boxes'
    if (given.countedLevel !== 'box' && !levels.includes(given.countedLevel))
      return `countedLevel: ${given.countedLevel} is not one of the levels`
    return (
      impossibleQuorum(given.quorums) ??
      repeated('levels', levels) ??
      repeated(
        'bodies',
        given.bodies.map(({ id }) => id),
      ) ??
      repeated(
        'rounds',
        given.rounds.map(({ number }) => number),
      )
    )
  },
  example: {
    mode: 'archive',
    name: { en: 'An example', fa: 'یک نمونه' },
    origin: 'countersign.example/archive',
    vkey: 'countersign.example/archive+7d5c0a5e+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    bodies: [
      {
        id: 'archive',
        role: 'authority',
        name: { en: 'The archive' },
        keys: [{ key: 'a1'.repeat(32), card: '1' }],
      },
    ],
    rounds: [{ number: 1, date: '2024-06-28', rule: 'majority', of: 'taken' }],
    denominators: ['taken', 'valid'],
    levels: [
      { id: 'country', name: { en: 'Country', fa: 'کشور' } },
      { id: 'province', name: { en: 'Province', fa: 'استان' } },
    ],
    countedLevel: 'province',
    publishedBy: { en: 'The ministry' },
  },
})

export type Definition = StatementOf<typeof definition>

/** A misspelt quorum would be none, and nobody would see it. */
function impossibleQuorum(
  quorums: readonly { readonly kind: string; readonly people: number; readonly sides: number }[] = [],
): string | undefined {
  for (const { kind, people, sides } of quorums) {
    if (!kindNames.has(kind)) return `quorums: there is no kind of statement called ${kind}`
    if (sides > people) return `quorums: ${people} people of ${kind} cannot be of ${sides} sides`
  }
  return repeated(
    'quorums',
    quorums.map(({ kind }) => kind),
  )
}

function repeated(field: string, values: readonly (string | number)[]): string | undefined {
  const again = values.find((value, i) => values.indexOf(value) !== i)
  return again === undefined ? undefined : `${field}: ${again} is given twice`
}
