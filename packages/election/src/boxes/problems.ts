import type { Finding, Settings } from '../checks/finding.ts'
import type { CheckCode } from '../checks/table.ts'
import type { Entry } from '../election.ts'
import type { Attach } from '../statements/attach.ts'
import type { Correct } from '../statements/correct.ts'
import type { Form } from '../statements/form.ts'
import type { Recount } from '../statements/recount.ts'
import type { Transcript } from '../statements/transcript.ts'
import type { Box, Source } from './box.ts'
import { isCentres } from './centre.ts'
import { isCodeOf } from './code.ts'
import { differences } from './compare.ts'
import type { Bench } from './judge.ts'
import { openedAt } from './opened.ts'

/** A finding, and the index from which it stands: a ruling settles what came before it. */
export interface Problem {
  readonly finding: Finding
  readonly since: number
  /** It makes the box disputed, whatever its severity. */
  readonly disputes?: true
}

/** What two sources, the signatures and the times say against a box's form: B07–B09, B12–B14. */
export function problemsOf(bench: Bench, box: Box, form: Entry<Form>, source: Source): readonly Problem[] {
  const find = finder(bench.settings)
  const ofForm = [...signatures(find, bench, box, form), ...times(find, bench, box, form)]
  const ofFigures = [...embargo(find, bench, box, form), ...strangers(find, bench, source)]
  // A recount or a correction answers what is said against the form that it supersedes.
  if (isOrdered(source)) {
    const before = ofForm.filter(({ since }) => since < source.force!)
    return [...otherOrdered(find, box, source), ...before, ...ofFigures]
  }
  if (source !== form) return [...ofForm, ...ofFigures]
  return [
    ...copies(find, box, form),
    ...secondForms(find, bench, box, form),
    ...objections(find, box, form),
    ...ofForm,
    ...ofFigures,
  ]
}

/** Whether the figures are new ones that a ruling ordered. */
export function isOrdered(source: Source): source is Entry<Recount> | Entry<Correct> {
  return source.statement.kind === 'recount' || source.statement.kind === 'correct'
}

/** B09: a box that was emptied into another has nothing of its own to report. */
export function formsOfMerged({ settings }: Bench, { forms, merged }: Box): readonly Finding[] {
  const find = finder(settings)
  return forms.some(({ force }) => force! > merged!) ? [find('B09', 'merged', merged!).finding] : []
}

/** One ruling orders one count: of others by the same ruling that differ, nobody has asked. */
function otherOrdered(find: Find, { later }: Box, source: Entry<Recount> | Entry<Correct>): Problem[] {
  for (const { statement, force } of later) {
    if (statement.ruling !== source.statement.ruling) continue
    const [different] = differences(source.statement.figures, statement.figures, false)
    if (different) return [find('B09', 'again', force!, { ...different })]
  }
  return []
}

type Find = (
  code: CheckCode,
  part: string,
  since: number,
  figures?: Finding['figures'],
  severity?: Finding['severity'],
) => Problem

function finder({ severity }: Settings): Find {
  return (code, part, since, figures = {}, other) => ({
    finding: { code, part, severity: other ?? severity(code), figures },
    since,
  })
}

function copies(find: Find, box: Box, form: Entry<Form>): Problem[] {
  return box.transcripts.flatMap(copy => {
    return [...wrongCode(find, box, form, copy), ...otherFigures(find, box, form, copy)]
  })
}

function wrongCode(find: Find, box: Box, form: Entry<Form>, copy: Entry<Transcript>): Problem[] {
  const { code } = copy.statement
  if (code === undefined || isCodeOf(code, form.id)) return []
  if (isCentres(copy)) return [find('B14', 'code', copy.force!)]
  const photograph = photographOf(box, form, copy)
  if (photograph) return [find('B14', 'code', Math.max(copy.force!, photograph.force!))]
  return [{ ...find('B14', 'code', copy.force!, {}, 'flags'), disputes: true }]
}

/** The centre's copy and a photographed one conflict; a witness's typing alone disputes, and no more. */
function otherFigures(find: Find, box: Box, form: Entry<Form>, copy: Entry<Transcript>): Problem[] {
  const centres = isCentres(copy)
  const different = differences(form.statement.figures, copy.statement.figures, !centres)[0]
  if (!different) return []
  const figures = { ...different }
  if (centres) return [find('B07', 'centre', copy.force!, figures)]
  const photograph = photographOf(box, form, copy)
  if (photograph) return [find('B07', 'photographed', Math.max(copy.force!, photograph.force!), figures)]
  const own = copy.signatures.some(({ person }) => form.signatures.some(other => other.person === person))
  return [{ ...find('B07', own ? 'signed' : 'claimed', copy.force!, figures, 'flags'), disputes: true }]
}

/** Graded (a): a photograph that shows the signatures and the form's own serial. */
function photographOf(
  { attachments }: Box,
  form: Entry<Form>,
  { statement }: Entry<Transcript>,
): Entry<Attach> | undefined {
  const photograph = attachments.find(({ id }) => id === statement.photograph)
  const { signatures, serial } = photograph?.statement ?? {}
  return signatures === 'shown' && serial === form.statement.serial ? photograph : undefined
}

function secondForms(
  find: Find,
  { serials }: Bench,
  { listed, forms, commits }: Box,
  form: Entry<Form>,
): Problem[] {
  const second = forms[1]
  // Whoever writes the serial that another box was given spoils their own form, not that box's.
  const own = form.statement.serial === listed.form
  const [, sameSerial] = own ? [] : [...(serials.get(form.statement.serial)?.values() ?? [])]
  const commit = commits.find(({ statement }) => statement.form !== form.id)
  return [
    ...(second ? [find('B09', 'second', second.force!, { forms: forms.length })] : []),
    ...(sameSerial !== undefined ? [find('B09', 'serial', Math.max(sameSerial, form.force!))] : []),
    ...(commit ? [find('B09', 'commit', Math.max(commit.force!, form.force!))] : []),
  ]
}

function objections(find: Find, box: Box, form: Entry<Form>): Problem[] {
  return box.objections
    .filter(({ statement }) => statement.statement === form.id)
    .map(({ force }) => ({ ...find('B07', 'objection', force!, {}, 'flags'), disputes: true }))
}

function signatures(find: Find, { definition }: Bench, box: Box, form: Entry<Form>): Problem[] {
  const opened = openedAt(box)
  const revoked = form.standing.map(({ person }) => person.revoked).filter(index => index !== undefined)
  const late = revoked.filter(index => opened !== undefined && index > opened)
  return [
    ...staffSigned(find, definition.staff, form),
    ...othersSigned(find, form),
    ...(late.length > 0
      ? [find('B08', 'revoked', Math.max(...late, form.force!), { keys: late.length })]
      : []),
  ]
}

/** Ink counts here, and nowhere else; where the form does not list it, the signatures themselves do. */
function staffSigned(
  find: Find,
  staff: number | undefined,
  { statement, standing, force }: Entry<Form>,
): Problem[] {
  if (staff === undefined) return []
  const inked = statement.people?.filter(({ ink }) => ink === 'signed')
  const signed = inked ?? standing.map(({ person }) => person)
  const leader = signed.filter(({ role }) => role === 'leader').length
  const executive = leader + signed.filter(({ role }) => role === 'official').length
  const needed = Math.ceil(staff / 2)
  if (leader > 0 && executive >= needed) return []
  return [find('B08', 'staff', force!, { signed: executive, staff, leader, needed })]
}

/** A missing supervisor or agent informs; nobody can stop a count by staying away. */
function othersSigned(find: Find, { standing, force }: Entry<Form>): Problem[] {
  const by = (role: string) => standing.filter(({ person }) => person.role === role).length
  const figures = { supervisors: by('supervisor'), agents: by('agent') }
  return figures.supervisors > 0 && figures.agents > 0
    ? []
    : [find('B08', 'others', force!, figures, 'informs')]
}

function times(find: Find, bench: Bench, { area }: Box, { statement, force }: Entry<Form>): Problem[] {
  const closes = bench.closes(area)
  const { closedAt, countedAt, figures } = statement
  const problems: Problem[] = []
  if (closedAt !== undefined && closes !== undefined && closedAt < closes)
    problems.push(find('B12', 'early', force!, { seconds: closes - closedAt }))
  if (closedAt !== undefined && countedAt !== undefined) {
    const seconds = countedAt - closedAt
    if (seconds < 0) problems.push(find('B12', 'ahead', force!))
    else if (figures.inBox !== undefined && seconds < 2 * figures.inBox)
      problems.push(find('B12', 'hasty', force!, { inBox: figures.inBox, seconds }))
  }
  return problems
}

/** Everything that carries votes waits for their release. */
function embargo(
  find: Find,
  { released = Number.POSITIVE_INFINITY }: Bench,
  box: Box,
  form: Entry<Form>,
): Problem[] {
  const carriers = [form, ...box.transcripts, ...box.attachments].map(({ force }) => force!)
  const early = carriers.filter(force => force < released)
  return early.length === 0 ? [] : [find('B12', 'embargo', Math.min(...early))]
}

/** Votes for a number that is not on the ballot are in no total. */
function strangers(find: Find, { numbers }: Bench, { statement, force }: Source): Problem[] {
  const strange = Object.entries(statement.figures.votes ?? {}).filter(
    ([number]) => !numbers.candidates.includes(+number),
  )
  const votes = strange.reduce((sum, [, votes]) => sum + votes, 0)
  return strange.length === 0 ? [] : [find('B13', 'candidate', force!, { votes }, 'quarantines')]
}
