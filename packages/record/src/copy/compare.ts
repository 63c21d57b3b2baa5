import {
  type Box,
  type Election,
  type Figures,
  figuresThatDiffer,
  isCodeOf,
  type Statement,
} from '@countersign/election'
import { statementId } from '../envelope.ts'
import { payloadOf } from '../sign.ts'

/**
 * A copy that someone has in hand. `signed`: read from its codes, with the keys whose signatures it carries. `typed`:
 * figures from paper; what is left out is not compared; `code` is the short code written on it, and `photograph` the
 * SHA-256, in hex, of a picture that shows it.
 */
export type Copy =
  | {
      readonly sort: 'signed'
      readonly statement: Statement
      readonly kids: readonly string[]
      /** The statement's ID, where it is known already. */
      readonly id?: string
    }
  | {
      readonly sort: 'typed'
      readonly box: string
      readonly round: number
      readonly figures: Figures
      readonly serial?: string
      readonly code?: string
      readonly photograph?: string
    }

/** What a copy is worth as evidence: officials' signatures on it, a picture of them, or somebody's typing. */
export type CopyGrade = 'signed' | 'photographed' | 'typed'

export function gradeOf(copy: Copy): CopyGrade {
  if (copy.sort === 'signed') return 'signed'
  return copy.photograph === undefined ? 'typed' : 'photographed'
}

/** One figure in which a copy and the published form are not the same; a dash where one has none. */
export type Difference = { readonly figure: string; readonly form: number | '–'; readonly copy: number | '–' }

/** How a copy stands to what is published. `entry` is the published form's; `state` is the box's. */
export type Compared = {
  readonly box: string
  readonly round: number
  readonly grade: CopyGrade
  readonly verdict: 'identical' | 'different' | 'notPublished' | 'signatureMissing' | 'noSuchBox'
  readonly differences: readonly Difference[]
  /** Of a signed copy: the keys whose signatures are not published. They can be sent. */
  readonly missing: readonly string[]
  readonly entry?: number
  readonly state?: string
}

/** Whether the statement is a result form. */
export function isForm(statement: Statement): statement is Extract<Statement, { readonly kind: 'form' }> {
  return statement.kind === 'form'
}

/** What is published of a box in a round, from the record itself or from what a server gives of it. */
export type PublishedBox = {
  readonly state: string
  /** Its forms with force, the first first. */
  readonly forms: readonly {
    readonly id: string
    readonly entry: number
    readonly figures: Figures
    readonly kids: readonly string[]
  }[]
}

/** The published side of a comparison; nothing where the box is not on the list. */
export function publishedBox(election: Election, round: number, id: string): PublishedBox | undefined {
  const box = election.rounds.get(round)?.boxes.get(id) as Readonly<Box> | undefined
  return (
    box && {
      state: box.judgement.state,
      forms: box.forms.map(({ id, index, statement, signatures }) => ({
        ...{ id, entry: index, figures: statement.figures },
        kids: signatures.map(({ person }) => person.kid),
      })),
    }
  )
}

/**
 * Compares a copy with what is published of its box.
 * Several forms may be published for one box: a copy is identical if it is the same as one of them.
 */
export function compareWith(box: PublishedBox | undefined, copy: Copy): Compared {
  const common = { ...placeOf(copy), grade: gradeOf(copy), differences: [], missing: [] }
  if (!box) return { ...common, verdict: 'noSuchBox' }
  const { state } = box
  const [first] = box.forms
  if (!first) return { ...common, verdict: 'notPublished', state }
  const found = { ...common, state, entry: first.entry }
  return copy.sort === 'signed'
    ? { ...found, ...comparedForm(box, copy) }
    : { ...found, ...comparedFigures(box, copy) }
}

/** The same against a replayed record: offline too. */
export function compareCopy(election: Election, copy: Copy): Compared {
  const { box, round } = placeOf(copy)
  return compareWith(publishedBox(election, round, box), copy)
}

type Signed = Extract<Copy, { readonly sort: 'signed' }>
type Typed = Extract<Copy, { readonly sort: 'typed' }>
type Found = Pick<Compared, 'verdict'> & Partial<Pick<Compared, 'differences' | 'missing' | 'entry'>>

function comparedForm({ forms }: PublishedBox, { statement, kids, id = idOf(statement) }: Signed): Found {
  const same = forms.find(form => form.id === id)
  if (!same) {
    const differences = isForm(statement) ? figuresThatDiffer(forms[0]!.figures, statement.figures) : []
    return { verdict: 'different', differences }
  }
  const missing = kids.filter(kid => !same.kids.includes(kid))
  return { verdict: missing.length > 0 ? 'signatureMissing' : 'identical', missing, entry: same.entry }
}

function idOf(statement: Statement): string {
  const payload = payloadOf(statement)
  return payload.ok ? statementId(payload.value) : ''
}

function comparedFigures({ forms }: PublishedBox, { figures, code }: Typed): Found {
  const against = forms.map(form => ({
    entry: form.entry,
    differences: figuresThatDiffer(form.figures, figures, true),
    other: code !== undefined && !isCodeOf(code, form.id),
  }))
  const same = against.find(({ differences, other }) => differences.length === 0 && !other)
  if (same) return { verdict: 'identical', entry: same.entry }
  return { verdict: 'different', differences: against[0]!.differences, entry: against[0]!.entry }
}

/** The box and round that a copy is of; an empty box where its statement is of none. */
export function placeOf(copy: Copy): { readonly box: string; readonly round: number } {
  const { box = '', round } =
    copy.sort === 'typed' ? copy : (copy.statement as { readonly box?: string; readonly round: number })
  return { box, round }
}
