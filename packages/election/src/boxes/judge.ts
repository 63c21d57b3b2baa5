import { checkFigures, type Numbers } from '../checks/figures.ts'
import type { Finding, Settings } from '../checks/finding.ts'
import type { Entry } from '../election.ts'
import type { Definition } from '../statements/definition.ts'
import type { Form } from '../statements/form.ts'
import type { Ruling } from '../statements/ruling.ts'
import type { Box, Judgement, Source } from './box.ts'
import { isCentres } from './centre.ts'
import type { BoxState } from './life.ts'
import { type Problem, problemsOf } from './problems.ts'

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
  if (past.merged !== undefined) return empty('merged')
  const { annulled, since } = lastDecision(past.rulings)
  if (annulled) return empty('annulled')
  const now = during(past, since, size)
  const chosen = chosenCopy(now.rulings)
  const form = now.forms.find(({ id }) => id === chosen) ?? now.forms[0]
  if (!form) return empty(waiting(bench, now))
  const source = now.later.at(-1) ?? now.transcripts.find(({ id }) => id === chosen) ?? form
  const problems = [...problemsOf(bench, now, form, source), ...arithmetic(bench, now, source)].filter(
    ({ since }) => since < size,
  )
  const settledAt = now.rulings.findLast(({ statement }) => statement.decision === 'accept')?.force ?? -1
  const open = problems.filter(problem => problem.since > settledAt)
  const sourcesAgree = agreeing(bench, now, form, source)
  return {
    state: stateOf(open, sourcesAgree, settledAt >= source.force! || source !== form),
    figures: source.statement.figures,
    source,
    findings: problems.map(({ finding }) => finding),
    sourcesAgree,
    agentSigned: form.signatures.some(({ person, index }) => person.role === 'agent' && index < size),
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

/** The form or transcript that the last ruling to name one has chosen. */
function chosenCopy(rulings: readonly Entry<Ruling>[]): string | undefined {
  const accepted = rulings.filter(({ statement }) => statement.decision === 'accept')
  return accepted.map(({ statement }) => statement.form).findLast(form => form !== undefined)
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

/** The sources that the definition asks for are all there, and none of them differs. */
function agreeing({ definition }: Bench, box: Box, form: Entry<Form>, source: Source): boolean {
  if (source !== form) return false
  const needed = definition.sources ?? ['direct', 'centre']
  return !needed.includes('centre') || box.transcripts.some(isCentres)
}

/** The box as the statements make it that gained force from `from` on and before `to`. */
function during(box: Box, from: number, to: number): Box {
  if (from === 0 && to === Number.POSITIVE_INFINITY) return box
  const within = <E extends Entry>(entries: readonly E[]) =>
    entries.filter(({ force }) => force! >= from && force! < to)
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

function empty(state: BoxState): Judgement {
  return { state, findings: [], sourcesAgree: false, agentSigned: false }
}
