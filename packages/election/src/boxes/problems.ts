import type { Finding, Settings } from '../checks/finding.ts'
import type { CheckCode } from '../checks/table.ts'
import type { Entry } from '../election.ts'
import type { Form } from '../statements/form.ts'
import type { Transcript } from '../statements/transcript.ts'
import type { Box, Source } from './box.ts'
import { isCentres } from './centre.ts'
import { isCodeOf } from './code.ts'
import { differences } from './compare.ts'
import type { Bench } from './judge.ts'

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
  const superseded = source !== form
  return [
    // A recount or a correction answers what was said against the figures that it supersedes.
    ...(superseded ? [] : [...copies(find, box, form), ...secondForms(find, bench, box, form)]),
    ...(superseded ? [] : objections(find, box, form)),
    ...signatures(find, bench, box, form),
    ...times(find, bench, box, form),
    ...strangers(find, bench, source),
  ]
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
    const wrongCode =
      copy.statement.code === undefined || isCodeOf(copy.statement.code, form.id)
        ? []
        : [find('B14', 'code', copy.force!)]
    return [...wrongCode, ...otherFigures(find, box, form, copy)]
  })
}

/** The centre's copy and a photographed one conflict; a witness's typing alone disputes, and no more. */
function otherFigures(find: Find, box: Box, form: Entry<Form>, copy: Entry<Transcript>): Problem[] {
  const centres = isCentres(copy)
  const different = differences(form.statement.figures, copy.statement.figures, !centres)[0]
  if (!different) return []
  const figures = { ...different }
  if (centres) return [find('B07', 'centre', copy.force!, figures)]
  if (photographed(box, form, copy)) return [find('B07', 'photographed', copy.force!, figures)]
  const own = copy.signatures.some(({ person }) => form.signatures.some(other => other.person === person))
  return [{ ...find('B07', own ? 'signed' : 'claimed', copy.force!, figures, 'flags'), disputes: true }]
}

/** Graded (a): a photograph that shows the signatures and the form's own serial. */
function photographed(box: Box, form: Entry<Form>, { statement }: Entry<Transcript>): boolean {
  const shown = box.attachments.find(({ id }) => id === statement.photograph)?.statement
  return shown?.signatures === 'shown' && shown.serial !== undefined && shown.serial === form.statement.serial
}

function secondForms(find: Find, { serials }: Bench, { forms, commits }: Box, form: Entry<Form>): Problem[] {
  const second = forms[1]
  const [, sameSerial] = [...(serials.get(form.statement.serial)?.values() ?? [])]
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
  const opened = box.opens[0]?.force
  const revoked = form.signatures.map(({ person }) => person.revoked).filter(index => index !== undefined)
  const late = revoked.filter(index => opened !== undefined && index > opened)
  return [
    ...staffSigned(find, definition.staff, form),
    ...othersSigned(find, form),
    ...(late.length > 0
      ? [find('B08', 'revoked', Math.max(...late, form.force!), { keys: late.length })]
      : []),
  ]
}

/** Ink counts here, and nowhere else. */
function staffSigned(find: Find, staff: number | undefined, { statement, force }: Entry<Form>): Problem[] {
  if (staff === undefined || statement.people === undefined) return []
  const signed = statement.people.filter(({ ink }) => ink === 'signed')
  const leader = signed.filter(({ role }) => role === 'leader').length
  const executive = leader + signed.filter(({ role }) => role === 'official').length
  const needed = Math.ceil(staff / 2)
  if (leader > 0 && executive >= needed) return []
  return [find('B08', 'staff', force!, { signed: executive, staff, leader, needed })]
}

/** A missing supervisor or agent informs; nobody can stop a count by staying away. */
function othersSigned(find: Find, { signatures, force }: Entry<Form>): Problem[] {
  const by = (role: string) => signatures.filter(({ person }) => person.role === role).length
  const figures = { supervisors: by('supervisor'), agents: by('agent') }
  return figures.supervisors > 0 && figures.agents > 0
    ? []
    : [find('B08', 'others', force!, figures, 'informs')]
}

function times(find: Find, bench: Bench, { area }: Box, { statement, force }: Entry<Form>): Problem[] {
  const { released, definition } = bench
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
  if (definition.mode === 'live' && (released === undefined || released > force!))
    problems.push(find('B12', 'embargo', force!))
  return problems
}

/** Votes for a number that is not on the ballot are in no total. */
function strangers(find: Find, { numbers }: Bench, { statement, force }: Source): Problem[] {
  const strange = Object.entries(statement.figures.votes ?? {}).filter(
    ([number]) => !numbers.candidates.includes(+number),
  )
  const votes = strange.reduce((sum, [, votes]) => sum + votes, 0)
  return strange.length === 0 ? [] : [find('B13', 'candidate', force!, { votes }, 'quarantines')]
}
