import {
  type FormDraft,
  type FormLine,
  formLayout,
  linesOf,
  ok,
  parseStatement,
  type Result,
  refuse,
  type Statement,
  type StatementNamed,
  withValueAt,
} from '@countersign/election'
import { readCount } from '../shell/number.ts'
import { secondsOf } from '../shell/time.ts'
import type { Pack, Signer } from './pack.ts'

/** A field of a draft as it was typed. */
export type Typed = (field: string) => string | undefined

/** The form as far as it is written. What cannot be read as its line asks is not there. */
export function formDraftOf(typed: Typed, pack: Pack): FormDraft {
  const lines = linesOf(formLayout(pack.definition, pack.ballot))
  const written = lines.reduce<FormDraft>((form, line) => {
    const value = lineValue(line, typed(line.path))
    return value === undefined ? form : withValueAt(form, line.path, value)
  }, {})
  const people = peopleOf(typed, pack)
  const explanations = explanationsOf(typed)
  return {
    ...written,
    ...(people.length > 0 && { people }),
    ...(explanations.length > 0 && { explanations }),
  }
}

function lineValue({ sort }: FormLine, typed: string | undefined): number | string | undefined {
  if (typed === undefined || typed.trim() === '' || sort === 'list') return undefined
  if (sort === 'serial') return typed.trim()
  return sort === 'time' ? secondsOf(typed) : countOf(typed)
}

/**
 * The form as it will be signed. Refusals: `statement-schema` with the line that is not as it must be.
 * @param blind 16 random bytes in hex, new for each form
 */
export function formOf(typed: Typed, pack: Pack, blind: string): Result<StatementNamed<'form'>> {
  const bad = unreadable(typed, pack)
  if (bad !== undefined) return refuse('not-a-count', 'Write a whole number, with digits only.', bad)
  const { figures = {}, ...rest } = formDraftOf(typed, pack)
  return stated({ ...common(pack), kind: 'form', serial: '', blind, figures, ...rest })
}

/** A line whose figure cannot be read. */
function unreadable(typed: Typed, { definition, ballot }: Pack): string | undefined {
  const counts = linesOf(formLayout(definition, ballot)).filter(({ sort }) => sort === 'count')
  return counts.find(({ path }) => !readCount(typed(path) ?? '').ok)?.path
}

/** The opening as it will be signed. Refusals: `statement-schema`. */
export function openOf(typed: Typed, pack: Pack): Result<StatementNamed<'open'>> {
  const inBox = countOf(typed('inBox'))
  if (inBox === undefined) return refuse('not-a-count', 'Say how many ballots the box holds.', 'inBox')
  const people = peopleOf(typed, pack)
  return stated({
    ...common(pack),
    kind: 'open',
    inBox,
    ...given('at', secondsOf(typed('at'))),
    ...given('seals', sealsOf(typed('seals'))),
    ...(people.length > 0 && { people }),
  })
}

/** The figures of the closing, in the order in which they are asked for. */
export const closingFigures = [
  'checkInsByComputer',
  'checkInsOnPaper',
  'duplicates',
  'issued',
  'unused',
  'spoiled',
] as const

/** The closing as it will be signed. Refusals: `not-a-count`, `statement-schema`. */
export function closeOf(typed: Typed, pack: Pack): Result<StatementNamed<'close-poll'>> {
  const bad = closingFigures.find(name => !readCount(typed(name) ?? '').ok)
  if (bad !== undefined) return refuse('not-a-count', 'Write a whole number, with digits only.', bad)
  const figures = closingFigures.map(name => [name, countOf(typed(name))] as const)
  return stated({
    ...common(pack),
    kind: 'close-poll',
    ...given('at', secondsOf(typed('at'))),
    ...Object.fromEntries(figures.filter(([, figure]) => figure !== undefined)),
    ...given('seals', sealsOf(typed('seals'))),
  })
}

/** What is logged of a form before its round's release: that it exists. @param form the form's ID */
export function commitOf(form: StatementNamed<'form'>, id: string): StatementNamed<'commit'> {
  const { definition, round, box } = form
  return { kind: 'commit', definition, round, box, form: id }
}

/** Everyone at the box of whom something was said, in the order of the roles on a form. */
function peopleOf(typed: Typed, { keys }: Pack): NonNullable<StatementNamed<'form'>['people']> {
  const people = [...byRole(keys), ...keyless(typed)].flatMap(({ kid, role, side }) => {
    const ink = typed(`people.${kid}`)
    if (ink !== 'signed' && ink !== 'absent' && ink !== 'refused') return []
    const ground = ink === 'refused' ? typed(`people.${kid}.ground`)?.trim().normalize('NFC') : undefined
    return [{ role, ...(side && { side }), ink, ...(ground && { ground }) }]
  })
  return people as unknown as NonNullable<StatementNamed<'form'>['people']>
}

/** The order of the roles on a form. */
const order = ['leader', 'official', 'police', 'supervisor', 'agent']

/** Signers as a form lists them. */
export function byRole(keys: readonly Signer[]): readonly Signer[] {
  const place = (role: string) => (order.indexOf(role) + order.length + 1) % (order.length + 1)
  return [...keys].sort(
    (a, b) =>
      place(a.role) - place(b.role) ||
      a.side.localeCompare(b.side) ||
      a.card.localeCompare(b.card, 'en', { numeric: true }),
  )
}

/** People whom the leader added: present, and without a key. */
export function keyless(typed: Typed): readonly Pick<Signer, 'kid' | 'role' | 'side'>[] {
  const count = countOf(typed('people.added')) ?? 0
  return Array.from({ length: Math.min(count, 40) }, (_, i) => ({
    kid: `added${i}`,
    role: typed(`people.added${i}.role`) ?? 'official',
    side: typed(`people.added${i}.side`) ?? '',
  }))
}

/** Answers to what the checks ask. */
function explanationsOf(typed: Typed): NonNullable<StatementNamed<'form'>['explanations']> {
  return askingCodes.flatMap(check => {
    const text = typed(`explanation.${check}`)?.trim().normalize('NFC')
    return text ? [{ check, text }] : []
  })
}

/** Checks that someone may want to explain on the form itself. */
export const askingCodes = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06'] as const

function common({ definitionId, round, box }: Pack) {
  return { definition: definitionId, round, box: box.id }
}

function stated<S extends Statement>(made: object): Result<S> {
  const parsed = parseStatement(made)
  return parsed.ok ? ok(parsed.value as S) : parsed
}

function given<T>(name: string, value: T | undefined): Readonly<Record<string, T>> {
  return value === undefined ? {} : { [name]: value }
}

function countOf(typed: string | undefined): number | undefined {
  const read = readCount(typed ?? '')
  return read.ok ? read.value : undefined
}

/** Seals are typed with spaces or commas between them. */
function sealsOf(typed: string | undefined): readonly string[] | undefined {
  const seals = (typed ?? '').split(/[\s,،]+/).filter(seal => seal !== '')
  return seals.length > 0 ? seals : undefined
}

/** What is already known of a form from the opening, the closing and the list of boxes, as it would be typed. */
export function knownOf(pack: Pack, open: Typed, close: Typed): Typed {
  const { box } = pack
  const known: Readonly<Record<string, string | number | undefined>> = {
    box: box.id,
    serial: box.form,
    'figures.eligible': pack.definition.voting === 'assigned' ? box.eligible : undefined,
    'figures.delivered': box.delivered,
    'figures.issued': close('issued'),
    'figures.unused': close('unused'),
    'figures.spoiled': close('spoiled'),
    'figures.checkInsByComputer': close('checkInsByComputer'),
    'figures.checkInsOnPaper': close('checkInsOnPaper'),
    openedAt: open('at'),
    closedAt: close('at'),
  }
  return field => {
    const value = known[field]
    return value === undefined ? undefined : String(value)
  }
}

/** What was typed, else what was known. */
export function typedOr(typed: Typed, known: Typed): Typed {
  return field => typed(field) ?? known(field)
}
