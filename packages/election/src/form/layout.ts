import { type Check, type CheckCode, checks, type Said } from '../checks/table.ts'
import type { Ballot } from '../statements/ballot.ts'
import type { Definition } from '../statements/definition.ts'
import type { SingleFigure } from '../statements/figures.ts'
import type { Name } from '../statements/values.ts'
import { spokenOf } from './spoken.ts'
import { figureWords, otherWords, type SectionId, saidOf, sectionWords } from './words.ts'

/** A result form as data: one structure for entry, review, comparison, the printed form and the page. */
export interface FormLayout {
  readonly sections: readonly FormSection[]
}

export interface FormSection {
  readonly id: SectionId
  readonly title: Said
  readonly lines: readonly FormLine[]
}

export interface FormLine {
  /** Where its value stands in a `form` statement: `serial`, `figures.taken`, `figures.votes.2`, `people`. */
  readonly path: string
  readonly label: Said
  /** A whole number of ballots, stubs or people; UTC seconds; an identifier; a list of people or explanations. */
  readonly sort: 'count' | 'time' | 'serial' | 'list'
  /** The number on the ballot, or of the ground. */
  readonly number?: number
  /** The line of the total that this line is a part of. */
  readonly partOf?: string
  /** The lines that add up to this one, so that a device can offer their sum. The paper has its own figure. */
  readonly sumOf?: readonly string[]
  /** The checks that speak of it. */
  readonly checks: readonly CheckCode[]
}

/**
 * The lines of an election's result form in the order of the paper.
 * Grounds and candidates come in the order of the definition and the ballot; a total stands below its parts.
 * @param ballot the list of the form's round
 */
export function formLayout(
  definition: Pick<Definition, 'invalidGrounds' | 'notTakenGrounds' | 'voting'>,
  ballot: Pick<Ballot, 'candidates'>,
): FormLayout {
  const assigned = definition.voting === 'assigned' ? [figure('eligible')] : []
  const invalid = parts('invalidBy', 'invalid', definition.invalidGrounds)
  const notTaken = parts('notTakenBy', 'notTaken', definition.notTakenGrounds)
  const votes = parts('votes', 'valid', ballot.candidates)
  return {
    sections: [
      section('box', [other('box', 'serial'), other('serial', 'serial'), ...assigned]),
      section('ballots', [figure('delivered'), figure('issued'), figure('unused'), figure('spoiled')]),
      section('checkIns', [figure('checkInsByComputer'), figure('checkInsOnPaper')]),
      section('inBox', [figure('inBox'), figure('excessDrawn'), ...notTaken, totalOf('notTaken', notTaken)]),
      section('taken', [
        figure('taken', ['figures.invalid', 'figures.valid']),
        ...invalid,
        totalOf('invalid', invalid),
      ]),
      section('votes', [...votes, totalOf('valid', votes)]),
      section('times', [other('openedAt', 'time'), other('closedAt', 'time'), other('countedAt', 'time')]),
      section('people', [other('people', 'list')]),
      section('explanations', [other('explanations', 'list')]),
    ],
  }
}

/** All lines of a form, in order. */
export function linesOf({ sections }: FormLayout): readonly FormLine[] {
  return sections.flatMap(({ lines }) => lines)
}

function section(id: SectionId, lines: readonly FormLine[]): FormSection {
  return { id, title: sectionWords[id], lines }
}

function figure(name: SingleFigure, sumOf: readonly string[] = []): FormLine {
  const path = `figures.${name}`
  return { ...line(path, figureWords[name], 'count'), ...(sumOf.length > 0 && { sumOf }) }
}

/** A line for each ground or candidate. */
function parts(
  field: 'invalidBy' | 'notTakenBy' | 'votes',
  total: SingleFigure,
  of: readonly { readonly number: number; readonly name: Name }[] = [],
): readonly FormLine[] {
  return of.map(({ number, name }) => ({
    ...line(`figures.${field}.${number}`, saidOf(name), 'count'),
    number,
    partOf: `figures.${total}`,
  }))
}

function totalOf(name: SingleFigure, of: readonly FormLine[]): FormLine {
  return figure(
    name,
    of.map(({ path }) => path),
  )
}

function other(path: keyof typeof otherWords, sort: FormLine['sort']): FormLine {
  return line(path, otherWords[path], sort)
}

function line(path: string, label: Said, sort: FormLine['sort']): FormLine {
  const speaks = (code: CheckCode) =>
    Object.keys((checks[code] as Check).says).some(part => spokenOf(code, part, path))
  return { path, label, sort, checks: (Object.keys(checks) as CheckCode[]).filter(speaks) }
}
