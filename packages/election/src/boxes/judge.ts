import { checkFigures, type Numbers } from '../checks/figures.ts'
import type { Finding, Settings } from '../checks/finding.ts'
import type { Entry } from '../election.ts'
import type { Definition } from '../statements/definition.ts'
import type { Form } from '../statements/form.ts'
import type { Ruling } from '../statements/ruling.ts'
import type { Transcript } from '../statements/transcript.ts'
import type { Box, Judgement, Source } from './box.ts'
import { isCentres } from './centre.ts'
import { differences } from './compare.ts'
import type { BoxState } from './life.ts'
import { formsOfMerged, isOrdered, type Problem, problemsOf } from './problems.ts'

/** What a judgement needs to know beside the box. */
export interface Bench {
  readonly definition: Definition
  readonly settings: Settings
  readonly numbers: Numbers
  /** By serial, the boxes with a form that has it, and since which index. */
  readonly serials: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** The legal hour of closing in an area, in UTC seconds. */
  readonly closes: (area: string) => number | undefined
  /** The index from which votes are public. */
  readonly released?: number
  /** The index at which the deadline for forms passed. */
  readonly due?: number
}

/**
 * A box's state, from everything that the record says of it. Late statements, rulings and revocations need no
 * special case: the box is judged anew.
 * @param size judges as of this version of the record
 */
export function judge(bench: Bench, box: Box, size: number = Number.POSITIVE_INFINITY): Judgement {
  const past = during(box, 0, size)
  if (past.merged !== undefined) return { ...empty('merged'), findings: formsOfMerged(bench, past) }
  const { annulled, since } = lastDecision(past.rulings)
  if (annulled) return empty('annulled')
  const now = during(past, since, size)
  const chosen = chosenCopy(now.rulings)
  const form = now.forms.find(({ id }) => id === chosen?.statement.form) ?? now.forms[0]
  if (!form) return empty(waiting(bench, now))
  const source = sourceOf(now, chosen, form)
  const problems = [...problemsOf(bench, now, form, source), ...arithmetic(bench, now, source)].filter(
    ({ since }) => since < size,
  )
  const settledAt = settledSince(now, source)
  const open = problems.filter(problem => problem.since > settledAt)
  const sourcesAgree = agreeing(bench, now, form, source)
  return {
    state: stateOf(open, sourcesAgree, settledAt >= source.force! || source !== form),
    figures: source.statement.figures,
    source,
    findings: problems.map(({ finding }) => finding),
    sourcesAgree,
    agentSigned: form.standing.some(({ person }) => person.role === 'agent'),
  }
}

function stateOf(open: readonly Problem[], sourcesAgree: boolean, ruled: boolean): BoxState {
  const worst = (severity: string) => open.some(({ finding }) => finding.severity === severity)
  if (worst('conflicts')) return 'conflicting'
  if (worst('quarantines')) return 'quarantined'
  if (open.some(({ disputes }) => disputes)) return 'disputed'
  if (ruled) return 'accepted'
  return sourcesAgree ? 'agreed' : 'reported'
}

/** A ruling that annuls holds until one that accepts or re-runs; a re-run begins the box anew. */
function lastDecision(rulings: readonly Entry<Ruling>[]): { annulled: boolean; since: number } {
  let annulled = false
  let since = 0
  for (const { statement, force } of rulings) {
    if (statement.decision === 'annul') annulled = true
    if (statement.decision === 'accept' || statement.decision === 'rerun') annulled = false
    if (statement.decision === 'rerun') since = force! + 1
  }
  return { annulled, since }
}

/** The last ruling that says which copy counts. */
function chosenCopy(rulings: readonly Entry<Ruling>[]): Entry<Ruling> | undefined {
  return rulings.findLast(({ statement }) => statement.decision === 'accept' && statement.form !== undefined)
}

/** What the figures are from: new ones that a ruling ordered, or the copy that a later ruling has chosen. */
function sourceOf(box: Box, chosen: Entry<Ruling> | undefined, form: Entry<Form>): Source {
  const ordered = newFigures(box)
  if (ordered && ordered.force! > (chosen?.force ?? -1)) return ordered
  const copies = [...box.transcripts, ...box.later]
  return copies.find(({ id }) => id === chosen?.statement.form) ?? form
}

/** Of the last ruling that has any; of several by one ruling the first, and B09 speaks of the others. */
function newFigures({ rulings, later }: Box): Box['later'][number] | undefined {
  for (const { id } of rulings.toReversed()) {
    const made = later.find(({ statement }) => statement.ruling === id)
    if (made) return made
  }
  return undefined
}

/** The index up to which everything said of the box is settled: by a ruling, or by the new figures that one ordered. */
function settledSince({ rulings }: Box, source: Source): number {
  const accepted = rulings.findLast(({ statement }) => statement.decision === 'accept')?.force ?? -1
  return isOrdered(source) ? Math.max(accepted, source.force! - 1) : accepted
}

function waiting({ due }: Bench, { opens, closes }: Box): BoxState {
  if (due !== undefined) return 'missing'
  if (closes.length > 0) return 'closed'
  return opens.length > 0 ? 'opened' : 'expected'
}

function arithmetic({ settings, numbers }: Bench, box: Box, source: Source): Problem[] {
  const { delivered } = box.listed
  const figures = source.statement.figures
  const whole =
    figures.delivered === undefined && delivered !== undefined
      ? { ...figures, delivered: delivered + box.supplied }
      : figures
  return checkFigures(whole, numbers, settings).findings.map((finding: Finding) => ({
    finding,
    since: source.force!,
  }))
}

/** The sources that the definition asks for are all there, and equal. */
function agreeing({ definition }: Bench, box: Box, form: Entry<Form>, source: Source): boolean {
  if (source !== form) return false
  const needed = definition.sources ?? ['direct', 'centre']
  const equals = (copy: Entry<Transcript>) =>
    differences(form.statement.figures, copy.statement.figures, false).length === 0
  return !needed.includes('centre') || box.transcripts.some(copy => isCentres(copy) && equals(copy))
}

/** The box as the statements make it that gained force from `from` on and before `to`. */
function during(box: Box, from: number, to: number): Box {
  if (from === 0 && to === Number.POSITIVE_INFINITY) return box
  const within = <E extends Entry>(entries: readonly E[]) =>
    entries.filter(({ force }) => force! >= from && force! < to).map(entry => signedBefore(entry, to))
  const { merged, ...rest } = box
  return {
    ...rest,
    ...(merged !== undefined && merged < to && { merged }),
    opens: within(box.opens),
    closes: within(box.closes),
    commits: within(box.commits),
    forms: within(box.forms),
    later: within(box.later),
    transcripts: within(box.transcripts),
    attachments: within(box.attachments),
    objections: within(box.objections),
    rulings: within(box.rulings),
  }
}

/** The statement without the signatures that came later. */
function signedBefore<E extends Entry>(entry: E, to: number): E {
  const standing = entry.standing.filter(({ index }) => index < to)
  return standing.length === entry.standing.length ? entry : { ...entry, standing }
}

function empty(state: BoxState): Judgement {
  return { state, findings: [], sourcesAgree: false, agentSigned: false }
}
