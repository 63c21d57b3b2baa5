import { checks, kinds } from '@countersign/election'
import { definitionOf } from '../document/definition.ts'
import type { SetupDocument } from '../document/document.ts'
import { bodyProblems } from './bodies.ts'
import { type Found, found, maySign } from './problem.ts'
import { roundProblems } from './rounds.ts'

/** How the election is written: nothing of its tables. */
export function documentProblemsOf(document: SetupDocument): readonly Found[] {
  const problems = [
    ...missingFields(document),
    ...roundProblems(document),
    ...bodyProblems(document),
    ...formProblems(document),
    ...namesUnknown(document),
    ...unverified(document),
  ]
  // What is left is for the statement's own schema: it speaks once nothing else stops.
  return maySign(problems) ? [...problems, ...refused(document)] : problems
}

function refused(document: SetupDocument): readonly Found[] {
  const made = definitionOf(document, { origin: 'example.org', vkey: 'example.org' })
  return made.ok ? [] : [found('definition-refused', 'definition', { why: made.refusal.message })]
}

const needed = ['denominators', 'levels', 'countedLevel', 'copies', 'paths', 'sources', 'staff'] as const

function missingFields({ definition }: SetupDocument): readonly Found[] {
  const absent = needed.filter(field => definition[field] === undefined)
  return [
    ...(definition.name === undefined ? [found('name-missing', 'definition.name')] : []),
    ...absent.map(field => found('field-missing', `definition.${field}`, { field })),
    ...(definition.countedLevel === undefined || definition.countedLevel === 'box'
      ? []
      : [found('not-counted-by-box', 'definition.countedLevel', { level: definition.countedLevel })]),
  ]
}

/** Copies of the form, and what must agree before a box is agreed. */
function formProblems({ definition, bodies }: SetupDocument): readonly Found[] {
  const { copies = [], paths = [], sources = [] } = definition
  const numbers = copies.map(({ number }) => number)
  const pathOf = { direct: 'direct', centre: 'centres' } as const
  return [
    ...copies.flatMap(({ number, body }, i) => [
      ...(numbers.indexOf(number) < i
        ? [found('copy-twice', `definition.copies.${i}`, { copy: number })]
        : []),
      ...(body === undefined || bodies.some(({ id }) => id === body)
        ? []
        : [found('copy-for-nobody', `definition.copies.${i}.body`, { copy: number, body })]),
    ]),
    ...sources
      .filter(source => !paths.includes(pathOf[source]))
      .map(source => found('source-without-path', 'definition.sources', { source })),
  ]
}

function namesUnknown({ definition }: SetupDocument): readonly Found[] {
  const { quorums = [], checks: changed = [] } = definition
  return [
    ...quorums.flatMap(({ kind }, i) =>
      kinds.some(({ name }) => name === kind)
        ? []
        : [found('quorum-kind', `definition.quorums.${i}.kind`, { kind })],
    ),
    ...changed.flatMap(({ code }, i) =>
      code in checks ? [] : [found('check-unknown', `definition.checks.${i}.code`, { check: code })],
    ),
  ]
}

function unverified({ sources }: SetupDocument): readonly Found[] {
  return sources
    .filter(({ mark }) => mark === 'U')
    .map(({ field, says }) => found('not-verified', field, { field, says }))
}
