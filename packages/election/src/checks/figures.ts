import type { Figures, SingleFigure } from '../statements/figures.ts'
import type { Finding, NotApplicable, Settings } from './finding.ts'
import type { CheckCode } from './table.ts'

/** What a form or row can be checked against: the numbers of the ballot, and of the grounds. */
export interface Numbers {
  readonly candidates: readonly number[]
  readonly invalidGrounds: readonly number[]
  readonly notTakenGrounds: readonly number[]
}

export interface Checked {
  readonly findings: readonly Finding[]
  readonly notApplicable: readonly NotApplicable[]
}

/** A row's own arithmetic: B01–B06 and B10. A figure that is not given makes a check not applicable. */
export function checkFigures(figures: Figures, numbers: Numbers, settings: Settings): Checked {
  const findings: Finding[] = []
  const notApplicable: NotApplicable[] = []
  for (const test of tests) {
    const made = test.parts.map(part => part(figures, numbers, settings))
    for (const result of made)
      if (result !== undefined && 'figures' in result)
        findings.push({ code: test.code, severity: settings.severity(test.code), ...result })
    // A check is not applicable when none of its parts is; the first part's needs are the ones to name.
    const missing = made.map(result =>
      result !== undefined && 'missing' in result ? result.missing : undefined,
    )
    if (missing.every(names => names !== undefined))
      notApplicable.push({ code: test.code, missing: missing[0]! })
  }
  return { findings, notApplicable }
}

type Made = Pick<Finding, 'part' | 'figures'> | { readonly missing: readonly string[] } | undefined
type Part = (figures: Figures, numbers: Numbers, settings: Settings) => Made

const tests: readonly { readonly code: CheckCode; readonly parts: readonly Part[] }[] = [
  { code: 'B01', parts: [votesAreValid] },
  { code: 'B02', parts: [partsAreTaken, groundsAreInvalid, partsAreInBox] },
  { code: 'B03', parts: [noneAdded] },
  { code: 'B04', parts: [fewCarriedAway] },
  { code: 'B05', parts: [checkInsAgree] },
  { code: 'B06', parts: [stubsAreDelivered] },
  { code: 'B10', parts: [notOneSided, notFull, notAllZero] },
]

function votesAreValid(figures: Figures, { candidates }: Numbers): Made {
  const votes = sumOf('votes', figures, candidates)
  const lacks = [...votes.missing, ...without(figures, 'valid')]
  if (lacks.length > 0) return { missing: lacks }
  const valid = figures.valid!
  return votes.sum === valid ? undefined : { part: 'votes', figures: { votes: votes.sum, valid } }
}

function partsAreTaken(figures: Figures, { candidates, invalidGrounds }: Numbers): Made {
  const valid = writtenOr(figures, 'valid', sumOf('votes', figures, candidates))
  const invalid = writtenOr(figures, 'invalid', sumOf('invalidBy', figures, invalidGrounds))
  const lacks = [...without(figures, 'taken'), ...valid.missing, ...invalid.missing]
  if (lacks.length > 0) return { missing: lacks }
  const taken = figures.taken!
  const sum = valid.sum + invalid.sum
  if (sum === taken) return undefined
  return {
    part: 'taken',
    figures: { valid: valid.sum, invalid: invalid.sum, sum, taken, difference: taken - sum },
  }
}

function groundsAreInvalid(figures: Figures, { invalidGrounds }: Numbers): Made {
  const { sum, missing } = sumOf('invalidBy', figures, invalidGrounds)
  const lacks = [...without(figures, 'invalid'), ...missing]
  if (lacks.length > 0) return { missing: lacks }
  return sum === figures.invalid
    ? undefined
    : { part: 'invalid', figures: { sum, invalid: figures.invalid! } }
}

function partsAreInBox(figures: Figures, { notTakenGrounds }: Numbers): Made {
  const notTaken = writtenOr(figures, 'notTaken', sumOf('notTakenBy', figures, notTakenGrounds))
  const lacks = [...without(figures, 'taken', 'excessDrawn', 'inBox'), ...notTaken.missing]
  if (lacks.length > 0) return { missing: lacks }
  const { taken, excessDrawn, inBox } = figures as Required<Figures>
  const sum = taken + notTaken.sum + excessDrawn
  if (sum === inBox) return undefined
  return { part: 'inBox', figures: { taken, notTaken: notTaken.sum, excessDrawn, sum, inBox } }
}

function noneAdded(figures: Figures): Made {
  const lacks = without(figures, 'inBox', 'excessDrawn', 'issued')
  if (lacks.length > 0) return { missing: lacks }
  const { inBox, excessDrawn, issued } = figures as Required<Figures>
  return inBox - excessDrawn > issued
    ? { part: 'excess', figures: { inBox, excessDrawn, issued } }
    : undefined
}

function fewCarriedAway(figures: Figures, _: Numbers, { tolerated }: Settings): Made {
  const lacks = without(figures, 'issued', 'inBox')
  if (lacks.length > 0) return { missing: lacks }
  const { issued, inBox } = figures as Required<Figures>
  const difference = issued - inBox
  if (difference <= tolerated('B04', issued)) return undefined
  return { part: 'carried', figures: { issued, inBox, difference } }
}

function checkInsAgree(figures: Figures, _: Numbers, { tolerated }: Settings): Made {
  const names = ['checkInsByComputer', 'checkInsOnPaper', 'issued'] as const
  const given = names.map(name => figures[name]).filter(figure => figure !== undefined)
  if (given.length < 2) return { missing: without(figures, ...names) }
  const least = Math.min(...given)
  const greatest = Math.max(...given)
  if (greatest - least <= tolerated('B05', greatest)) return undefined
  return { part: 'differ', figures: { least, greatest } }
}

function stubsAreDelivered(figures: Figures): Made {
  const lacks = without(figures, 'issued', 'unused', 'spoiled', 'delivered')
  if (lacks.length > 0) return { missing: lacks }
  const { issued, unused, spoiled, delivered } = figures as Required<Figures>
  const sum = issued + unused + spoiled
  return sum === delivered
    ? undefined
    : { part: 'stubs', figures: { issued, unused, spoiled, sum, delivered } }
}

function notOneSided(figures: Figures, { candidates }: Numbers): Made {
  const { sum: valid, missing } = sumOf('votes', figures, candidates)
  if (missing.length > 0) return { missing }
  const votes = Math.max(0, ...candidates.map(number => figures.votes![number]!))
  return votes > 100 && votes * 100 >= valid * 95
    ? { part: 'oneSided', figures: { votes, valid } }
    : undefined
}

function notFull(figures: Figures): Made {
  const lacks = without(figures, 'inBox', 'delivered')
  if (lacks.length > 0) return { missing: lacks }
  const { inBox, delivered } = figures as Required<Figures>
  return inBox === delivered && inBox > 0 ? { part: 'full', figures: { delivered } } : undefined
}

function notAllZero(figures: Figures, { candidates }: Numbers): Made {
  const { sum, missing } = sumOf('votes', figures, candidates)
  if (missing.length > 0) return { missing }
  const counts = [sum, figures.taken ?? 0, figures.inBox ?? 0, figures.invalid ?? 0, figures.issued ?? 0]
  return counts.every(figure => figure === 0) ? { part: 'zero', figures: {} } : undefined
}

interface Sum {
  readonly sum: number
  readonly missing: readonly string[]
}

/** The sum over all of these numbers; which of them are not given, as `votes.2`. */
function sumOf(
  name: 'votes' | 'invalidBy' | 'notTakenBy',
  figures: Figures,
  numbers: readonly number[],
): Sum {
  const given = figures[name] ?? {}
  let sum = 0
  const missing: string[] = []
  for (const number of numbers) {
    const figure = given[number]
    if (figure === undefined) missing.push(`${name}.${number}`)
    else sum += figure
  }
  return numbers.length === 0 ? { sum: 0, missing: [name] } : { sum, missing }
}

/** The figure as written, else the sum of its parts. */
function writtenOr(figures: Figures, name: SingleFigure, parts: Sum): Sum {
  const written = figures[name]
  if (written !== undefined) return { sum: written, missing: [] }
  const grounded = parts.missing.length === 1 && !parts.missing[0]!.includes('.')
  return grounded ? { sum: 0, missing: [name] } : parts
}

function without(figures: Figures, ...names: readonly SingleFigure[]): string[] {
  return names.filter(name => figures[name] === undefined)
}
